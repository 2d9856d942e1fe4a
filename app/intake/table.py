"""A table as people paste or save it: its encoding, its separator, its rows."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.intake.tidy import storable

_SEPARATORS = ";\t,|"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEP_LINE = re.compile(r"sep=(.)", re.IGNORECASE)
# What is no text begins so: workbooks of Excel and OpenDocument, old Excel, PDF, pictures.
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")
_SPACES = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff]+")
_LONGEST_QUOTED = 3  # lines; a quotation mark that nobody closed swallows the rest of the file
_SAMPLE = 50
_LARGEST_CELL = 4000


class NoText(ValueError):
    """The file is no table in text form."""


@dataclass(frozen=True, slots=True)
class Row:
    """`line` counts from 1 in the text; cells are trimmed and in one line, never all empty."""

    line: int
    cells: tuple[str, ...]


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 with or without a mark, else Windows-1252. Raises NoText."""
    if content.startswith(_BINARY):
        raise NoText
    if content[:2] in _UTF16:
        return _clean(content.decode("utf-16", errors="replace"))
    if guessed := _unmarked_utf16(content):
        return _clean(content.decode(guessed, errors="replace"))
    if b"\x00" in content[:4000]:
        raise NoText
    try:
        return _clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _clean(content.decode("cp1252", errors="replace"))


def rows(text: str) -> list[Row]:
    """Every row that says something, in order; quotes and separators are taken off."""
    lines = _clean(text).splitlines()
    separator = None
    skipped = 0
    if lines and (stated := _SEP_LINE.fullmatch(lines[0].strip(' "'))):
        separator, skipped = stated[1], 1
        lines = lines[1:]
    separator = separator or _separator(lines)
    found = _read(lines, separator, skipped, quoting=csv.QUOTE_MINIMAL)
    if found is None:
        found = _read(lines, separator, skipped, quoting=csv.QUOTE_NONE) or []
    return [each for each in found if any(each.cells)]


def _clean(text: str) -> str:
    return storable(text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _unmarked_utf16(content: bytes) -> str | None:
    """Latin letters in two bytes each: every other byte is zero."""
    sample = content[:400]
    if len(sample) < 4 or len(content) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.7 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd == 0 else None


def _separator(lines: Sequence[str]) -> str:
    """The one that parts most lines into the same number of cells, of more than one.

    A comma also stands within names and their titles, so it must part nearly all lines alike.
    """
    sample = [line for line in lines if line.strip()][:_SAMPLE]
    best, most = "\t", 0
    for candidate in _SEPARATORS:
        widths = [_width(line, candidate) for line in sample]
        parted = [each for each in widths if each > 1]
        alike = max((parted.count(each) for each in set(parted)), default=0)
        if alike > most and alike * 2 >= len(sample):
            best, most = candidate, alike
    return best


def _width(line: str, separator: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=separator), []))
    except csv.Error:
        return 1


def _read(lines: Sequence[str], separator: str, skipped: int, *, quoting: int) -> list[Row] | None:
    """None when a quotation mark was opened and not closed."""
    reader = csv.reader(
        [f"{line}\n" for line in lines],
        delimiter=separator,
        quoting=csv.QUOTE_NONE if quoting == csv.QUOTE_NONE else csv.QUOTE_MINIMAL,
        skipinitialspace=True,
    )
    found: list[Row] = []
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            return None
        if cells is None:
            return found
        if reader.line_num - before > _LONGEST_QUOTED:
            return None
        found.append(Row(before + 1 + skipped, tuple(map(_tidy, cells))))
        before = reader.line_num


def _tidy(cell: str) -> str:
    """In one line, without the marks spreadsheets put around text (`'0012`, `="0012"`)."""
    plain = _SPACES.sub(" ", cell[:_LARGEST_CELL]).strip()
    if plain.startswith('="') and plain.endswith('"'):
        plain = plain[2:-1]
    return plain.strip("\"'’ ").strip()
