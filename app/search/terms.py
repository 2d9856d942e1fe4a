"""Words as the index holds them and as a question asks for them. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 40
_MOST_WORDS = 8
_LONGEST_NUMBER = 18
_STEMMER = Stemmer.Stemmer("indonesian")
# A typing error is looked for only in words of letters; of shorter ones too many are neighbours.
_SHORTEST_SLIP, _LONGEST_SLIP = 4, 20
_ANY_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """One word of a question: what a word of the text may begin with, and its stem."""

    prefix: str
    stem: str


@dataclass(frozen=True, slots=True)
class Question:
    """`number` is the report number that was typed and nothing else, None for words."""

    words: tuple[Sought, ...]
    number: int | None = None


def question(text: str) -> Question:
    """At most eight words; punctuation, case and accents do not count."""
    typed = text.strip().lower().removeprefix("#").strip()
    found = [Sought(word, stem(word)) for word in dict.fromkeys(_words(typed))]
    number = int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else None
    return Question(tuple(found[:_MOST_WORDS]), number=number)


def document(free: Iterable[str], names: Iterable[str]) -> str:
    """What is stored of a report: each word of `free` with its stem, of `names` as it is.

    The stemmer takes proper names apart (Ternate becomes nate), so names are never stemmed.
    """
    kept: dict[str, None] = {}
    for word in _words(" ".join(free)):
        kept[word] = None
        kept[stem(word)] = None
    kept |= dict.fromkeys(_words(" ".join(names)))
    return " ".join(kept)


def words_of(*texts: Iterable[str]) -> frozenset[str]:
    """Every word as it was written."""
    return frozenset(word for each in texts for word in _words(" ".join(each)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def may_be_mistyped(word: str) -> bool:
    """Whether the index of typing errors holds such a word."""
    return _SHORTEST_SLIP <= len(word) <= _LONGEST_SLIP and bool(_ANY_WORD.fullmatch(word))


def slips(word: str) -> frozenset[str]:
    """The word itself and everything that is left when one letter is missing."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def is_neighbour(one: str, other: str) -> bool:
    """One letter too many, missing, wrong, or two exchanged."""
    return OSA.distance(one, other) <= 1


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return (word[:_LONGEST] for word in _WORD.findall(plain))
