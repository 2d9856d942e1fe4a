"""Which articles answer some words, or a category. Pure; few articles, all in memory."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.guide.text import plain
from app.search.terms import stem, words_of
from models.vocabulary import Category

_TITLE_COUNTS = 3.0
_OF_CATEGORY = 6.0
# Of what is asked at least this share of weight must stand in the article.
_LEAST = 0.34
_SHORTEST = 3  # letters of a word that says anything


@dataclass(frozen=True, slots=True)
class Guide:
    """A published article in one language; `body` is Markdown."""

    slug: str
    title: str
    body: str
    categories: tuple[Category, ...]


@lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of([text]) if len(word) >= _SHORTEST)


def by_words(guides: Sequence[Guide], words: str) -> list[Guide]:
    """Those that hold enough of the words, the best first; rare words count more."""
    scored = _scored(guides, words)
    return [guide for guide, score in scored if score > 0]


def suggested(
    guides: Sequence[Guide], words: str, categories: Iterable[Category], *, limit: int
) -> list[Guide]:
    """For a report about to be sent: of its likely categories first, then by its words."""
    wanted = set(categories)
    ranked = [
        (guide, score + (_OF_CATEGORY if wanted & set(guide.categories) else 0.0))
        for guide, score in _scored(guides, words)
    ]
    ranked.sort(key=lambda pair: -pair[1])
    return [guide for guide, score in ranked if score >= _OF_CATEGORY][:limit]


def _scored(guides: Sequence[Guide], words: str) -> list[tuple[Guide, float]]:
    asked = _stems(words)
    titles = [_stems(guide.title) for guide in guides]
    whole = [title | _stems(plain(guide.body)) for guide, title in zip(guides, titles, strict=True)]
    spread = Counter(word for held in whole for word in held)
    weight = {word: math.log(1 + len(guides) / spread[word]) for word in asked if spread[word]}
    everything = sum(weight.values())
    found = []
    for guide, title, held in zip(guides, titles, whole, strict=True):
        there = sum(weight[word] for word in held & weight.keys())
        extra = sum(weight[word] for word in title & weight.keys()) * (_TITLE_COUNTS - 1)
        is_enough = everything > 0 and there / everything >= _LEAST
        found.append((guide, there + extra if is_enough else 0.0))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].title))
