"""The queue's address as a filter, and a filter as an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from app.search import find, terms
from app.store.queue import Cursor, Filter
from app.web.typed import tidy
from models.vocabulary import Category, Channel, TicketState, WhoActs

_Word = TypeVar("_Word", bound=StrEnum)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class View:
    """A named part of the queue; no states are all of them."""

    key: str
    states: tuple[TicketState, ...]
    newest_first: bool = False
    snoozed: bool | None = None


VIEWS = (
    View("keputusan", (TicketState.PLANNED,), snoozed=False),
    View("orang", (TicketState.MANUAL,), snoozed=False),
    View("berjalan", (TicketState.RECEIVED, TicketState.RUNNING)),
    View("kembali", (TicketState.RETURNED,), snoozed=False),
    View("menunggu", (TicketState.WAITING,)),
    View("terjawab", (TicketState.ANSWERED, TicketState.CLOSED), newest_first=True),
    View("semua", (), newest_first=True),
)
REFINING = ("kategori", "menunggu", "kanal", "petugas", "mendesak")
FIELDS = ("tampilan", "cari", *REFINING)
MINE, NOBODYS = "saya", "belum"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, as text (`typed`, for the form) and as a filter."""

    view: View
    typed: Mapping[str, str]
    filter: Filter

    def address(self, path: str, **changed: str) -> str:
        """The address of this question with some of it changed; empty parts are left out."""
        parts = {**self.typed, **changed}
        query = urlencode({name: text for name, text in parts.items() if text})
        return f"{path}?{query}" if query else path


def asked(query: Mapping[str, str], *, my_id: int) -> Asked:
    """Unknown words ask for nothing: an old bookmark still opens."""
    typed = {name: tidy(query.get(name, ""), _LONGEST_TEXT) for name in FIELDS}
    view = next((each for each in VIEWS if each.key == typed["tampilan"]), VIEWS[0])
    if not typed["tampilan"] and typed["cari"]:
        view = VIEWS[-1]
    typed["tampilan"] = view.key
    wanted = Filter(
        states=view.states,
        category=_category(typed["kategori"]),
        waiting_on=_word(WhoActs, typed["menunggu"]),
        urgent=typed["mendesak"] == "ya",
        channel=_word(Channel, typed["kanal"]),
        assigned_to={MINE: my_id, NOBODYS: 0}.get(typed["petugas"]),
        words=find.pairs(terms.question(typed["cari"])),
        newest_first=view.newest_first,
        snoozed=view.snoozed,
        after=_cursor(query.get("sesudah", "")),
    )
    return Asked(view, typed, wanted)


def written(cursor: Cursor) -> str:
    """The cursor as text of an address; microseconds, so that nothing is lost."""
    instant = (cursor.created_at - _EPOCH) // timedelta(microseconds=1)
    return f"{int(cursor.urgent)}.{instant}.{cursor.id}"


def _cursor(text: str) -> Cursor | None:
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 18 for part in parts):
        return None
    urgent, instant, key = (int(part) for part in parts)
    try:
        created_at = _EPOCH + timedelta(microseconds=instant)
    except OverflowError:
        return None
    return Cursor(bool(urgent), created_at, key)


def _category(text: str) -> Category | None:
    """One of the first list, or a supervisor's."""
    try:
        return Category(text)
    except ValueError:
        return None


def _word(vocabulary: type[_Word], text: str) -> _Word | None:
    return vocabulary(text) if text in set(vocabulary) else None
