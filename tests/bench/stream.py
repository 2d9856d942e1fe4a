"""An invented stream of tickets: thousands of cells with a weekly rhythm, and bursts on top."""

import math
import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.linking import bursts

CELLS, A_DAY = 3_600, 20_000
START = datetime(2026, 8, 3, tzinfo=UTC)  # a Monday
LEARNING, WATCHED = timedelta(days=28), timedelta(days=14)
# Tickets of an hour of the day as people write them (UTC), and of a day of the week.
_HOURS = (6, 9, 11, 12, 10, 9, 9, 8, 7, 5, 4, 3, 3, 3, 2, 1.5, 0.7, 0.4, 0.2, 0.2, 0.2, 0.4, 1, 3)
_DAYS = (1.3, 1.25, 1.2, 1.15, 1.0, 0.6, 0.5)
_USUAL = (sum(_HOURS) / 24) * (sum(_DAYS) / 7)
_SPREAD = 1.0  # of the logarithm of how busy a cell is


@dataclass(frozen=True)
class Stream:
    """Instants of each cell's tickets, in order."""

    cells: Sequence[Sequence[datetime]]

    @classmethod
    def invent(cls, chance: random.Random) -> "Stream":
        weights = [chance.lognormvariate(0, _SPREAD) for _ in range(CELLS)]
        whole = sum(weights)
        return cls([list(_arrivals(A_DAY * each / whole, chance)) for each in weights])


def alarms(times: Sequence[datetime], since: datetime) -> Iterator[datetime]:
    """When an incident is opened; it is closed by a quiet day."""
    newest: datetime | None = None
    for at in times[bisect_right(times, since) :]:
        if newest is not None and at - newest < bursts.QUIET:
            newest = at
            continue
        after, newest = newest, None
        if _is_burst(times, at, after):
            newest = at
            yield at


def with_burst(
    times: Sequence[datetime], begin: datetime, an_hour: float, chance: random.Random
) -> Sequence[datetime]:
    """The same cell with that many tickets more an hour, for twelve hours."""
    at, more = begin, []
    while at < begin + timedelta(hours=12):
        at += timedelta(hours=chance.expovariate(an_hour))
        more.append(at)
    return sorted([*times, *more])


def _is_burst(times: Sequence[datetime], at: datetime, after: datetime | None) -> bool:
    begin = at - bursts.WINDOW
    fresh = _between(times, max(begin, after or begin), at)
    if fresh < bursts.AT_LEAST:
        return False
    past = _between(times, begin - bursts.HISTORY, begin)
    same = sum(_between(times, *slot) for slot in bursts.slots(at))
    return bursts.is_burst(fresh, bursts.usual(past, same))


def _between(times: Sequence[datetime], since: datetime, until: datetime) -> int:
    return bisect_right(times, until) - bisect_right(times, since)


def _arrivals(a_day: float, chance: random.Random) -> Iterator[datetime]:
    """A Poisson process whose rate follows the hours and the days."""
    busiest = max(_HOURS) * max(_DAYS) / _USUAL
    at, end = START, START + LEARNING + WATCHED
    while True:
        at += timedelta(days=-math.log(1 - chance.random()) / (a_day * busiest))
        if at >= end:
            return
        rate = _HOURS[at.hour] * _DAYS[at.weekday()] / _USUAL
        if chance.random() < rate / busiest:
            yield at
