"""People of a school whose full name stands in the text, whoever the reader thought was meant."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from app.lookup import person_name
from app.lookup.dossier import Person

_WORD = re.compile(r"[a-z]+")
_ALIKE = 90.0
_SAME_PERSON = 65.0
_SHORTEST_NAME = 2  # words: a single word is too often a word of the language


def named_in(text: str, people: Iterable[Person]) -> Sequence[Person]:
    """Everyone whose whole name stands in `text`, in the order of the text.

    Spelling errors are tolerated, titles and word order are not needed. A name of one word is
    never taken from running text.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    spoken = _WORD.findall(plain)
    found = [
        (at, person)
        for person in people
        for words in [person_name.words(person.name)]
        if len(words) >= _SHORTEST_NAME
        for at in [_place(spoken, words)]
        if at is not None
    ]
    return [person for _, person in sorted(found, key=lambda each: each[0])]


def bears(name: str, people: Iterable[Person]) -> bool:
    """Whether anyone of them may be meant by `name`."""
    return any(person_name.fit(name, each.name).score >= _SAME_PERSON for each in people)


def _place(spoken: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the name stands; None when it does not."""
    length, name = len(words), " ".join(words)
    for at in range(len(spoken) - length + 1):
        window = spoken[at : at + length]
        # The first letters decide cheaply; a wrong first letter is the rarest of typing errors.
        if window[0][0] != words[0][0]:
            continue
        if fuzz.ratio(" ".join(window), name) >= _ALIKE:
            return at
    return None
