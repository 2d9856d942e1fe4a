"""A list of people, pasted or from a file: who stands on each line, and what cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from rapidfuzz import fuzz

from app.intake import cells, table
from app.intake.columns import Columns, columns_of
from app.intake.form import belajar_address, repaired
from app.intake.listed import Entry, Listed
from app.intake.table import Row
from app.intake.tidy import folded, is_visible
from models.values import MalformedAddress, MalformedNpsn, Npsn

__all__ = ["BadLine", "Parsed", "Repeated", "parse"]

MOST_ROWS = 2000
_LONGEST_LINE = 400
_LONGEST_NAME = 120
_LENGTHS = {"nik": 16, "nuptk": 16, "nip": 18, "nisn": 10}
# Spreadsheets take the zeros off the front of these.
_PADDED = {"nisn": 7}
# They keep fifteen digits of a number and make noughts of the rest. Of one number the last digit
# is a nought by chance; of so many different ones it was rounded.
_ROUNDED = {"nik": "0", "nuptk": "0", "nip": "000"}
_BY_CHANCE = 3
_SAME_NAME = 85.0


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line nobody can be read from; `key` names the sentence on why, `hint` its gap."""

    line: int
    text: str
    key: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A line about somebody who stands on an earlier one."""

    line: int
    first: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """In order of the text; `ignored` are headings of columns that nothing was taken from.

    `rows` counts all that stands there, headings aside.
    """

    entries: tuple[Entry, ...] = ()
    bad: tuple[BadLine, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    ignored: tuple[str, ...] = ()
    rows: int = 0


class _Unreadable(ValueError):
    """The line cannot be used; `key` and `hint` as in BadLine."""

    def __init__(self, key: str, hint: str = "") -> None:
        super().__init__(key)
        self.key, self.hint = key, hint


def parse(text: str) -> Parsed:
    """Columns by their headings; without headings each cell by what it looks like.

    No more than the first MOST_ROWS rows are read.
    """
    found = table.rows(text)
    columns = columns_of(found)
    body = found[columns.first_row :] if columns else found
    entries: list[Entry] = []
    bad: list[BadLine] = []
    for row in body[:MOST_ROWS]:
        said = "; ".join(filter(None, row.cells))[:_LONGEST_LINE]
        try:
            raw = _by_heading(row, columns) if columns else _by_content(row)
            entries.append(Entry(row.line, said, _person(raw)))
        except _Unreadable as error:
            bad.append(BadLine(row.line, said, error.key, error.hint))
    entries, rounded = _exact(entries)
    kept, repeated, at_odds = once(entries)
    bad += [*rounded, *(_same_number(each, at_odds) for each in kept if each.line in at_odds)]
    kept = tuple(each for each in kept if each.line not in at_odds)
    wrong = tuple(sorted(bad, key=lambda each: each.line))
    return Parsed(kept, wrong, repeated, columns.ignored if columns else (), len(body))


def once(
    entries: Sequence[Entry],
) -> tuple[tuple[Entry, ...], tuple[Repeated, ...], Mapping[int, int]]:
    """Each person once, with what any of their lines says, at the place of the first.

    Two names under one number are two people, and one of them has the wrong number: such a line
    is named last, with the line it is at odds with.
    """
    at: dict[tuple[str, ...], int] = {}
    kept: list[Entry] = []
    repeated: list[Repeated] = []
    at_odds: dict[int, int] = {}
    for entry in entries:
        keys = list(_keys(entry.person))
        known = next((at[key] for key in keys if key in at), None)
        if known is None:
            at.update(dict.fromkeys(keys, len(kept)))
            kept.append(entry)
        elif _may_be_one(kept[known].person, entry.person):
            first = kept[known]
            repeated.append(Repeated(entry.line, first.line))
            kept[known] = replace(first, person=_completed(first.person, entry.person))
            at.update(dict.fromkeys(keys, known))
        else:
            at_odds[entry.line] = kept[known].line
            kept.append(entry)
    return tuple(kept), tuple(repeated), at_odds


def _exact(entries: Sequence[Entry]) -> tuple[list[Entry], list[BadLine]]:
    """Without those whose number a spreadsheet rounded to somebody else's."""
    rounded: set[str] = set()
    for kind, ending in _ROUNDED.items():
        numbers = {number for each in entries if (number := getattr(each.person, kind))}
        if len(numbers) > _BY_CHANCE and all(each.endswith(ending) for each in numbers):
            rounded.add(kind)
    kept: list[Entry] = []
    bad: list[BadLine] = []
    for entry in entries:
        wrong = next((each for each in sorted(rounded) if getattr(entry.person, each)), "")
        if wrong:
            bad.append(BadLine(entry.line, entry.text, "daftar.bad_rounded", wrong.upper()))
        else:
            kept.append(entry)
    return kept, bad


def _same_number(entry: Entry, at_odds: Mapping[int, int]) -> BadLine:
    first = str(at_odds[entry.line])
    return BadLine(entry.line, entry.text, "daftar.bad_same_number", first)


def _may_be_one(first: Listed, other: Listed) -> bool:
    """The same name but for titles, order, parts left out and a slip; or one without a name."""
    if not first.name or not other.name:
        return True
    names = [folded(each.partition(",")[0]) for each in (first.name, other.name)]
    return fuzz.token_set_ratio(*names) >= _SAME_NAME


def _keys(person: Listed) -> Iterator[tuple[str, ...]]:
    """What makes two lines one person: an identifier, else everything else that is said."""
    for name in _LENGTHS:
        if number := getattr(person, name):
            yield name, number
    for address in person.emails:
        yield "akun", address
    if person.emails or any(getattr(person, name) for name in _LENGTHS):
        return
    born = person.birth_date.isoformat() if person.birth_date else ""
    yield "nama", folded(person.name or ""), born, person.npsn or "", folded(person.grade or "")


def _completed(first: Listed, other: Listed) -> Listed:
    missing = {
        each.name: getattr(other, each.name)
        for each in fields(Listed)
        if not getattr(first, each.name)
    }
    return replace(first, **missing)


def _by_heading(row: Row, columns: Columns) -> dict[str, str]:
    cell_of = dict(enumerate(row.cells))
    return {name: cell_of.get(at, "") for name, at in columns.at.items()}


def _by_content(row: Row) -> dict[str, str]:
    """The first cell of each kind; further words after a name are its titles or left aside."""
    found: dict[str, str] = {}
    for at, cell in enumerate(row.cells):
        if not cell or _is_running_number(row, at):
            continue
        if found.get("name") and cells.is_title(cell):
            found["name"] = f"{found['name']}, {cell}"
            continue
        found.setdefault(_kind(cell), cell)
    return found


def _is_running_number(row: Row, at: int) -> bool:
    cell = row.cells[at].rstrip(".)")
    return at == 0 and len(row.cells) > 1 and cell.isdecimal() and len(cell) <= 3


def _kind(cell: str) -> str:
    """The kinds are asked in this order: a day in figures also looks like a number."""
    number = cells.digits(cell)
    looks: dict[str, bool] = {
        "email": "@" in cell,
        "nik": cells.is_broken_number(cell) or cells.is_nik(number),
        "nuptk": len(number) == 16,
        "nip": len(number) == 18,
        "birth": cells.day(cell) is not None,
        "nisn": len(number) == 10,
        "npsn": len(number) == 8,
        "number": len(number) > 3,
        "grade": cells.grade(cell) is not None,
        "gender": cell.upper() in {"L", "P", "LAKI-LAKI", "PEREMPUAN"},
    }
    return next((kind for kind, is_so in looks.items() if is_so), "name")


def _person(raw: Mapping[str, str]) -> Listed:
    """Raises _Unreadable where nobody is named, or where what is written cannot be right."""
    if raw.get("number"):
        raise _Unreadable("daftar.bad_number", raw["number"][:30])
    name = _name(raw)
    numbers = {each: _number(each, raw.get(each, "")) for each in _LENGTHS}
    emails = _accounts(raw.get("email", ""))
    written = name or next(filter(None, (*emails, *numbers.values())), None)
    if written is None:
        raise _Unreadable("daftar.bad_nobody")
    return Listed(
        as_written=written,
        name=name,
        birth_date=_birth(raw.get("birth", "")),
        npsn=_npsn(raw.get("npsn", "")),
        emails=emails,
        grade=cells.grade(raw.get("grade", "")),
        **numbers,
    )


def _name(raw: Mapping[str, str]) -> str | None:
    name = raw.get("name", "")
    if not is_visible(name):
        return None
    if sum(each.isalpha() for each in name) < 2:
        raise _Unreadable("daftar.bad_name", name[:30])
    if len(name) > _LONGEST_NAME:
        raise _Unreadable("daftar.bad_long", str(_LONGEST_NAME))
    return name


def _number(kind: str, cell: str) -> str | None:
    if not cell or cell in {"-", "0"}:
        return None
    if cells.is_broken_number(cell):
        raise _Unreadable("daftar.bad_rounded", kind.upper())
    number = cells.digits(cell)
    if _PADDED.get(kind, 99) <= len(number) < _LENGTHS[kind]:
        number = number.zfill(_LENGTHS[kind])
    if len(number) != _LENGTHS[kind]:
        raise _Unreadable(f"daftar.bad_{kind}")
    return number


def _birth(cell: str) -> date | None:
    if not cell or cell == "-":
        return None
    found = cells.day(cell)
    if found is None:
        raise _Unreadable("daftar.bad_birth", cell[:30])
    return found


def _npsn(cell: str) -> str | None:
    if not cell or cell == "-":
        return None
    try:
        return str(Npsn.parse(cell.replace(" ", "")))
    except MalformedNpsn:
        raise _Unreadable("daftar.bad_npsn", cell[:30]) from None


def _accounts(cell: str) -> tuple[str, ...]:
    """Addresses under belajar.id; a private address says nothing of who is meant."""
    found = []
    for written in cell.replace(",", " ").split():
        try:
            found.append(belajar_address(written))
        except MalformedAddress:
            meant = repaired(written)
            if meant:
                found.append(meant)
            elif "belajar" in written.lower():
                raise _Unreadable("daftar.bad_account", written[:60]) from None
    return tuple(dict.fromkeys(found))
