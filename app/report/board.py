"""All figures of a period beside those of the period before, as the page and the mail show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.kit.clock import at_wib
from app.kit.worked import WorkedTime
from app.report import catalogue
from app.report.catalogue import Figure, Tile, Unit, Value
from app.report.numbers import Period
from app.store import calendars, counted, incidents, staff
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Age, Rows, WhoActs

AXES = ("category", "jenjang", "province", "regency", "channel")
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
    return _Asking(session, scope).value(figure)


def gather(session: Session, period: Period, scope: Scope) -> Board:
    """`scope` is of that period, narrowed as it may be."""
    return Board(
        period=period,
        chapters=_chapters(session, scope),
        days=_days(session, period, scope),
        axes={name: _axis(session, scope, name) for name in AXES},
        backlog=_backlog(session, scope),
        loads=_loads(session, scope),
    )


def tiles(session: Session, scope: Scope) -> tuple[Tile, ...]:
    """Every figure of the chapters, without tables."""
    return tuple(tile for chapter in _chapters(session, scope).values() for tile in chapter)


def compared(session: Session, figures: Sequence[Figure], scope: Scope) -> tuple[Tile, ...]:
    """Those figures beside the same of as many days before."""
    length = scope.until - scope.since
    present = _Asking(session, scope)
    past = _Asking(session, replace(scope, since=scope.since - length, until=scope.since))
    return tuple(
        Tile(
            each,
            present.value(each),
            None if each.rows in catalogue.OF_THE_MOMENT else past.value(each),
        )
        for each in figures
    )


class _Asking:
    """One scope's figures; nothing is asked of the database twice."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self._session, self._scope = session, scope
        self._totals: dict[Rows, int] = {}
        self._spans: dict[tuple[Rows, Unit], Sequence[timedelta] | None] = {}

    def value(self, figure: Figure) -> Value:
        if figure.is_time:
            return catalogue.of_spans(figure, self._times(figure.rows, figure.unit))
        if figure.unit is Unit.INCIDENTS:
            return incidents.total_of(self._session, self._scope)
        if figure.unit is Unit.SHARE:
            whole = sum(map(self._total, figure.whole))
            return catalogue.share(self._total(figure.rows), whole)
        return self._total(figure.rows)

    def _total(self, rows: Rows) -> int:
        if rows not in self._totals:
            self._totals[rows] = counted.total(self._session, rows, self._scope)
        return self._totals[rows]

    def _times(self, rows: Rows, unit: Unit) -> Sequence[timedelta] | None:
        if (rows, unit) not in self._spans:
            self._measure(rows)
        return self._spans[rows, unit]

    def _measure(self, rows: Rows) -> None:
        """Both clocks of the same spans, shortest first."""
        limit = catalogue.EXACT_UP_TO
        spans = counted.spans(self._session, rows, self._scope, limit=limit)
        worked = WorkedTime(calendars.shifting(self._session))
        known = spans or ()
        passed = sorted(end - begin for begin, end in known)
        working = sorted(worked.between(begin, end) for begin, end in known)
        self._spans[rows, Unit.TIME] = None if spans is None else passed
        self._spans[rows, Unit.WORKING_TIME] = None if spans is None else working


def _chapters(session: Session, scope: Scope) -> Mapping[str, tuple[Tile, ...]]:
    every = [each for chapter in catalogue.CHAPTERS.values() for each in chapter]
    found = {tile.figure.name: tile for tile in compared(session, every, scope)}
    return {
        name: tuple(found[each.name] for each in chapter)
        for name, chapter in catalogue.CHAPTERS.items()
    }


def _days(session: Session, period: Period, scope: Scope) -> tuple[Day, ...]:
    found = [counted.by_day(session, rows, scope) for rows in _COLUMNS[:3]]
    return tuple(Day(day, tuple(numbers.get(day, 0) for numbers in found)) for day in period.days())


def _axis(session: Session, scope: Scope, name: str) -> tuple[Line, ...]:
    """Most received first; what was read as nothing and what was left blank are one line."""
    found: list[dict[str | None, int]] = []
    for rows in _COLUMNS:
        summed: dict[str | None, int] = {}
        for value, number in counted.by_column(session, rows, scope, name).items():
            word = str(value) if value else None
            summed[word] = summed.get(word, 0) + number
        found.append(summed)
    values = {value for numbers in found for value in numbers}
    lines = [Line(value, tuple(numbers.get(value, 0) for numbers in found)) for value in values]
    return tuple(sorted(lines, key=lambda each: (*(-n for n in each.numbers), each.value or "")))


def _backlog(session: Session, scope: Scope) -> Mapping[WhoActs, Mapping[Age, int]]:
    found: dict[WhoActs, dict[Age, int]] = {}
    waiting = counted.open_by_holder(session, scope)
    for who in WhoActs:
        for received in waiting.get(who, ()):
            ages = found.setdefault(who, dict.fromkeys(Age, 0))
            ages[catalogue.age_of(received, scope.now)] += 1
    return found


def _loads(session: Session, scope: Scope) -> tuple[Load, ...]:
    """Colleagues with anything, by name: nobody is ranked."""
    open_of = counted.by_column(session, Rows.OPEN, scope, "assigned_to_id")
    handled = counted.actors(session, scope)
    loads = (
        Load(who.id, who.username, who.name, open_of.get(who.id, 0), handled.get(who.username, 0))
        for who in staff.everyone(session)
    )
    busy = [each for each in loads if each.open or each.handled]
    return tuple(sorted(busy, key=lambda each: each.name))
