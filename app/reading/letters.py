"""Letter features of many texts at once, word by word: a word seen before costs nothing.

Gives what scikit-learn's `char_wb` TF-IDF with sublinear counts gives; see the test of it.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

MOST_WORDS = 50_000  # remembered; then everything is forgotten and learnt anew
Matrix = Any  # scipy is untyped


class LetterGrams:
    """Letter runs of two to five within words, weighed as the fitted vocabulary says."""

    def __init__(self, vocabulary: Mapping[str, int], weights: Sequence[float]) -> None:
        self._vocabulary = dict(vocabulary)
        self._weights = [float(weight) for weight in weights]
        self._known: dict[str, tuple[int, ...]] = {}

    def matrix(self, texts: Sequence[str]) -> Matrix:
        """A row of length one per text (or of zeros), a column per run of letters."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - imported only when called

        values: list[float] = []
        columns: list[int] = []
        ends = [0]
        for text in texts:
            counts = Counter(column for word in text.split() for column in self._columns(word))
            row = [self._weights[at] * (1 + math.log(times)) for at, times in counts.items()]
            length = math.sqrt(sum(value * value for value in row)) or 1.0
            columns += counts
            values += [value / length for value in row]
            ends.append(len(columns))
        return csr_matrix((values, columns, ends), shape=(len(texts), len(self._weights)))

    def _columns(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            runs = (self._vocabulary.get(run) for run in _runs(f" {word} "))
            known = self._known[word] = tuple(at for at in runs if at is not None)
        return known


def _runs(padded: str) -> list[str]:
    """Every run of two to five letters; of a shorter word, the word once."""
    found: list[str] = []
    for size in range(2, 6):
        found += [padded[at : at + size] for at in range(max(len(padded) - size, 0) + 1)]
        if len(padded) <= size:
            break
    return found
