"""Which solved reports of one category are told in nearly the same words. Pure."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from app.linking.likeness import likeness, stems
from app.search import terms

AT_MOST = 5
_LOOKED_AT = 25  # by the slower, finer comparison
_PERCENT = 25  # less is no likeness worth an agent's time


def closest(text: str, others: Mapping[int, str]) -> list[tuple[int, int]]:
    """Id and percent of those alike enough, the likest first, at most AT_MOST."""
    mine = _rough(text)
    roughly = sorted(others, key=lambda each: (-_shared(mine, _rough(others[each])), -each))
    fine = stems(text)
    found = [(each, likeness(fine, stems(others[each]))) for each in roughly[:_LOOKED_AT]]
    found.sort(key=lambda pair: (-pair[1], -pair[0]))
    return [pair for pair in found[:AT_MOST] if pair[1] >= _PERCENT]


def _rough(text: str) -> AbstractSet[str]:
    return {terms.stem(word) for word in terms.words_of([text])}


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    return len(one & other) / (len(one) + len(other) or 1)
