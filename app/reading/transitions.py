"""From which jenjang and peran to which, told by weights over the words around their names.

A jenjang is left, entered, both or neither: its names become one mark, those of the others a
second, so that all jenjang teach each other. A peran is weighed with the words near any that names
one. A message without such names states nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, permutations
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from app.reading.features import Floats, Terms, stem_row
from app.reading.said import Word, said
from models.vocabulary import Jenjang, Peran

THIS, OTHER = "<this>", "<other>"
MARKS = frozenset(".,")
LEVEL_REACH, ROLE_REACH = 6, 10  # words on either side that are looked at
PLACED = 3  # words on either side of a jenjang whose distance counts
BESIDE = 5  # words on either side of a peran whose side counts
COUNTED = 3  # from so many on, more is the same
ORDERED = 6  # names of jenjang or peran whose order counts

NEITHER, LEFT, ENTERED, BOTH = range(4)


class Levels(NamedTuple):
    before: Jenjang | None = None
    after: Jenjang | None = None


class Roles(NamedTuple):
    before: Peran | None = None
    after: Peran | None = None


CHANGES = (Roles(), Roles(Peran.GURU, Peran.ADMIN), Roles(Peran.ADMIN, Peran.GURU))


class Weights(NamedTuple):
    """A row per feature, a column per class."""

    terms: Terms
    weights: Floats
    bias: Floats

    def scores(self, names: Sequence[str]) -> list[float]:
        row = stem_row(self.terms, names)
        found: list[float] = (row.values @ self.weights[row.columns] + self.bias).tolist()
        return found

    def packed(self, name: str) -> dict[str, NDArray[Any]]:
        """As plain arrays whose keys begin with `name`."""
        return {
            f"{name}_names": np.frombuffer("\n".join(self.terms.names).encode(), np.uint8),
            f"{name}_rarity": self.terms.rarity,
            f"{name}_weights": self.weights.astype(np.float16),
            f"{name}_bias": self.bias,
        }

    @classmethod
    def unpacked(cls, held: Mapping[str, NDArray[Any]], name: str) -> Self:
        """Raises KeyError or ValueError when the arrays are not those of `packed`."""
        names = tuple(held[f"{name}_names"].tobytes().decode().split("\n"))
        weights = held[f"{name}_weights"].astype(np.float32)
        return cls(Terms(names, held[f"{name}_rarity"]), weights, held[f"{name}_bias"])


class Transitions(NamedTuple):
    """What is weighed for jenjang, with a column for NEITHER to BOTH, and for peran, as CHANGES."""

    levels: Weights
    roles: Weights

    def of(self, text: str) -> tuple[Levels, Roles]:
        """The moves and changes a text states; it has been through `plain`."""
        words = said(text)
        return self._levels(words), self._roles(words)

    def packed(self) -> dict[str, NDArray[Any]]:
        """As plain arrays, to be stored beside those of the classifier."""
        return self.levels.packed("moved") | self.roles.packed("changed")

    @classmethod
    def unpacked(cls, held: Mapping[str, NDArray[Any]]) -> Self:
        """Raises KeyError or ValueError when the arrays are not those of `packed`."""
        return cls(Weights.unpacked(held, "moved"), Weights.unpacked(held, "changed"))

    def _levels(self, words: Sequence[Word]) -> Levels:
        lead = {}
        for level in named_levels(words):
            scores = self.levels.scores(level_names(words, level))
            lead[level] = [score - scores[NEITHER] for score in scores]
        return max(_possible(lead), key=lambda one: one[1])[0]

    def _roles(self, words: Sequence[Word]) -> Roles:
        if not any(word.role for word in words):
            return Roles()
        scores = self.roles.scores(role_names(words))
        return CHANGES[scores.index(max(scores))]


def _possible(lead: Mapping[Jenjang, Sequence[float]]) -> Iterator[tuple[Levels, float]]:
    """Every answer with what it is worth; nothing left and nothing entered is worth 0."""
    yield Levels(), 0.0
    for level, scores in lead.items():
        yield Levels(level, None), scores[LEFT]
        yield Levels(None, level), scores[ENTERED]
        yield Levels(level, level), scores[BOTH]
    for before, after in permutations(lead, 2):
        yield Levels(before, after), lead[before][LEFT] + lead[after][ENTERED]


def named_levels(words: Iterable[Word]) -> list[Jenjang]:
    """Each jenjang once, in order."""
    return list(dict.fromkeys(word.level for word in words if word.level))


def level_names(words: Sequence[Word], level: Jenjang) -> list[str]:
    """What is weighed of one jenjang in a message."""
    shown = [_marked(word, level) for word in words]
    at = [place for place, word in enumerate(words) if word.level]
    order = ["x" if words[place].level is level else "y" for place in at]
    kinds = len(set(named_levels(words)))
    names = [
        f"kinds {min(kinds, COUNTED)}",
        f"times {min(order.count('x'), COUNTED)}",
        f"first {order[0]}",
        f"last {order[-1]}",
        f"order {''.join(order[:ORDERED])}",
        *_near(shown, at, LEVEL_REACH),
    ]
    for place in at:
        if words[place].level is level:
            names += _beside(shown, place)
    return names


def _marked(word: Word, level: Jenjang) -> str:
    if word.level is None:
        return word.stem
    return word.stem + (THIS if word.level is level else OTHER)


def _beside(shown: Sequence[str], place: int) -> Iterator[str]:
    """On which side words of its own clause stand, and how far any of the nearest three."""
    for side, step in (("<", -1), (">", 1)):
        own = True
        for away in range(1, LEVEL_REACH + 1):
            there = place + step * away
            if not 0 <= there < len(shown):
                break
            word = shown[there]
            if away <= PLACED:
                yield f"{side}{away} {word}"
            if own:
                yield f"{side} {word}"
            own = own and word not in MARKS and not word.endswith((THIS, OTHER))


def role_names(words: Sequence[Word]) -> list[str]:
    """What is weighed of the peran in a message."""
    shown = [f"{word.stem}<level>" if word.level else word.stem for word in words]
    named = [(place, word.role) for place, word in enumerate(words) if word.role]
    order = [role.value for _, role in named[:ORDERED]]
    names = [
        *(f"named {role}" for role in sorted({role.value for _, role in named})),
        *map(" ".join, pairwise(order)),
        *map(" ".join, zip(order, order[1:], order[2:], strict=False)),
        *_near(shown, [place for place, _ in named], ROLE_REACH),
    ]
    for place, role in named:
        before, after = shown[max(place - BESIDE, 0) : place], shown[place + 1 :][:BESIDE]
        names += [f"{role.value} < {word}" for word in before]
        names += [f"{role.value} > {word}" for word in after]
    return names


def _near(shown: Sequence[str], places: Iterable[int], reach: int) -> Iterator[str]:
    """Words, and pairs of them, that stand near one of the places; marks part no pair."""
    near: set[int] = set()
    for place in places:
        near.update(range(max(place - reach, 0), min(place + reach + 1, len(shown))))
    last, before = -2, ""
    for place in sorted(near):
        word, follows = shown[place], place == last + 1
        if word in MARKS:
            last = place if follows else last
            continue
        yield word
        if follows:
            yield f"{before} {word}"
        last, before = place, word
