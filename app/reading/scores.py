"""Figures about predictions, each from plain lists, with 95 % intervals."""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from models.vocabulary import Category

Z = 1.959964
RESAMPLES = 400
BINS = 10


class Interval(NamedTuple):
    value: float
    low: float
    high: float


class Judged(NamedTuple):
    """One row: what was said with which confidence, and what is true."""

    said: Category | None
    confidence: float
    label: Category
    label2: Category | None
    auto: bool

    @property
    def right(self) -> bool:
        return self.said is self.label

    @property
    def right_any(self) -> bool:
        return self.said is not None and self.said in (self.label, self.label2)


Item = TypeVar("Item")


def proportion(hits: int, total: int) -> Interval:
    """Wilson interval; all of it when there is nothing to count."""
    if total == 0:
        return Interval(0.0, 0.0, 1.0)
    share, square = hits / total, Z * Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = (
        Z * math.sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    )
    return Interval(share, max(middle - half, 0.0), min(middle + half, 1.0))


def resampled(rows: Sequence[Item], figure: Callable[[Sequence[Item]], float]) -> Interval:
    """The figure with its bootstrap interval; the same rows always give the same interval."""
    if not rows:
        return Interval(0.0, 0.0, 0.0)
    draw = random.Random(len(rows))  # noqa: S311 - a repeatable resampling, no secret
    values = sorted(figure(draw.choices(rows, k=len(rows))) for _ in range(RESAMPLES))
    return Interval(figure(rows), values[int(RESAMPLES * 0.025)], values[int(RESAMPLES * 0.975)])


def macro_f1(rows: Sequence[Judged]) -> float:
    """Mean F1 over the categories that occur as a label."""
    said = Counter(row.said for row in rows)
    labelled = Counter(row.label for row in rows)
    hits = Counter(row.label for row in rows if row.right)
    found = [
        f1(hits[label], said[label] - hits[label], number - hits[label])
        for label, number in labelled.items()
    ]
    return sum(found) / max(len(found), 1)


def counts(rows: Sequence[Judged], category: Category) -> tuple[int, int, int]:
    """Rightly said, wrongly said, missed."""
    hit = sum(row.said is category and row.label is category for row in rows)
    said = sum(row.said is category for row in rows)
    labelled = sum(row.label is category for row in rows)
    return hit, said - hit, labelled - hit


def f1(hit: int, extra: int, missed: int) -> float:
    return 2 * hit / (2 * hit + extra + missed) if hit else 0.0


def calibration_error(rows: Sequence[Judged]) -> float:
    """Expected calibration error over ten bins of equal size."""
    ordered = sorted(rows, key=lambda row: row.confidence)
    size = max(math.ceil(len(ordered) / BINS), 1)
    parts = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    gaps = [
        abs(sum(row.confidence for row in part) - sum(row.right for row in part)) for part in parts
    ]
    return sum(gaps) / max(len(rows), 1)


def null_floor(rows: Sequence[Judged]) -> float:
    """The calibration error a perfectly calibrated classifier would show on as many rows."""
    draw = random.Random(len(rows))  # noqa: S311 - a repeatable simulation, no secret
    trials = []
    for _ in range(100):
        simulated = [
            row._replace(said=row.label if draw.random() < row.confidence else None) for row in rows
        ]
        trials.append(calibration_error(simulated))
    return sum(trials) / len(trials)


def at_coverage(rows: Sequence[Judged], share: float) -> float:
    """Accuracy on the most confident share of the rows."""
    ordered = sorted(rows, key=lambda row: -row.confidence)
    kept = ordered[: max(math.floor(len(ordered) * share + 1e-9), 1)]
    return sum(row.right for row in kept) / max(len(kept), 1)
