"""What the classifier weighs: stems and pairs of stems, and the runs of letters within words.

A stem survives inflection, a run of letters survives typing errors. Both are weighed by how rare
they are and scaled to the same length in every message.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Columns = NDArray[np.int32]

SHORTEST_RUN, LONGEST_RUN = 3, 5
STEM_TEXTS, RUN_TEXTS = 2, 3  # a feature seen in fewer training texts teaches nothing
MOST_TIMES = 50  # of one stem in one message; more says nothing new
_OFTEN = [0.0, *(1 + math.log(many) for many in range(1, MOST_TIMES + 1))]


class Row(NamedTuple):
    """The features of one message: where, and how much."""

    columns: Columns
    values: Floats


@dataclass(frozen=True, slots=True)
class Terms:
    """Known features in the order of their columns, each with its rarity (log of odds plus 1)."""

    names: tuple[str, ...]
    rarity: Floats
    column: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "column", {name: at for at, name in enumerate(self.names)})

    @classmethod
    def counted(cls, texts: Iterable[Collection[str]], *, at_least: int) -> "Terms":
        """The features that stand in so many of the texts."""
        seen: Counter[str] = Counter()
        total = 0
        for names in texts:
            seen.update(names)
            total += 1
        kept = sorted(name for name, times in seen.items() if times >= at_least)
        rarity = [math.log((1 + total) / (1 + seen[name])) + 1 for name in kept]
        return cls(tuple(kept), np.array(rarity, np.float32))


def grams(stems: Sequence[str]) -> list[str]:
    """Each stem, then each pair of neighbours."""
    return [*stems, *(f"{first} {second}" for first, second in pairwise(stems))]


def stem_row(terms: Terms, names: Sequence[str]) -> Row:
    """Of the `grams` of a message, of length one; repeated ones count with the logarithm."""
    times: dict[int, int] = {}
    for name in names:
        at = terms.column.get(name)
        if at is not None:
            times[at] = times.get(at, 0) + 1
    columns = np.fromiter(times, np.int32, len(times))
    often = np.array([_OFTEN[min(many, MOST_TIMES)] for many in times.values()], np.float32)
    values = often * terms.rarity[columns]
    return Row(columns, values / np.float32(max(float(values @ values), 1e-18) ** 0.5))


def runs(word: str) -> set[str]:
    """Every run of three to five letters of the word between two spaces."""
    padded = f" {word} "
    return {
        padded[at : at + size]
        for size in range(SHORTEST_RUN, min(LONGEST_RUN, len(padded)) + 1)
        for at in range(len(padded) - size + 1)
    }


class Letters:
    """Runs of letters, word by word.

    A message's row is the sum over its different words, scaled by the root of the sum of their
    squared lengths, so that a score is a sum of what each word brings.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.of_word = lru_cache(maxsize=30_000)(self._of_word)

    def _of_word(self, word: str) -> Row:
        """Unscaled: the rarity of each known run."""
        column = self.terms.column
        columns = np.array(sorted(column[run] for run in runs(word) if run in column), np.int32)
        return Row(columns, self.terms.rarity[columns])

    def row(self, words: Iterable[str]) -> Row:
        """Of the different words of a message; a column may stand in it more than once."""
        parts = [self.of_word(word) for word in words]
        if not parts:
            return Row(np.empty(0, np.int32), np.empty(0, np.float32))
        values: Floats = np.concatenate([part.values for part in parts])
        columns: Columns = np.concatenate([part.columns for part in parts])
        return Row(columns, values / np.float32(max(float(values @ values), 1e-18) ** 0.5))
