"""The words of a message with the jenjang and peran they name, for judging what changed."""

import re
from functools import lru_cache
from typing import NamedTuple

from app.reading.level_words import LEVELS, PHRASES
from app.reading.normalise import stem
from app.reading.wordlists import words
from models.vocabulary import Jenjang, Peran

_OFFICE = words(
    "kepsek kapsek ks operator ops opr tu tendik administrasi plt admin head headteacher"
    " headmistress clerk"
)
_TEACHES = words("guru tutor ajar taught")

_ADDRESS = re.compile(r"(?<![a-z0-9._+-])[a-z0-9._+-]*@ ?([a-z]+(?:\.[a-z]+)*)")
_WORD = re.compile(
    "|".join(rf"{phrase}\b" for phrase in PHRASES)
    + r"|@[a-z.]+|(?:guru|admin|siswa)\.(?:paud|sd|smp|sma|smk|slb)\b|[a-z]+|\d+|[→>|.!?;\n,:()]"
)
_ENDING = re.compile(r"^(.*?)-?(?:nya|ku|mu|na|ne)$")


class Word(NamedTuple):
    """One word as stem; of an address its kind. Marks between clauses are one of `.`, `,`, `>`."""

    stem: str
    level: Jenjang | None = None
    role: Peran | None = None


def said(text: str) -> list[Word]:
    """The words in order; `text` has been through `plain`."""
    lower = text.lower()
    if "@" in lower:
        # Whose address it is says nothing, and may look like a word.
        lower = _ADDRESS.sub(r" @\1 ", lower)
    return list(map(_word, _WORD.findall(lower.replace("->", "→"))))


@lru_cache(maxsize=50_000)
def _word(written: str) -> Word:
    if written in LEVELS:
        return Word("", LEVELS[written])
    if written[0].isdigit():
        return Word("0" if len(written) > 2 else written)
    if not written[-1].isalpha():
        return Word(_mark(written))
    if "@" in written or "." in written:
        return _of_address(written)
    bare = _ENDING.match(written)
    if bare and bare[1] in LEVELS:
        return Word("", LEVELS[bare[1]])
    base = stem(written)
    return Word(base, None, _role(base))


def _of_address(written: str) -> Word:
    parts = re.split(r"[@.]", written)
    level = next((LEVELS[part] for part in parts if part in LEVELS), None)
    if "admin" in parts:
        return Word("@admin", level, Peran.ADMIN)
    if "guru" in parts:
        return Word("@guru", level, Peran.GURU)
    return Word("@siswa" if level else "@", level)


def _role(base: str) -> Peran | None:
    if base in _OFFICE:
        return Peran.ADMIN
    return Peran.GURU if base in _TEACHES else None


def _mark(written: str) -> str:
    if written in "→>|":
        return ">"
    return "," if written in ",:()" else "."
