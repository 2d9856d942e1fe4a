"""Whether the messages, or what people make of the reading, are changing: week by week."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.vocabulary import Category

SHIFTED, SHIFTING = 0.25, 0.1  # of the population stability index, as commonly read
FEWEST = 30  # readings of a week, below which its mix says nothing
_SMOOTHED = 0.5
_SIGMAS = 3.0


@dataclass(frozen=True, slots=True)
class Sums:
    """One week: how many messages were read as what, and their stated confidences added up; on how
    many people ruled, and in how many of those they changed the category.
    """

    name: str
    mix: Mapping[Category | None, int]
    confidence: float
    ruled: int
    changed: int


@dataclass(frozen=True, slots=True)
class Week:
    """`shift` compares the categories' shares with the four weeks before (PSI); None where too few
    were read. `overruled` is the share people changed of what they ruled on; `is_high` when that
    is above what the weeks before allow. `confidence` is the mean of the stated ones.
    """

    name: str
    read: int
    confidence: float
    shift: float | None
    ruled: int
    overruled: float
    bound: float
    is_high: bool


def weeks(sums: Sequence[Sums], *, shown: int) -> tuple[Week, ...]:
    """The last `shown` weeks in which anything was read or ruled on; `sums` the oldest first."""
    busy = [each for each in sums if each.mix or each.ruled]
    return tuple(_week(each, busy[:place]) for place, each in enumerate(busy))[-shown:]


def _week(now: Sums, before: Sequence[Sums]) -> Week:
    mix, earlier = Counter(now.mix), Counter[Category | None]()
    for each in before[-4:]:
        earlier.update(each.mix)
    bound = _bound(before, now.ruled)
    overruled = now.changed / now.ruled if now.ruled else 0.0
    return Week(
        name=now.name,
        read=mix.total(),
        confidence=now.confidence / mix.total() if mix else 0.0,
        shift=stability(earlier, mix) if min(mix.total(), earlier.total()) >= FEWEST else None,
        ruled=now.ruled,
        overruled=overruled,
        bound=bound,
        is_high=bool(now.ruled) and overruled > bound,
    )


def stability(before: Mapping[Category | None, int], after: Mapping[Category | None, int]) -> float:
    """Population stability index of the mix; 0 when nothing moved."""
    every = {*before, *after}
    was, now = (_shares(each, every) for each in (before, after))
    return sum((now[each] - was[each]) * math.log(now[each] / was[each]) for each in every)


def _shares(
    counts: Mapping[Category | None, int], every: set[Category | None]
) -> dict[Category | None, float]:
    total = sum(counts.values()) + _SMOOTHED * len(every)
    return {each: (counts.get(each, 0) + _SMOOTHED) / total for each in every}


def _bound(before: Sequence[Sums], n: int) -> float:
    """Three standard errors above the earlier share; all of it while nothing is known yet."""
    ruled = sum(each.ruled for each in before)
    if ruled < FEWEST or not n:
        return 1.0
    share = (sum(each.changed for each in before) + 1) / (ruled + 2)
    return min(share + _SIGMAS * math.sqrt(share * (1 - share) / n), 1.0)
