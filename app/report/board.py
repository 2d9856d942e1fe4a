"""All figures of a period beside those of the period before, as the page and the mail show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.kit.clock import at_wib
from app.kit.instants import quantile
from app.report import catalogue
from app.report.catalogue import Figure, Tile, Unit, Value
from app.report.columns import AXES
from app.report.counting import Counting, Times
from app.report.days import counting_of
from app.report.numbers import Period
from app.store import counted, incidents, staff
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Age, Rows, WhoActs

_COLUMNS = (Rows.RECEIVED, Rows.ANSWERED, Rows.SETTLED, Rows.OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """One value of an axis, None for reports without any, with the columns' numbers in order."""

    value: str | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What a colleague has before them, and on how many reports they decided in the period."""

    id: int
    username: str
    name: str
    open: int
    handled: int


@dataclass(frozen=True, slots=True)
class Board:
    """`backlog` are open reports by holder and age; `loads` are in the order of names."""

    period: Period
    chapters: Mapping[str, tuple[Tile, ...]]
    days: tuple[Day, ...]
    axes: Mapping[str, tuple[Line, ...]]
    backlog: Mapping[WhoActs, Mapping[Age, int]]
    loads: tuple[Load, ...]

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return tuple(tile for chapter in self.chapters.values() for tile in chapter)


def scope_of(period: Period, *, now: datetime) -> Scope:
    """Everything of those days, midnight to midnight WIB."""
    since, until = at_wib(period.first), at_wib(period.last + timedelta(days=1))
    return Scope(since=since, until=until, now=now)


def value_of(session: Session, figure: Figure, scope: Scope) -> Value:
    """One figure of that scope."""
    return _Asking(session, scope, counting_of(session, scope)).value(figure)


def gather(session: Session, period: Period, scope: Scope) -> Board:
    """`scope` is of that period, narrowed as it may be."""
    counting = counting_of(session, scope, with_words=True)
    return Board(
        period=period,
        chapters=_chapters(session, scope, counting),
        days=_days(counting, period),
        axes={name: _axis(counting, name) for name in AXES},
        backlog=_backlog(session, scope),
        loads=_loads(session, scope, counting),
    )


def tiles(session: Session, scope: Scope) -> tuple[Tile, ...]:
    """Every figure of the chapters, without tables."""
    chapters = _chapters(session, scope, counting_of(session, scope))
    return tuple(tile for chapter in chapters.values() for tile in chapter)


def compared(
    session: Session, figures: Sequence[Figure], scope: Scope, counting: Counting | None = None
) -> tuple[Tile, ...]:
    """Those figures beside the same of as many days before."""
    length = scope.until - scope.since
    before = replace(scope, since=scope.since - length, until=scope.since)
    present = _Asking(session, scope, counting or counting_of(session, scope))
    past = _Asking(session, before, counting_of(session, before))
    return tuple(
        Tile(
            each,
            present.value(each),
            None if each.rows in catalogue.OF_THE_MOMENT else past.value(each),
        )
        for each in figures
    )


class _Asking:
    """One scope's figures; nothing is counted twice."""

    def __init__(self, session: Session, scope: Scope, counting: Counting) -> None:
        self._session, self._scope, self._counting = session, scope, counting
        self._times = Times(session, counting)
        self._totals: dict[Rows, int] = {}

    def value(self, figure: Figure) -> Value:
        if figure.is_time:
            times = self._times.of(figure.rows, figure.unit)
            return None if times is None else quantile(times, figure.share)
        if figure.unit is Unit.INCIDENTS:
            return incidents.total_of(self._session, self._scope)
        if figure.unit is Unit.SHARE:
            whole = sum(map(self._total, figure.whole))
            return catalogue.share(self._total(figure.rows), whole)
        return self._total(figure.rows)

    def _total(self, rows: Rows) -> int:
        if rows not in self._totals:
            self._totals[rows] = self._counting.total(rows)
        return self._totals[rows]


def _chapters(session: Session, scope: Scope, counting: Counting) -> Mapping[str, tuple[Tile, ...]]:
    every = [each for chapter in catalogue.CHAPTERS.values() for each in chapter]
    found = {tile.figure.name: tile for tile in compared(session, every, scope, counting)}
    return {
        name: tuple(found[each.name] for each in chapter)
        for name, chapter in catalogue.CHAPTERS.items()
    }


def _days(counting: Counting, period: Period) -> tuple[Day, ...]:
    found = [counting.by_day(rows) for rows in _COLUMNS[:3]]
    return tuple(Day(day, tuple(numbers.get(day, 0) for numbers in found)) for day in period.days())


def _axis(counting: Counting, name: str) -> tuple[Line, ...]:
    """Most received first; what was read as nothing and what was left blank are one line."""
    found: list[dict[str | None, int]] = []
    for rows in _COLUMNS:
        summed: dict[str | None, int] = {}
        for value, number in counting.by_word(rows, name).items():
            summed[value or None] = summed.get(value or None, 0) + number
        found.append(summed)
    values = {value for numbers in found for value in numbers}
    lines = [Line(value, tuple(numbers.get(value, 0) for numbers in found)) for value in values]
    return tuple(sorted(lines, key=lambda each: (*(-n for n in each.numbers), each.value or "")))


def _backlog(session: Session, scope: Scope) -> Mapping[WhoActs, Mapping[Age, int]]:
    ages = {age: catalogue.received_of(age, scope.now)[0] for age in Age}
    waiting = counted.open_by_holder(session, scope, ages)
    return {
        who: {age: waiting[who].get(age, 0) for age in Age} for who in WhoActs if who in waiting
    }


def _loads(session: Session, scope: Scope, counting: Counting) -> tuple[Load, ...]:
    """Colleagues with anything, by name: nobody is ranked."""
    open_of = counted.by_column(session, Rows.OPEN, scope, "assigned_to_id")
    handled = counting.actors()
    loads = (
        Load(who.id, who.username, who.name, open_of.get(who.id, 0), handled.get(who.username, 0))
        for who in staff.everyone(session)
    )
    busy = [each for each in loads if each.open or each.handled]
    return tuple(sorted(busy, key=lambda each: each.name))
