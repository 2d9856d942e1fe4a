"""A public reply in a comment thread: its text, and what of a person stands in it. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from app.kit import tanggal
from app.reading.extract import extract

_ADDRESS = re.compile(r"\S*\w@\w\S*")
# Also spaced, dotted or dashed, as phone numbers and days are written.
_NUMBER = re.compile(r"(?<!\w)[+(]?\d[\d.\-/() ]{3,}\d(?!\w)")
_SCHOOL_YEAR = re.compile(r"20\d\d/20\d\d")
_SHORTEST_NAME = 3
_STATEMENTS = 2

HANDLED = "Laporan ini sudah kami tangani (nomor laporan {number})."
WAITS = "Laporan ini sudah kami periksa dan menunggu langkah berikutnya (nomor laporan {number})."
NOT_HERE = (
    "Untuk hal pribadi, gunakan formulir bantuan. Jangan menulis NIK, tanggal lahir, atau nomor "
    "telepon di kolom komentar."
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the people of a report. `whole` are names that count only as a whole,
    such as a school's; the parts of `names` count too."""

    names: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()


def made(number: int, statements: Iterable[str], *, is_waiting: bool) -> str:
    """For the next reader: that it is handled, what the rule says, and what not to write there.

    Its number tells the reply from any other, also when it comes back with the next import.
    """
    opening = (WAITS if is_waiting else HANDLED).format(number=number)
    rule = " ".join(islice(statements, _STATEMENTS))
    return "\n\n".join(filter(None, [opening, rule, NOT_HERE]))


def personal(text: str, number: int, known: Known, *, own: str = "") -> tuple[str, ...]:
    """Words of `text` that may tell who it is about, as written; the report's number may stand.

    Words of `own`, the text as the rule makes it, are nobody's name.
    """
    common = {word.casefold() for word in re.findall(r"\w+", own)}
    found = [*_ADDRESS.findall(text), *_numbers(text, number)]
    found += _named(text, (*known.names, *known.whole))
    found += _named(text, _parts(known.names, common))
    found += [tanggal.long_day(day) for day in extract(text).facts.dates if day in known.days]
    return tuple(dict.fromkeys(each.strip(" .,;:()") for each in found))


def _numbers(text: str, number: int) -> Iterator[str]:
    for each in _NUMBER.findall(text):
        is_ours = re.sub(r"\D", "", each) == str(number)
        if not (is_ours or _SCHOOL_YEAR.fullmatch(each.strip())):
            yield each


def _parts(names: Iterable[str], common: Collection[str]) -> Iterator[str]:
    for name in names:
        for part in re.findall(r"\w+", name):
            if len(part) >= _SHORTEST_NAME and part.casefold() not in common:
                yield part


def _named(text: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if len(name.strip()) < _SHORTEST_NAME:
            continue
        spaced = r"\s+".join(map(re.escape, name.split()))
        if hit := re.search(rf"(?<!\w){spaced}(?!\w)", text, flags=re.IGNORECASE):
            yield hit.group()
