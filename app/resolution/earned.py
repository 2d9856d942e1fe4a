"""Whether a rule has earned it to act by itself, from what people said of its proposals.

Two windows, both over the newest outcomes. The long one keeps the lower bound of precision above
the bar; it is slow, because many right ones outweigh a few wrong. The short one alone shows a
rule that has gone bad. `tests/bench/earned.py` measures both.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

CONFIDENCE = 0.95
LONG, SHORT = 1000, 60  # outcomes
SURELY_WORSE = 0.99  # how sure the short window must be
BACKLOG = timedelta(days=14)
_HALVINGS = 60


class Standing(StrEnum):
    """What the figures say; a sentence for each is in `app/web/words/automatic.py`."""

    EARNED = "earned"
    TOO_FEW = "too_few"
    BELOW_BAR = "below_bar"
    GONE_BAD = "gone_bad"
    UNAUDITED = "unaudited"


@dataclass(frozen=True, slots=True)
class Terms:
    """`bar` is what the lower bound of precision must reach, `least` how many outcomes it needs."""

    bar: float = 0.97
    least: int = 50


USUAL = Terms()


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one rule's proposals. `lower` bounds its precision from below."""

    n: int
    right: int
    lower: float
    standing: Standing

    @property
    def is_earned(self) -> bool:
        return self.standing is Standing.EARNED


def record(
    outcomes: Sequence[bool],
    terms: Terms,
    *,
    oldest_unaudited: datetime | None = None,
    now: datetime,
) -> Record:
    """`outcomes` are newest first, true where a person agreed; the rest of them is not looked at.

    `oldest_unaudited` is when the oldest sample was drawn that nobody has looked at yet.
    """
    window = outcomes[:LONG]
    n, right = len(window), sum(window)
    lower = lower_bound(right, n)
    return Record(n, right, lower, _standing(window, lower, terms, oldest_unaudited, now))


def lower_bound(right: int, n: int, *, confidence: float = CONFIDENCE) -> float:
    """The one-sided lower bound of Clopper and Pearson: it is never too high too often.

    0 where nothing is known.
    """
    return 1.0 - _most_wrong(n - right, n, 1.0 - confidence) if n else 0.0


def upper_bound(right: int, n: int, *, confidence: float = CONFIDENCE) -> float:
    """The one-sided upper bound of Clopper and Pearson; 1 where nothing is known."""
    return _most_wrong(right, n, 1.0 - confidence) if n else 1.0


def _standing(
    window: Sequence[bool],
    lower: float,
    terms: Terms,
    oldest_unaudited: datetime | None,
    now: datetime,
) -> Standing:
    if oldest_unaudited is not None and now - oldest_unaudited > BACKLOG:
        return Standing.UNAUDITED
    if len(window) < terms.least:
        return Standing.TOO_FEW
    newest = window[:SHORT]
    if upper_bound(sum(newest), len(newest), confidence=SURELY_WORSE) < terms.bar:
        return Standing.GONE_BAD
    return Standing.EARNED if lower >= terms.bar else Standing.BELOW_BAR


@lru_cache(maxsize=4096)
def _most_wrong(k: int, n: int, chance: float) -> float:
    """The rate at which `k` or fewer of `n` have that chance; by halving, to 1e-15."""
    if k >= n:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(k, n, middle) > chance else (low, middle)
    return (low + high) / 2


def _at_most(k: int, n: int, rate: float) -> float:
    """The chance of `k` or fewer among `n` at that rate (0 < rate < 1)."""
    log_rate, log_rest = math.log(rate), math.log1p(-rate)
    whole = math.lgamma(n + 1)
    return sum(
        math.exp(
            whole - math.lgamma(i + 1) - math.lgamma(n - i + 1) + i * log_rate + (n - i) * log_rest
        )
        for i in range(k + 1)
    )
