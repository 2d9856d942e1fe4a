"""Whether the messages, or what people make of the reading, are changing: week by week."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.learning.lessons import week_of
from models.vocabulary import Category

SHIFTED, SHIFTING = 0.25, 0.1  # of the population stability index, as commonly read
FEWEST = 30  # readings of a week, below which its mix says nothing
_SMOOTHED = 0.5
_SIGMAS = 3.0

Read = tuple[datetime, Category | None, float, int]


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


def weeks(
    read: Sequence[Read], ruled: Sequence[tuple[datetime, bool]], *, shown: int
) -> tuple[Week, ...]:
    """The last `shown` weeks in which anything was read or ruled on, oldest first."""
    mixes: dict[str, Counter[Category | None]] = {}
    sums: Counter[str] = Counter()
    for at, category, total, n in read:
        name = week_of(at)
        mixes.setdefault(name, Counter())[category] += n
        # Hundredths of thousandths: a counter of floats would not add up the same every time.
        sums[name] += round(total * 100_000)
    said: dict[str, list[bool]] = {}
    for at, is_changed in ruled:
        said.setdefault(week_of(at), []).append(is_changed)
    names = sorted({*mixes, *said})
    found = [
        _week(name, names[:place], mixes, said, sums[name] / 100_000)
        for place, name in enumerate(names)
    ]
    return tuple(found[-shown:])


def _week(
    name: str,
    before: Sequence[str],
    mixes: Mapping[str, Counter[Category | None]],
    said: Mapping[str, Sequence[bool]],
    total: float,
) -> Week:
    mix = mixes.get(name, Counter())
    earlier: Counter[Category | None] = Counter()
    for each in before[-4:]:
        earlier.update(mixes.get(each, {}))
    ruled = said.get(name, [])
    bound = _bound([one for each in before for one in said.get(each, ())], len(ruled))
    overruled = sum(ruled) / len(ruled) if ruled else 0.0
    return Week(
        name=name,
        read=mix.total(),
        confidence=total / mix.total() if mix else 0.0,
        shift=stability(earlier, mix) if min(mix.total(), earlier.total()) >= FEWEST else None,
        ruled=len(ruled),
        overruled=overruled,
        bound=bound,
        is_high=bool(ruled) and overruled > bound,
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


def _bound(before: Sequence[bool], n: int) -> float:
    """Three standard errors above the earlier share; all of it while nothing is known yet."""
    if len(before) < FEWEST or not n:
        return 1.0
    share = (sum(before) + 1) / (len(before) + 2)
    return min(share + _SIGMAS * math.sqrt(share * (1 - share) / n), 1.0)
