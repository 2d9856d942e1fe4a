"""People of a list, as values: what a line says of one of them."""

from dataclasses import dataclass
from datetime import date

MOST = 500  # people of one list


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of one person; None where it is silent. Digits only in the numbers.

    `as_written` is the name, else the identifier, in the writer's own words.
    """

    as_written: str
    name: str | None = None
    birth_date: date | None = None
    npsn: str | None = None
    emails: tuple[str, ...] = ()
    nik: str | None = None
    nuptk: str | None = None
    nip: str | None = None
    nisn: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A person and the line (from 1) with its text."""

    line: int
    text: str
    person: Listed
