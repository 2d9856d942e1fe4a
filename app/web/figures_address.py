"""The address of the figures as a scope, and a scope as an address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from app.kit.clock import wib_day
from app.report import catalogue
from app.report.board import scope_of
from app.report.numbers import BadPeriod, Period
from app.store.scope import Scope
from app.web.typed import number, tidy
from models.vocabulary import Age, Category, Channel, Jenjang, WhoActs

_Word = TypeVar("_Word", bound=StrEnum)
PERIOD = ("dari", "sampai")
FILTERS = ("kategori", "npsn", "provinsi", "kabupaten", "kanal", "jenjang")
NARROWER = ("pemegang", "umur", "petugas", "oleh")
UNREAD = "belum_terbaca"
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, as text and as a scope. `is_bad` where the days are no period."""

    period: Period
    typed: Mapping[str, str]
    scope: Scope
    is_bad: bool = False

    @property
    def is_narrowed(self) -> bool:
        return any(self.typed[name] for name in (*FILTERS, *NARROWER))

    def address(self, path: str, **changed: str) -> str:
        """The address of this question with some of it changed; empty parts are left out."""
        days = {"dari": self.period.first.isoformat(), "sampai": self.period.last.isoformat()}
        parts = {**days, **self.typed, **changed}
        return f"{path}?{urlencode({name: text for name, text in parts.items() if text})}"


def asked(query: Mapping[str, str], *, now: datetime) -> Asked:
    """Unknown words ask for nothing: an old bookmark still opens."""
    period, is_bad = period_of(query.get("dari", ""), query.get("sampai", ""), now)
    typed = {name: tidy(query.get(name, ""), _LONGEST) for name in (*FILTERS, *NARROWER)}
    after, upto = _received(typed["umur"], now)
    scope = replace(
        scope_of(period, now=now),
        category=_category(typed["kategori"]),
        unread=typed["kategori"] == UNREAD,
        npsn=typed["npsn"] or None,
        province=typed["provinsi"] or None,
        regency=typed["kabupaten"] or None,
        channel=_word(Channel, typed["kanal"]),
        jenjang=_word(Jenjang, typed["jenjang"]),
        holder=_word(WhoActs, typed["pemegang"]),
        received_after=after,
        received_upto=upto,
        assigned_to=number(typed["petugas"]),
        actor=typed["oleh"] or None,
    )
    return Asked(period, typed, scope, is_bad)


def period_of(first: str, last: str, now: datetime) -> tuple[Period, bool]:
    """The period asked for, the usual one where none is; and whether it could not be read."""
    usual = Period.usual(wib_day(now))
    if not first and not last:
        return usual, False
    try:
        end = date.fromisoformat(last) if last else usual.last
        begin = date.fromisoformat(first) if first else Period.usual(end).first
        return Period.of(begin, end), False
    except (BadPeriod, ValueError, OverflowError):
        return usual, True


def presets(today: date) -> Mapping[str, Period]:
    """Periods people ask for, by the name of their sentence. Weeks begin on Monday."""
    month = today.replace(day=1)
    end_of_last = month - timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return {
        "today": Period(today, today),
        "week": Period(monday, today),
        "last_week": Period(monday - timedelta(days=7), monday - timedelta(days=1)),
        "days_30": Period.usual(today),
        "month": Period(month, today),
        "last_month": Period(end_of_last.replace(day=1), end_of_last),
        "year": Period(today.replace(month=1, day=1), today),
    }


def links(path: str, wanted: Asked, now: datetime) -> tuple[tuple[str, str, bool], ...]:
    """The same question of other periods: name, address, and whether it is the one shown."""
    return tuple(
        (
            name,
            wanted.address(path, dari=each.first.isoformat(), sampai=each.last.isoformat()),
            each == wanted.period,
        )
        for name, each in presets(wib_day(now)).items()
    )


def _received(age: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    word = _word(Age, age)
    return catalogue.received_of(word, now) if word else (None, None)


def _category(text: str) -> Category | None:
    try:
        return Category(text)
    except ValueError:
        return None


def _word(kind: type[_Word], text: str) -> _Word | None:
    return kind(text) if text in set(kind) else None
