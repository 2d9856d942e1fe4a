"""Prepared answers: their variables, and the text filled in for one report. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# The only words an answer may hold in braces.
VARIABLES = (
    "sapaan",
    "nama",
    "nomor",
    "sekolah",
    "npsn",
    "kategori",
    "tanggal_janji",
    "hari_ini",
    "petugas",
)
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Filled:
    """The text for one report; `missing` are the variables still in it, to be filled by hand."""

    text: str
    missing: tuple[str, ...]


def unknown(text: str) -> tuple[str, ...]:
    """What stands in braces and is no variable, each once; a single brace counts as well."""
    names = [each for each in _IN_BRACES.findall(text) if each not in VARIABLES]
    lonely = _BRACE.findall(_IN_BRACES.sub("", text))
    return tuple(dict.fromkeys(["{" + each + "}" for each in names] + lonely))


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """A variable without a value stays as it is, so that nobody overlooks it."""
    filled = _IN_BRACES.sub(lambda hit: values.get(hit[1], "") or hit[0], text)
    return Filled(filled, unfilled(filled))


def unfilled(text: str) -> tuple[str, ...]:
    """The variables that stand in the text, in braces, each once."""
    found = [each for each in _IN_BRACES.findall(text) if each in VARIABLES]
    return tuple(dict.fromkeys("{" + each + "}" for each in found))


def fitting(titles: Iterable[str], typed: str) -> Sequence[str]:
    """The title that was typed, or else every one that holds all of its words."""
    known, wanted = list(titles), typed.strip().casefold()
    same = [each for each in known if each.casefold() == wanted]
    if same or not wanted:
        return same
    return [each for each in known if all(word in each.casefold() for word in wanted.split())]
