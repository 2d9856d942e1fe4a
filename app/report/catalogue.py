"""The figures of the service: what each is, of which reports, and in which unit.

The sentences "how it is counted" are in `app/web/words/counted.py`; the reports of each figure are
one query of `app/store/counted.py`. A figure that is not here is shown nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from models.vocabulary import Age, Avoidable, Rows

EXACT_UP_TO = 200_000  # spans that a quantile is taken of; of more none is given


class Unit(StrEnum):
    REPORTS = "reports"
    INCIDENTS = "incidents"
    SHARE = "share"  # of 0 to 1
    TIME = "time"  # that has passed
    WORKING_TIME = "working_time"  # in which the desk was open


class Better(StrEnum):
    """Which way is good; volume is neither."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Figure:
    """`rows` are its reports; of a share also the `whole` they are part of, together.

    Of incidents they are the reports those gathered.
    Of a time `share` is the quantile: within it lies that share of the reports.
    """

    name: str
    unit: Unit
    rows: Rows
    whole: tuple[Rows, ...] = ()
    share: float = 0.0
    better: Better | None = None

    @property
    def is_time(self) -> bool:
        return self.unit in {Unit.TIME, Unit.WORKING_TIME}


Value = int | float | timedelta | None


def _count(rows: Rows, better: Better | None = None) -> Figure:
    return Figure(rows.value, Unit.REPORTS, rows, better=better)


def _times(name: str, rows: Rows) -> tuple[Figure, ...]:
    return tuple(
        Figure(f"{name}{suffix}_{word}", unit, rows, share=share, better=Better.LESS)
        for suffix, unit in (("", Unit.TIME), ("_working", Unit.WORKING_TIME))
        for word, share in (("median", 0.5), ("p90", 0.9), ("p95", 0.95))
    )


_PROMISED = (Rows.PROMISE_KEPT, Rows.PROMISE_MISSED)

VOLUME = (_count(Rows.RECEIVED), _count(Rows.ANSWERED), _count(Rows.SETTLED))
NOW = (_count(Rows.OPEN, Better.LESS), _count(Rows.OVERDUE, Better.LESS))
TIMES = (*_times("first_answer", Rows.ANSWERED), *_times("resolution", Rows.SETTLED))
INCIDENTS = Figure("incidents", Unit.INCIDENTS, Rows.IN_INCIDENT, better=Better.LESS)
QUALITY = (
    _count(Rows.WROTE_AGAIN, Better.LESS),
    _count(Rows.REOPENED, Better.LESS),
    _count(Rows.PROMISE_KEPT),
    _count(Rows.PROMISE_MISSED, Better.LESS),
    Figure("promise_share", Unit.SHARE, Rows.PROMISE_KEPT, _PROMISED, better=Better.MORE),
    INCIDENTS,
    _count(Rows.IN_INCIDENT, Better.LESS),
)
AUTOMATION = (
    _count(Rows.AUTOMATIC),
    Figure("automatic_share", Unit.SHARE, Rows.AUTOMATIC, (Rows.SETTLED,), better=Better.MORE),
    _count(Rows.AUDITED),
    _count(Rows.AUDITED_RIGHT),
    Figure("precision", Unit.SHARE, Rows.AUDITED_RIGHT, (Rows.AUDITED,), better=Better.MORE),
)
COLLEAGUES = (_count(Rows.HANDLED),)
# What became of the report numbers of a period; a page of their own. More reports, more of each:
# none of them got worse by that.
LEDGER = (
    _count(Rows.ISSUED),
    _count(Rows.BROUGHT_IN),
    _count(Rows.ANSWERED_AGAIN),
    _count(Rows.NEVER_ANSWERED),
    _count(Rows.LINKED),
    _count(Rows.DUPLICATE),
    _count(Rows.MERGED),
)
# What the reports settled in a period should not have been needed for; a page of their own.
AVOIDABLE: Mapping[Avoidable, Figure] = {
    each: Figure(
        f"avoidable_{each.value}",
        Unit.SHARE,
        Rows(f"avoidable_{each.value}"),
        (Rows.SETTLED,),
        better=Better.MORE if each is Avoidable.NOT_AVOIDABLE else Better.LESS,
    )
    for each in Avoidable
}
DEMAND_AGREED = Figure("demand_agreed", Unit.SHARE, Rows.DEMAND_AGREED, (Rows.DEMAND_SAID,))
DEMAND = (*AVOIDABLE.values(), _count(Rows.DEMAND_SAID), DEMAND_AGREED)

CHAPTERS: Mapping[str, tuple[Figure, ...]] = {
    "volume": VOLUME,
    "now": NOW,
    "times": TIMES,
    "quality": QUALITY,
    "automation": AUTOMATION,
}
FIGURES: Mapping[str, Figure] = {
    figure.name: figure
    for chapter in (*CHAPTERS.values(), COLLEAGUES, LEDGER, DEMAND)
    for figure in chapter
}
# What is of the present moment has no period before.
OF_THE_MOMENT = frozenset({Rows.OPEN, Rows.OVERDUE})

_AGES: tuple[tuple[Age, int, int | None], ...] = (
    (Age.DAY, 0, 1),
    (Age.DAYS_3, 1, 3),
    (Age.WEEK, 3, 7),
    (Age.MONTH, 7, 30),
    (Age.OLDER, 30, None),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """`before` is None where there is no period before, or nothing in it to be counted."""

    figure: Figure
    value: Value
    before: Value

    @property
    def got_worse(self) -> bool:
        return got_worse(self.figure, self.value, self.before)


def share(part: int, whole: int) -> float | None:
    """None where there is nothing to be a part of."""
    return part / whole if whole else None


def received_of(age: Age, now: datetime) -> tuple[datetime | None, datetime | None]:
    """When reports of that age came: after the first, up to the second; None is no bound."""
    _, least, below = next(each for each in _AGES if each[0] is age)
    since = None if below is None else now - timedelta(days=below)
    return since, now - timedelta(days=least) if least else None


def got_worse(figure: Figure, value: Value, before: Value) -> bool:
    """Whether it moved the wrong way since the period before."""
    if figure.better is None or value is None or before is None or value == before:
        return False
    rose = _plain(value) > _plain(before)
    return rose is (figure.better is Better.LESS)


def _plain(value: int | float | timedelta) -> float:
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
