"""Where in a message each fact stands."""

import re
from dataclasses import dataclass, field, fields
from datetime import date

from app.reading.emails import Found


@dataclass(slots=True)
class Places:
    """Every fact of a message (or of a part of it) with its position, in order."""

    npsn: list[Found] = field(default_factory=list)
    emails: list[Found] = field(default_factory=list)
    nisn: list[Found] = field(default_factory=list)
    nuptk: list[Found] = field(default_factory=list)
    nik: list[Found] = field(default_factory=list)
    nip: list[Found] = field(default_factory=list)
    person_names: list[Found] = field(default_factory=list)
    school_names: list[Found] = field(default_factory=list)
    births: list[Found] = field(default_factory=list)

    def within(self, start: int, end: int) -> "Places":
        """The same for one stretch of the text."""
        return Places(
            **{
                kind.name: [one for one in getattr(self, kind.name) if start <= one.start < end]
                for kind in fields(self)
            }
        )

    def birth_date(self) -> date | None:
        return date.fromisoformat(self.births[0].value) if self.births else None

    def identifiers(self) -> list[str]:
        """Numbers and account addresses that stand for one person, strongest first."""
        accounts = [one for one in self.emails if one.value.endswith("belajar.id")]
        every = [*self.nik, *self.nuptk, *self.nip, *self.nisn, *accounts]
        return [one.value for one in every]

    def identifies_someone(self) -> bool:
        return bool(self.identifiers())


_BORN = re.compile(
    r"\b(?:lahir\w*|ttl|kelahiran|born|birth ?date|date of birth|dob)\b[^.!?\n]{0,40}$", re.I
)


def births(text: str, days: list[tuple[date, Found]]) -> list[Found]:
    """The days that the text calls a birth date."""
    return [
        found for _, found in days if _BORN.search(text[max(found.start - 60, 0) : found.start])
    ]
