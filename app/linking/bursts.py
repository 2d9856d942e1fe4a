"""When many similar tickets in a short time are an incident. Pure: counts in, an answer out."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.linking.report import Report
from models.vocabulary import Category, IncidentKind, MarkKind

SCHOOL_TICKETS, SCHOOL_WINDOW = 3, timedelta(days=7)
AT_LEAST, WINDOW = 5, timedelta(hours=6)
WEEKS = 4
HISTORY = timedelta(weeks=WEEKS)
CHANCE = 1e-6
QUIET = timedelta(days=1)
NOT_AGAIN_FOR = timedelta(days=7)

# What an unknown cell is taken for: half a ticket in a week, believed as much as one week seen.
_PRIOR_TICKETS, _PRIOR_WINDOWS = 0.5, 28.0
_WINDOWS = HISTORY / WINDOW
# A cell's rate over all hours is believed as much as one week of the very same hours.
_PRIOR_WEEKS = 1.0
_SURE_ENOUGH = 1e-12  # of the sum, where further terms no longer matter

_TOLD_APART_BY = (
    MarkKind.PERSON,
    MarkKind.IDENTIFIER,
    MarkKind.ACCOUNT,
    MarkKind.NAME,
    MarkKind.MAIL,
    MarkKind.AUTHOR,
)
_PLACE = (
    (re.compile(r"^\s*prov(?:insi|\.)?\s+", re.I), ""),
    (re.compile(r"^\s*kab(?:upaten|\.)?\s+", re.I), "Kab. "),
    (re.compile(r"^\s*kota\s+", re.I), "Kota "),
)

Values = Mapping[MarkKind, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where tickets are counted together. `key` is an NPSN, a region, or a change ("SD > SMP")."""

    kind: IncidentKind
    key: str
    category: Category


@dataclass(frozen=True, slots=True)
class Usual:
    """What is known of a cell's rate: so many tickets in so many windows, prior included."""

    tickets: float
    windows: float

    @property
    def mean(self) -> float:
        return self.tickets / self.windows


def cells(report: Report) -> tuple[Cell, ...]:
    """Narrow before wide; none for a ticket nobody could read."""
    if report.category is None:
        return ()
    keys = [(IncidentKind.SCHOOL, npsn) for npsn in sorted(report.schools)]
    keys += [(IncidentKind.REGION, key) for key in _regions(report)]
    keys += [(IncidentKind.CHANGE, key) for key in _changes(report)]
    return tuple(Cell(kind, key, report.category) for kind, key in keys)


def window_of(kind: IncidentKind) -> timedelta:
    return SCHOOL_WINDOW if kind is IncidentKind.SCHOOL else WINDOW


def slots(at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The same hours of the last four weeks."""
    for week in range(1, WEEKS + 1):
        end = at - timedelta(weeks=week)
        yield end - WINDOW, end


def usual(past: int, same_hours: int) -> Usual:
    """What six hours usually bring: `past` came in 28 days, `same_hours` in their `slots`.

    Gamma-smoothed twice: the rate over all hours towards a quiet cell's, and the rate of these
    hours of the week towards that. With few tickets the first speaks, with many the second.
    """
    overall = (past + _PRIOR_TICKETS) / (_WINDOWS + _PRIOR_WINDOWS)
    return Usual(_PRIOR_WEEKS * overall + same_hours, _PRIOR_WEEKS + WEEKS)


def is_burst(count: int, known: Usual) -> bool:
    return count >= AT_LEAST and tail(count, known) < CHANCE


def tail(count: int, known: Usual) -> float:
    """The chance of `count` or more: Poisson, over every rate that what is known allows.

    With the likeliest rate alone, cells that were merely quiet so far would alarm a dozen times
    as often.
    """
    if count <= 0:
        return 1.0
    if count <= known.mean:
        return max(0.0, 1.0 - math.fsum(_chance(each, known) for each in range(count)))
    total, at, term = 0.0, count, _chance(count, known)
    while term > total * _SURE_ENOUGH:
        total += term
        term *= (at + known.tickets) / ((at + 1) * (known.windows + 1))
        at += 1
    return min(total, 1.0)


def distinct(tickets: Iterable[Values]) -> int:
    """How many different people the tickets are about, as far as their marks tell."""
    known: list[Values] = []
    for each in tickets:
        if not any(_is_same(each, other) for other in known):
            known.append(each)
    return len(known)


def region(name: str) -> str:
    """One way of writing a province or regency."""
    for pattern, instead in _PLACE:
        name = pattern.sub(instead, name)
    return " ".join(name.split()).title()[:120]


def _chance(count: int, known: Usual) -> float:
    """Of exactly that many in the next window: a Gamma of rates makes it negative binomial."""
    ways = math.lgamma(count + known.tickets) - math.lgamma(known.tickets) - math.lgamma(count + 1)
    rest = known.tickets * math.log(known.windows) - (count + known.tickets) * math.log1p(
        known.windows
    )
    return math.exp(ways + rest)


def _is_same(one: Values, other: Values) -> bool:
    """The strongest kind that both have decides; with none in common they are two."""
    for kind in _TOLD_APART_BY:
        mine, theirs = one.get(kind), other.get(kind)
        if mine and theirs:
            return bool(mine & theirs)
    return False


def _regions(report: Report) -> Sequence[str]:
    """The regency before its province."""
    return [region(each) for each in (report.regency, report.province) if each.strip()]


def _changes(report: Report) -> Sequence[str]:
    facts = report.facts
    pairs = ((facts.from_level, facts.to_level), (facts.from_role, facts.to_role))
    return [f"{before or '?'} > {after}" for before, after in pairs if after and before != after]
