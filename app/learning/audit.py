"""Whether a batch of labels looks like people's honest work, seen by a reader who has not
learned it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import Category

Chances = Mapping[Category, float]

ARBITRARY = 0.05  # the share of arbitrary labels that must not get through
ODDS = 1.5  # log odds of such a batch against an honest one, from which on it is refused
DOUBTS = 2  # fewer doubtful labels than this refuse no batch
UNLIKELY, LIKELIER = 0.05, 0.6
_LEAST = 1e-4  # no single label may outweigh a whole batch


class Word(NamedTuple):
    """A label, and the chances of a classifier that has not seen it."""

    event_id: int
    label: Category
    chances: Chances


@dataclass(frozen=True, slots=True)
class Doubt:
    """A label that the text speaks against."""

    event_id: int
    label: Category
    probability: float
    rather: Category
    rather_probability: float


@dataclass(frozen=True, slots=True)
class Audit:
    """`odds` is the log of how much better the batch is explained by a twentieth of its labels
    being arbitrary than by all being as likely as the classifier says. `expected` is how many
    doubtful ones an honest batch of these texts would hold.
    """

    n: int
    odds: float
    expected: float
    doubts: tuple[Doubt, ...]

    @property
    def is_refused(self) -> bool:
        return self.odds > ODDS and len(self.doubts) >= DOUBTS


def audit(words: Sequence[Word]) -> Audit:
    """Labels of categories the classifier does not know are not judged here.

    Each label weighs by how unlikely it is, so that few arbitrary ones show among many: counting
    the very unlikely alone misses a quarter of small poisoned batches (tests/bench/poison.py).
    """
    known = [word for word in words if word.label in word.chances]
    return Audit(
        n=len(known),
        odds=round(sum(_weight(word) for word in known), 3),
        expected=round(sum(_expected(word.chances) for word in known), 2),
        doubts=tuple(sorted(filter(None, map(_doubt, known)), key=lambda one: one.probability)),
    )


def _weight(word: Word) -> float:
    own = max(word.chances[word.label], _LEAST)
    arbitrary = 1 / (len(word.chances) - 1)
    return math.log(1 - ARBITRARY + ARBITRARY * arbitrary / own)


def _expected(chances: Chances) -> float:
    if max(chances.values()) < LIKELIER:
        return 0.0
    return sum(chance for chance in chances.values() if chance < UNLIKELY)


def _doubt(word: Word) -> Doubt | None:
    own = word.chances[word.label]
    rather = max(word.chances, key=lambda each: word.chances[each])
    if own >= UNLIKELY or word.chances[rather] < LIKELIER:
        return None
    return Doubt(word.event_id, word.label, round(own, 4), rather, round(word.chances[rather], 4))
