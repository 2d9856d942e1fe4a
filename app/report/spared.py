"""How many reports the likely answer spared: visits with and without it compared. Pure.

The interval is Newcombe's (Interval estimation for the difference between independent proportions,
Statistics in Medicine 17, 1998, method 10): Wilson's score interval of each share, combined by the
sum of squares. It needs no large numbers and never leaves the possible. `tests/bench/spared.py`
measures how often it holds the truth.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot, sqrt
from typing import Protocol

from models.vocabulary import Category

LEAST = 30  # visits on each side
_Z = 1.959964  # 95 %
_Z_OF_SPLIT = 3.290527  # 99.9 %: looked at each time the page is opened
_LEAST_EXPECTED = 5  # visits held out, below which the normal curve says nothing


class Finding(StrEnum):
    """What the interval says; a sentence for each is in `app/web/words/spared.py`."""

    TOO_FEW = "too_few"
    NONE_SHOWN = "none_shown"  # it holds 0
    SPARED = "spared"
    MORE_SENT = "more_sent"  # with the answer more reports are sent than without


class Visits(Protocol):
    """Visits of one category on one side, and how many of them sent a report."""

    @property
    def category(self) -> Category | None: ...
    @property
    def is_held_out(self) -> bool: ...
    @property
    def visits(self) -> int: ...
    @property
    def sent(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Side:
    visits: int = 0
    sent: int = 0

    @property
    def share(self) -> float:
        """Of visits that sent a report; 0 where there were none."""
        return self.sent / self.visits if self.visits else 0.0

    def __add__(self, other: "Side") -> "Side":
        return Side(self.visits + other.visits, self.sent + other.sent)


@dataclass(frozen=True, slots=True)
class Estimate:
    """With the bounds of its 95 % interval."""

    value: float
    lower: float
    upper: float

    def times(self, number: int) -> "Estimate":
        return Estimate(self.value * number, self.lower * number, self.upper * number)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`difference` is the share that sends without the answer less the share that does with it;
    None where there are too few visits to tell."""

    shown: Side
    held_out: Side
    difference: Estimate | None

    @property
    def finding(self) -> Finding:
        if self.difference is None:
            return Finding.TOO_FEW
        if self.difference.lower > 0:
            return Finding.SPARED
        return Finding.MORE_SENT if self.difference.upper < 0 else Finding.NONE_SHOWN

    @property
    def spared(self) -> Estimate | None:
        """Reports, of the visits that saw the answer; below 0 where it brought more."""
        return self.difference and self.difference.times(self.shown.visits)


@dataclass(frozen=True, slots=True)
class Benefit:
    """`categories` with most visits first, None for what was not read. They need not add up to
    the total: each is estimated by itself. `is_split_as_set` False: more or fewer visits were held
    out than chance would, so the sides may not be alike and the figures mean nothing."""

    total: Comparison
    categories: tuple[tuple[Category | None, Comparison], ...]
    is_split_as_set: bool


def benefit(counted: Iterable[Visits], *, share: float) -> Benefit:
    """`share` of visits was to be held out."""
    sides: dict[Category | None, dict[bool, Side]] = defaultdict(dict)
    for each in counted:
        side = sides[each.category].get(each.is_held_out, Side())
        sides[each.category][each.is_held_out] = side + Side(each.visits, each.sent)
    rows = [
        (category, compare(both.get(False, Side()), both.get(True, Side())))
        for category, both in sides.items()
    ]
    rows.sort(key=lambda row: (-_visits(row[1]), row[0] or ""))
    total = compare(
        sum((row.shown for _, row in rows), Side()), sum((row.held_out for _, row in rows), Side())
    )
    return Benefit(total, tuple(rows), _is_split_as_set(total, share))


def compare(shown: Side, held_out: Side, *, least: int = LEAST) -> Comparison:
    """Of two sides that differ by chance and by the answer alone."""
    if min(shown.visits, held_out.visits) < least:
        return Comparison(shown, held_out, None)
    return Comparison(shown, held_out, difference(held_out, shown))


def difference(one: Side, other: Side) -> Estimate:
    """The first share less the second; both with at least one visit."""
    (low, high), (other_low, other_high) = wilson(one), wilson(other)
    value = one.share - other.share
    return Estimate(
        value,
        value - hypot(one.share - low, other_high - other.share),
        value + hypot(high - one.share, other.share - other_low),
    )


def wilson(side: Side) -> tuple[float, float]:
    """The 95 % score interval of a share of at least one visit."""
    n, p, square = side.visits, side.share, _Z * _Z
    middle = p + square / (2 * n)
    half = _Z * sqrt(p * (1 - p) / n + square / (4 * n * n))
    scale = 1 + square / n
    return (middle - half) / scale, (middle + half) / scale


def _visits(row: Comparison) -> int:
    return row.shown.visits + row.held_out.visits


def _is_split_as_set(total: Comparison, share: float) -> bool:
    visits = _visits(total)
    expected = visits * share
    if expected < _LEAST_EXPECTED:
        return True
    spread = sqrt(expected * (1 - share))
    return abs(total.held_out.visits - expected) <= _Z_OF_SPLIT * spread
