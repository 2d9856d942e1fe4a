"""What the letters of each word bring to each category, worked out once per word."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from app.reading.features import MOST_WORDS, Floats, Letters, Terms


class Brought(NamedTuple):
    """Of the different words of one message: a row per word, a column per category, scaled."""

    words: tuple[str, ...]
    scores: Floats


class SpeltWords:
    """Safe to share between threads: a table is replaced whole, never changed under a reader."""

    def __init__(self, terms: Terms, weights: Floats) -> None:
        self._letters = Letters(terms)
        self._weights = weights
        self._forget()

    def brought(self, words: Iterable[str]) -> Brought:
        """Scaled to the message: a word's scores depend on the others beside it."""
        different = tuple(dict.fromkeys(words))
        rows = [self._row(word) for word in different]
        if not rows:
            return Brought((), np.zeros((0, self._weights.shape[1]), np.float32))
        length = max(sum(square for _, square in rows), 1e-9) ** 0.5
        table = np.array([row for row, _ in rows], np.float32)
        return Brought(different, table / np.float32(length))

    def _row(self, word: str) -> tuple[list[float], float]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MOST_WORDS:
                self._forget()
            row = self._letters.of_word(word)
            scores = (row.values @ self._weights[row.columns]).tolist()
            known = self._known[word] = (scores, float(row.values @ row.values))
        return known

    def _forget(self) -> None:
        self._known: dict[str, tuple[list[float], float]] = {}
