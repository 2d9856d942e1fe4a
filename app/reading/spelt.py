"""What the letters of each word bring to each category, worked out once per word."""

import threading
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from app.reading.features import Floats, Letters, Terms

MOST_WORDS = 30_000  # remembered; then everything is forgotten and learnt anew


class Brought(NamedTuple):
    """Of the different words of one message: a row per word, a column per category, scaled."""

    words: Sequence[str]
    scores: Floats


class _Table:
    """Words met so far, each with its row."""

    def __init__(self, width: int) -> None:
        self.row: dict[str, int] = {}
        self.scores = np.empty((MOST_WORDS, width), np.float32)
        self.squares = np.empty(MOST_WORDS, np.float32)


class SpeltWords:
    """Safe to share between threads: one adds at a time, and a full table is replaced whole."""

    def __init__(self, terms: Terms, weights: Floats) -> None:
        self._letters = Letters(terms)
        self._weights = weights
        self._table = _Table(weights.shape[1])
        self._adding = threading.Lock()

    def brought(self, words: Sequence[str]) -> Brought:
        """Scaled to the message: a word's scores depend on the others beside it."""
        different = list(dict.fromkeys(words))[: MOST_WORDS // 2]
        table = self._knowing(different)
        rows = [table.row[word] for word in different]
        length = max(float(table.squares[rows].sum()), 1e-9) ** 0.5
        return Brought(different, table.scores[rows] / np.float32(length))

    def _knowing(self, words: Sequence[str]) -> _Table:
        """A table that holds all of these words."""
        table = self._table
        new = [word for word in words if word not in table.row]
        if not new:
            return table
        with self._adding:
            table = self._table
            if len(table.row) + len(new) > MOST_WORDS:
                table = self._table = _Table(self._weights.shape[1])
                new = list(words)
            for word in new:
                self._add(table, word)
        return table

    def _add(self, table: _Table, word: str) -> None:
        if word in table.row:  # another thread was first
            return
        found, at = self._letters.of_word(word), len(table.row)
        table.scores[at] = found.values @ self._weights[found.columns]
        table.squares[at] = found.values @ found.values
        # Last: from here on others may read the row.
        table.row[word] = at
