"""The queue's address as a filter, and a filter as an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from app.kit.clock import at_wib
from app.search import find, terms
from app.store.queue import Filter
from app.store.queue_order import Cursor, Order
from app.web.typed import number, tidy
from models.vocabulary import Category, Channel, Jenjang, TicketState, WhoActs

_Word = TypeVar("_Word", bound=StrEnum)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_TEXT = 120
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class View:
    """A named part of the queue; no states are all of them."""

    key: str
    states: tuple[TicketState, ...]
    order: Order = Order.URGENT
    snoozed: bool | None = None


VIEWS = (
    View("keputusan", (TicketState.PLANNED,), snoozed=False),
    View("orang", (TicketState.MANUAL,), snoozed=False),
    View("berjalan", (TicketState.RECEIVED, TicketState.RUNNING)),
    View("kembali", (TicketState.RETURNED,), snoozed=False),
    View(
        "ditunda",
        (TicketState.PLANNED, TicketState.MANUAL, TicketState.RETURNED),
        Order.OLDEST,
        snoozed=True,
    ),
    View("menunggu", (TicketState.WAITING,)),
    View("terjawab", (TicketState.ANSWERED, TicketState.CLOSED), Order.NEWEST),
    View("semua", (), Order.NEWEST),
)
REFINING = (
    "kategori",
    "menunggu",
    "kanal",
    "petugas",
    "jenjang",
    "provinsi",
    "kabupaten",
    "npsn",
    "mendesak",
    "lewat",
    "dari",
    "sampai",
)
FIELDS = ("tampilan", "cari", *REFINING, "urut")
MINE, NOBODYS, YES = "saya", "belum", "ya"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, as text (`typed`, for the form) and as a filter."""

    view: View
    typed: Mapping[str, str]
    filter: Filter

    @property
    def narrowing(self) -> tuple[str, ...]:
        """The fields that leave something out of the view."""
        return tuple(name for name in ("cari", *REFINING) if self.typed[name])

    def question(self, **changed: str) -> str:
        """What stands behind the question mark; empty parts are left out."""
        parts = {**self.typed, **changed}
        return urlencode({name: text for name, text in parts.items() if text})

    def address(self, path: str, **changed: str) -> str:
        """The address of this question with some of it changed."""
        query = self.question(**changed)
        return f"{path}?{query}" if query else path


def asked(query: Mapping[str, str], *, my_id: int, now: datetime) -> Asked:
    """Unknown words ask for nothing: an old bookmark still opens."""
    typed = {name: tidy(query.get(name, ""), _LONGEST_TEXT) for name in FIELDS}
    view = next((each for each in VIEWS if each.key == typed["tampilan"]), VIEWS[0])
    if not typed["tampilan"] and typed["cari"]:
        view = VIEWS[-1]
    typed["tampilan"] = view.key
    order = _word(Order, typed["urut"]) or view.order
    typed["urut"] = "" if order is view.order else order.value
    until = _day(typed["sampai"])
    wanted = Filter(
        states=view.states,
        category=_category(typed["kategori"]),
        waiting_on=_word(WhoActs, typed["menunggu"]),
        urgent=typed["mendesak"] == YES,
        channel=_word(Channel, typed["kanal"]),
        jenjang=_word(Jenjang, typed["jenjang"]),
        province=typed["provinsi"],
        regency=typed["kabupaten"],
        npsn=typed["npsn"],
        assigned_to=_colleague(typed["petugas"], my_id),
        overdue_at=now if typed["lewat"] == YES else None,
        since=_day(typed["dari"]),
        until=until + _A_DAY if until else None,
        words=find.pairs(terms.question(typed["cari"])),
        order=order,
        snoozed=view.snoozed,
        as_of=now,
        after=cursor(query.get("sesudah", "")),
    )
    return Asked(view, typed, wanted)


def asked_by(question: str, *, my_id: int, now: datetime) -> Asked:
    """The same from what stands behind the question mark."""
    return asked(dict(parse_qsl(question)), my_id=my_id, now=now)


def written(last: Cursor) -> str:
    """The cursor as text of an address; microseconds, so that nothing is lost."""
    return f"{last.stretch}.{microseconds(last.at)}.{last.id}.{microseconds(last.as_of)}"


def microseconds(instant: datetime) -> int:
    """Since 1970."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def instant_of(text: str) -> datetime | None:
    """None for what is no number of microseconds since 1970."""
    since = number(text)
    try:
        return None if since is None else _EPOCH + timedelta(microseconds=since)
    except OverflowError:
        return None


def cursor(text: str) -> Cursor | None:
    """What `written` wrote; None for anything else."""
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and len(part) <= 18 for part in parts):
        return None
    at, as_of = instant_of(parts[1]), instant_of(parts[3])
    return Cursor(int(parts[0]), at, int(parts[2]), as_of) if at and as_of else None


def _day(text: str) -> datetime | None:
    """The beginning of that day in WIB."""
    try:
        return at_wib(date.fromisoformat(text), 0).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _colleague(text: str, my_id: int) -> int | None:
    found = number(text)
    return {MINE: my_id, NOBODYS: 0}.get(text) if found is None else found


def _category(text: str) -> Category | None:
    """One of the first list, or a supervisor's."""
    try:
        return Category(text)
    except ValueError:
        return None


def _word(vocabulary: type[_Word], text: str) -> _Word | None:
    return vocabulary(text) if text in set(vocabulary) else None
