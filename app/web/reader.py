"""The colleague a page is made for: their language, and how much of personal data they see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import Request

from app.access.permissions import Permission, may
from app.kit import tanggal
from app.store import staff
from app.store.session import Session
from app.web import labels, masks, pages
from models import Staff


@dataclass(frozen=True, slots=True)
class Reader:
    """`sees_all` is whether personal data is shown unmasked; `names` is every colleague by id."""

    language: str
    sees_all: bool
    names: Mapping[int, str]

    def say(self, key: str, /, **details: object) -> str:
        return labels.say(key, self.language, **details)

    def label(self, word: object, /) -> str:
        """The label of a vocabulary word; a dash for None."""
        return "–" if word is None else labels.label(word, self.language)

    def colleague(self, staff_id: int | None) -> str:
        return self.names.get(staff_id, "–") if staff_id is not None else "–"

    def number(self, digits: str | None) -> str:
        return (digits or "") if self.sees_all else masks.number(digits)

    def mail(self, address: str | None) -> str:
        return (address or "") if self.sees_all else masks.mail(address)

    def birth(self, day: date | None) -> str:
        if day is None:
            return ""
        return tanggal.long_day(day) if self.sees_all else masks.birth(day)

    def text(self, written: str) -> str:
        """Free text that may hold identifiers."""
        return written if self.sees_all else masks.in_text(written)

    def day(self, day: date | None) -> str:
        return tanggal.long_day(day) if day else ""

    def instant(self, instant: datetime | None) -> str:
        return tanggal.short_instant(instant) if instant else ""


def reader_of(request: Request, session: Session, who: Staff) -> Reader:
    """For the colleague who asks."""
    return Reader(
        pages.language_of(request),
        sees_all=may(who.role, Permission.UNMASK),
        names=staff.names(session),
    )
