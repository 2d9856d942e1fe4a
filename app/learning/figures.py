"""How well a classifier reads texts whose category is known: figures with intervals."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.reading import scores
from app.reading.scores import Interval, Judged
from models.vocabulary import Category

BINS = 10
COVERAGES = (0.8, 0.9)
CURVE = tuple(share / 20 for share in range(4, 21))


class Answered(NamedTuple):
    """What was said of one known text; `is_trap`: it was written to mislead."""

    judged: Judged
    is_trap: bool = False


@dataclass(frozen=True, slots=True)
class Bin:
    """Texts of similar confidence: how sure on average, and how often right."""

    confidence: float
    right: float
    n: int


@dataclass(frozen=True, slots=True)
class Point:
    """Of the surest `coverage` of the texts, the share that was right."""

    coverage: float
    right: float


@dataclass(frozen=True, slots=True)
class Rate:
    """One category: texts of it, how many of them were found, how often it was said."""

    category: Category
    n: int
    found: int
    said: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts of `true` that were taken for `said` (None: left unread)."""

    true: Category
    said: Category | None
    n: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; `floor` is the calibration error a perfect one would show on as many
    texts. `traps` are texts written to mislead; `traps_wrong` automatic decisions among them.
    """

    n: int
    macro_f1: Interval
    accuracy: Interval
    at_80: Interval
    at_90: Interval
    auto_precision: Interval
    auto_coverage: Interval
    auto_wrong: int
    ece: Interval
    floor: float
    traps: int
    traps_wrong: int
    bins: tuple[Bin, ...]
    curve: tuple[Point, ...]
    rates: tuple[Rate, ...]
    confusion: tuple[Pair, ...]


def figures(answered: Sequence[Answered]) -> Figures:
    """The same rows in the same order always give the same figures."""
    judged = [each.judged for each in answered]
    auto = [each for each in judged if each.auto]
    return Figures(
        n=len(judged),
        macro_f1=scores.resampled(judged, scores.macro_f1),
        accuracy=_share(judged),
        at_80=_surest(judged, COVERAGES[0]),
        at_90=_surest(judged, COVERAGES[1]),
        auto_precision=_share(auto),
        auto_coverage=scores.proportion(len(auto), len(judged)),
        auto_wrong=wrong(answered),
        ece=scores.resampled(judged, scores.calibration_error),
        floor=scores.null_floor(judged) if judged else 0.0,
        traps=sum(each.is_trap for each in answered),
        traps_wrong=wrong([each for each in answered if each.is_trap]),
        bins=bins(judged),
        curve=tuple(Point(share, scores.at_coverage(judged, share)) for share in CURVE),
        rates=_rates(judged),
        confusion=_confusion(judged),
    )


def wrong(answered: Sequence[Answered]) -> int:
    """Automatic decisions that were wrong."""
    return sum(each.judged.auto and not each.judged.right_any for each in answered)


def bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Ten bins of equal size, the least sure first."""
    ordered = sorted(judged, key=lambda row: row.confidence)
    size = max(math.ceil(len(ordered) / BINS), 1)
    parts = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    return tuple(
        Bin(
            round(sum(row.confidence for row in part) / len(part), 4),
            round(sum(row.right for row in part) / len(part), 4),
            len(part),
        )
        for part in parts
    )


def _share(judged: Sequence[Judged]) -> Interval:
    return scores.proportion(sum(row.right for row in judged), len(judged))


def _surest(judged: Sequence[Judged], share: float) -> Interval:
    ordered = sorted(judged, key=lambda row: -row.confidence)
    return _share(ordered[: math.floor(len(ordered) * share + 1e-9)])


def _rates(judged: Sequence[Judged]) -> tuple[Rate, ...]:
    n = Counter(row.label for row in judged)
    found = Counter(row.label for row in judged if row.right)
    said = Counter(row.said for row in judged)
    return tuple(Rate(each, n[each], found[each], said[each]) for each in sorted(n, key=_order))


def _confusion(judged: Sequence[Judged]) -> tuple[Pair, ...]:
    """Every cell that is not empty, the most frequent first."""
    cells = Counter((row.label, row.said) for row in judged)
    return tuple(Pair(true, said, n) for (true, said), n in cells.most_common())


def _order(category: Category) -> tuple[int, str]:
    known = list(Category)
    return (known.index(category) if category in known else len(known), category.value)
