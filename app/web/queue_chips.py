"""What a list leaves out, each with the address that brings it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.kit import tanggal
from app.web.queue_address import MINE, NOBODYS, Asked
from app.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Chip:
    """`text` in words; `without` is the address of the list that does not ask for it."""

    text: str
    without: str


def chips(question: Asked, path: str, reader: Reader) -> Sequence[Chip]:
    return [
        Chip(_words(question, name, reader), question.address(path, **{name: ""}))
        for name in question.narrowing
    ]


def _words(question: Asked, name: str, reader: Reader) -> str:
    typed, wanted = question.typed[name], question.filter
    known = {
        "kategori": wanted.category,
        "menunggu": wanted.waiting_on,
        "kanal": wanted.channel,
        "jenjang": wanted.jenjang,
    }
    if name in {"mendesak", "lewat"}:
        return reader.say(f"queue.chip_{name}")
    if name in known:
        value = reader.label(known[name]) if known[name] else typed
    elif name == "petugas":
        value = _colleague(typed, wanted.assigned_to, reader)
    elif name in {"dari", "sampai"}:
        value = _day(typed)
    else:
        value = typed
    return reader.say("queue.chip", name=reader.say(f"queue.by_{name}"), value=value)


def _colleague(typed: str, staff_id: int | None, reader: Reader) -> str:
    if typed in {MINE, NOBODYS}:
        return reader.say(f"queue.whose_{typed}")
    return reader.colleague(staff_id)


def _day(typed: str) -> str:
    try:
        return tanggal.long_day(date.fromisoformat(typed))
    except ValueError:
        return typed
