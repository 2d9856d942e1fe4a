"""The situations as values: what is written, what the records hold, what must follow."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from app.lookup.world import World
from tests.scenarios import world
from tests.scenarios.world import Record

FOLDER = Path(__file__).parent / "situations"
WIB = timezone(timedelta(hours=7))
WEDNESDAY_NOON = datetime(2026, 11, 25, 12, 0, tzinfo=WIB)
STRANGER = "orang.asing@surat.example"
EARLIER = "700123"
_OF_THE_MESSAGE = frozenset(
    {"id", "what", "category", "text", "name", "npsn", "from", "channel", "now", "extract"}
    | {"attachments", "history", "records"}
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be said of one person. Several words: each of them would be right.

    `changes` are the only account changes allowed and all must be there; `optional` may be there.
    """

    match: tuple[str, ...] = ("matched",)
    person: str = "*"
    remedy: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    promised: datetime | str | None = "*"
    promised_day: tuple[date, ...] = ()
    missing: tuple[str, ...] = ()
    urgent: bool | None = None
    changes: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """One message with the records around it. `extracted_at` dates the records."""

    id: str
    what: str
    category: str
    text: str
    now: datetime
    extracted_at: datetime
    email: str
    name: str
    npsn: str
    channel: str
    attachments: tuple[str, ...]
    history: tuple[str, ...]
    records: tuple[Record, ...]
    expected: Expected
    each: tuple[Expected, ...] = ()
    subjects: int = 1
    unsaid: tuple[str, ...] = ()
    every: Expected | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    def row(self, *, says_category: bool) -> dict[str, Any]:
        """As `loket decide` takes it."""
        told = {
            "requester_email": self.email,
            "name": self.name,
            "npsn": self.npsn,
            "self_category": self.category if says_category else "",
            "attachments": list(self.attachments),
            "history": list(self.history),
        }
        return {
            "id": self.id,
            "text": self.text,
            "channel": self.channel,
            "now": self.now.isoformat(),
            **{key: value for key, value in told.items() if value},
        }


@cache
def situations() -> tuple[Situation, ...]:
    """Every one, in the order of the files."""
    found = [
        _situation(written)
        for path in sorted(FOLDER.glob("*.toml"))
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["situation"]
    ]
    return tuple(found)


@cache
def records() -> tuple[Record, ...]:
    """What the records hold in all situations together."""
    return (*world.base(), *(record for each in situations() for record in each.records))


@cache
def the_world(extracted_at: datetime) -> World:
    """The world as of that extract."""
    found = world.tables(list(records()))
    return World(
        extracted_at.astimezone(UTC),
        found["sekolah"],
        found["gtk"],
        found["peserta_didik"],
        found["pengguna"],
        found["accounts"],
    )


def _situation(written: dict[str, Any]) -> Situation:
    now = written.get("now", WEDNESDAY_NOON)
    listed = tuple(written.get("records", ()))
    expected = {name: value for name, value in written.items() if name not in _OF_THE_MESSAGE}
    first = next((each for each in listed if "staff" in each or "pupil" in each), None)
    usual = first.get("key", first.get("staff", first.get("pupil"))) if first else "*"
    unsaid, subjects = expected.pop("unsaid", ()), expected.pop("subjects", 1)
    each, every = expected.pop("each", ()), expected.pop("every", None)
    return Situation(
        id=written["id"],
        what=written["what"],
        category=written["category"],
        text=written["text"],
        now=now,
        extracted_at=written.get("extract", _night_before(now)),
        email=_requester(written.get("from", STRANGER), listed),
        name=written.get("name", ""),
        npsn=written.get("npsn", ""),
        channel=written.get("channel", "form"),
        attachments=tuple(written.get("attachments", ())),
        history=tuple(EARLIER for _ in written.get("history", ())),
        records=listed,
        expected=_expected({"person": usual, **expected}),
        each=tuple(_expected(one) for one in each),
        subjects=subjects,
        unsaid=tuple(unsaid),
        every=_expected(every) if every else None,
    )


def _expected(written: dict[str, Any]) -> Expected:
    words = dict(written)
    for name in ("match", "remedy", "who", "promised_day", "missing", "changes", "optional"):
        if name in words:
            value = words[name]
            words[name] = (value,) if isinstance(value, str | date) else tuple(value)
    if words.get("promised") == "none":
        words["promised"] = None
    return Expected(**words)


def _night_before(now: datetime) -> datetime:
    """The last extract before `now`: each night at 02.10 WIB."""
    local = now.astimezone(WIB)
    tonight = local.replace(hour=2, minute=10, second=0, microsecond=0)
    return tonight if tonight <= local else tonight - timedelta(days=1)


def _requester(said: str, listed: tuple[Record, ...]) -> str:
    """`owner`: the private mail of the first account; `operator sd`, `head sd`: of that school."""
    if "@" in said:
        return said
    who, _, code = said.partition(" ")
    if code:
        return world.school_mail(who, code)
    names = {
        each.get("key", each.get("staff", each.get("pupil"))): each.get("staff", each.get("pupil"))
        for each in listed
    }
    account = next(each for each in listed if "account" in each)
    return str(account.get("recovery", world.personal_mail(str(names[account["of"]]))))
