"""The form of an act on many tickets, as it was typed and as what is wanted."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.bulk.wanted import Unsaid, Wanted
from app.web.typed import number, tidy
from app.web.written import day_of, number_of
from models.vocabulary import BulkAction, Category, SnoozeFor

_LONGEST = 20_000
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)
_FIELDS = ("rekan", "kategori", "sampai", "tanggal", "laporan", "teks")


class Fields(Protocol):
    """A query string, or a form that was sent."""

    def getlist(self, key: Any) -> Sequence[object]: ...


@dataclass(frozen=True, slots=True)
class Form:
    """`numbers` without repetition; `seen` has each with the proposal its preview showed.

    `typed` is every other field as text. Without a `token` it was not previewed yet.
    """

    numbers: tuple[int, ...]
    seen: Sequence[tuple[int, str]]
    action: BulkAction | None
    typed: dict[str, str]
    token: str = ""

    def wanted(self) -> Wanted:
        """Raises Unsaid, DayMissing, NoSuchReport for what is missing or cannot be read."""
        if self.action is None:
            raise Unsaid
        typed, action = self.typed, self.action
        is_snooze, is_same = action is BulkAction.SNOOZE, action is BulkAction.DUPLICATE
        what = typed["sampai"] if typed["sampai"] in set(SnoozeFor) else SnoozeFor.DATE
        wanted = Wanted(
            action,
            colleague_id=number(typed["rekan"]),
            category=_category(typed["kategori"]),
            what=SnoozeFor(what) if is_snooze else None,
            day=day_of(typed["tanggal"]) if is_snooze else None,
            number=number_of(typed["laporan"]) if is_same else None,
            text=typed["teks"],
        )
        wanted.must_be_whole()
        return wanted


def read(fields: Fields) -> Form:
    """Unknown actions and numbers that are none ask for nothing."""
    texts = [str(text) for name in ("nomor", "usulan") for text in fields.getlist(name)]
    found = [each for text in texts for each in _NUMBER.findall(text.partition(":")[0])]
    numbers = tuple(dict.fromkeys(int(each) for each in found))
    seen = [str(each) for each in fields.getlist("usulan")]
    chosen = _one(fields, "tindakan")
    return Form(
        numbers=numbers,
        seen=tuple(_seen(each) for each in seen if _NUMBER.match(each)),
        action=BulkAction(chosen) if chosen in set(BulkAction) else None,
        typed={name: _one(fields, name) for name in _FIELDS},
        token=_one(fields, "sekali")[:60],
    )


def new_token() -> str:
    return secrets.token_urlsafe(18)


def _seen(text: str) -> tuple[int, str]:
    """`700123:12.13` names a report and the proposal of it."""
    number, _, plans = text.partition(":")
    return int(_NUMBER.findall(number)[0]), plans[:400]


def _one(fields: Fields, name: str) -> str:
    given = fields.getlist(name)
    return tidy(str(given[-1]), _LONGEST) if given else ""


def _category(text: str) -> Category | None:
    try:
        return Category(text)
    except ValueError:
        return None
