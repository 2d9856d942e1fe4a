"""An invented desk of many years, with all that the real path leaves of each ticket.

Texts are those of the corpus with invented names and schools put beside them; nothing is random
between two runs of the same size on the same day. Old reports are settled but for a few hundred;
the desk has the same number before it at every size, and as many come each day. What is not made:
the queue of owed work (no page reads it), files of attachments, lists of many people.
"""

import gc
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import text

from app.access.colleagues import add_colleague
from app.kit.clock import at_wib, wib_day
from app.reading import corpus
from app.search import terms
from app.store.session import Database
from models import Incident, SearchSlip, Ticket
from models.vocabulary import (
    Category,
    Channel,
    IncidentKind,
    Jenjang,
    SnoozeFor,
    StaffRole,
    TicketState,
    WhoActs,
)
from tests.bench import many_rows
from tests.bench.bulk_load import Again, Loader, loading
from tests.bench.many_acts import A_JOB, AN_INCIDENT

A_DAY = 2_000
FIRST = 300_000
PASSWORD = "kata-sandi-untuk-ukur"
_AT_ONCE = 5_000
_REPEATED = 40_000  # of more, the database makes the others out of the first of them
_STEPS = {"incident": _REPEATED // AN_INCIDENT, "bulkjob": _REPEATED // A_JOB}
_STEPS |= dict.fromkeys(
    ("ticket", "message", "reading", "lookup", "plan", "step", "reply"), _REPEATED
)
_STEPS |= {"first number": FIRST}
_OPEN_OF_NEWEST = 6_000  # what a desk has before it at any time
_FORGOTTEN = 400  # open ones among all others
_Word = TypeVar("_Word")
_WORD = re.compile(r"[a-z0-9]+")
_SYLLABLES = [
    first + last for first in "bdghjklmnprstw" for last in ("a", "i", "u", "an", "ar", "in")
]
_OPEN = {
    TicketState.PLANNED: 40,
    TicketState.MANUAL: 28,
    TicketState.WAITING: 20,
    TicketState.RETURNED: 8,
    TicketState.RECEIVED: 3,
    TicketState.RUNNING: 1,
}
_PUT_OFF = (TicketState.PLANNED, TicketState.MANUAL, TicketState.RETURNED)
_CHANNELS = {Channel.FORM: 60, Channel.COMMENT: 20, Channel.EMAIL: 15, Channel.API: 5}
_LEVELS = dict(zip(Jenjang, (8, 40, 25, 12, 10, 2, 3), strict=True))
_SCHOOLS, _REGENCIES, _PROVINCES = 60_000, 500, 38


def start(size: int, today: datetime) -> datetime:
    """Morning of the first day, so that the last one is yesterday (WIB)."""
    days = -(-size // A_DAY)
    return at_wib(wib_day(today) - timedelta(days=days), 9).astimezone(UTC)


def fill(database: Database, size: int) -> Iterator[int]:
    """Tells after each part how many are in. The database is migrated and empty."""
    now = datetime.now(UTC)
    colleagues = _colleagues(database, now)
    desk = Desk(size, start(size, now), colleagues)
    # Nothing of so many rows is a cycle, and looking for one takes a third of the time.
    gc.disable()
    with loading(database) as loader:
        first = 0
        while first < size:
            numbers = range(first, min(first + _AT_ONCE, size))
            _make(loader, desk, numbers)
            first += len(numbers)
            turn = 0
            while first >= _REPEATED and first + _REPEATED <= size - 2 * _OPEN_OF_NEWEST:
                turn += 1
                loader.repeat(Again(turn, _REPEATED, _REPEATED // A_DAY, _STEPS))
                first += _REPEATED
                yield first
            yield first
        _learn(loader, desk.known)
    gc.enable()
    with database.write() as session:
        at = text("UPDATE counter SET value = :n WHERE name = :series")
        session.execute(at, {"series": "nomor laporan", "n": FIRST + size})
        session.execute(at, {"series": "jejak", "n": size})


def _make(loader: Loader, desk: "Desk", numbers: range) -> None:
    incidents = range(numbers.start // AN_INCIDENT, -(-numbers.stop // AN_INCIDENT))
    loader.put(Incident, [_incident(each, desk.begin) for each in incidents])
    made = [desk.ticket(number) for number in numbers]
    loader.put(Ticket, made)
    bodies = many_rows.put(loader, desk.chance, made, desk.bodies, desk.colleagues)
    loader.words([desk.words(*each) for each in zip(made, bodies, strict=True)])


@dataclass
class Desk:
    """What the tickets of one size are made of; they are asked for in their order."""

    size: int
    begin: datetime
    colleagues: Sequence[int]

    def __post_init__(self) -> None:
        self.chance = random.Random(7)  # noqa: S311 invented data
        self.known: set[str] = set()

    @cached_property
    def bodies(self) -> Sequence[str]:
        return [each.text for each in corpus.load(corpus.training_files())]

    @cached_property
    def documents(self) -> dict[str, str]:
        """What the index of words holds of each text; its words are known to it."""
        for body in self.bodies:
            self.known |= terms.words_of(["Mohon bantuan akun", body])
        return {body: terms.document(["Mohon bantuan akun", body], []) for body in self.bodies}

    def words(self, ticket: dict[str, Any], body: str) -> tuple[int, str, str]:
        names = ("requester_name", "requester_email", "school_name", "npsn", "regency", "province")
        written = " ".join(str(ticket[each] or "") for each in names).lower()
        found = dict.fromkeys(_WORD.findall(f"{ticket['number']} {written}"))
        self.known.update(found)
        return ticket["id"], self.documents[body], " ".join(found)

    def ticket(self, number: int) -> dict[str, Any]:
        at = self.begin + timedelta(days=number // A_DAY, seconds=(number % A_DAY) * 14)
        state = self._state(number)
        is_open = state not in (TicketState.ANSWERED, TicketState.CLOSED)
        answered = None if is_open else at + timedelta(hours=self.chance.expovariate(1 / 20))
        promised = self.chance.random() < (0.9 if state is TicketState.WAITING else 0.1)
        person = self._person(number)
        return {
            "id": number + 1,
            "number": FIRST + number,
            "key_hash": f"{number:064}",
            "channel": self._one_of(_CHANNELS),
            "state": state,
            "waiting_on": _holder(state),
            "subject": "Mohon bantuan akun",
            # A few of them make most of the work.
            "category": _CATEGORIES[int(len(_CATEGORIES) * self.chance.random() ** 2)],
            **person,
            "assigned_to_id": self._colleague(),
            "created_at": at,
            "updated_at": answered or at,
            "promised_at": at + timedelta(days=self.chance.choice((2, 3, 14)))
            if promised
            else None,
            "first_answered_at": answered or (at if state is TicketState.WAITING else None),
            "settled_at": answered,
            "next_due_at": at + timedelta(days=1) if is_open else None,
            "urgent": self.chance.random() < 0.03,
            **self._snooze(state, at),
        }

    def _state(self, number: int) -> TicketState:
        share = _FORGOTTEN / max(self.size - _OPEN_OF_NEWEST, 1)
        is_new = self.size - number <= _OPEN_OF_NEWEST
        if self.chance.random() < (0.93 if is_new else share):
            return self._one_of(_OPEN)
        return TicketState.ANSWERED if self.chance.random() < 0.8 else TicketState.CLOSED

    def _person(self, number: int) -> dict[str, Any]:
        """A school's operator writes again and again, most others once."""
        chance = self.chance
        name = f"{self._name()} {self._name()}".title()
        mail = f"{name.replace(' ', '.').lower()}{number % 900}@surat.example"
        # Large schools write more often; one report in six says nothing of any.
        school = int(_SCHOOLS * chance.random() ** 1.5) if chance.random() < 0.84 else None
        if school is None:
            place: dict[str, Any] = {"school_name": "", "npsn": None, "jenjang": None}
            place |= {"province": "", "regency": ""}
        else:
            level = _BY_SCHOOL[school]
            region = int(_REGENCIES * (school * 2_654_435_761 % 1_000_003 / 1_000_003) ** 1.5)
            place = {
                "school_name": f"{level} Negeri {school % 40 + 1} {self._name().title()}",
                "npsn": f"699{school:05}",
                "jenjang": level,
                "province": f"Provinsi Contoh {region * _PROVINCES // _REGENCIES + 1}",
                "regency": f"Kabupaten Contoh {region + 1}",
            }
            if chance.random() < 0.2:
                mail = f"operator{school}@surat.example"
        return {"requester_name": name, "requester_email": mail, **place}

    def _name(self) -> str:
        """Most are common, one in five is rare."""
        return "".join(self.chance.choices(_SYLLABLES, k=2 if self.chance.random() < 0.8 else 3))

    def _colleague(self) -> int | None:
        return self.chance.choice(self.colleagues) if self.chance.random() < 0.5 else None

    def _snooze(self, state: TicketState, at: datetime) -> dict[str, Any]:
        is_off = state in _PUT_OFF and self.chance.random() < 0.06
        return {
            "snoozed_until": at + timedelta(days=60) if is_off else None,
            "snoozed_for": SnoozeFor.DATE if is_off else None,
            "snoozed_by_id": self.colleagues[0] if is_off else None,
        }

    def _one_of(self, weights: dict[_Word, int]) -> _Word:
        return self.chance.choices(list(weights), list(weights.values()))[0]


_CATEGORIES = tuple(Category)
_BY_SCHOOL = random.Random(3).choices(list(_LEVELS), list(_LEVELS.values()), k=_SCHOOLS)  # noqa: S311


def _holder(state: TicketState) -> WhoActs:
    if state in (TicketState.ANSWERED, TicketState.CLOSED):
        return WhoActs.NOBODY
    return WhoActs.REQUESTER if state is TicketState.WAITING else WhoActs.HELPDESK


def _incident(number: int, begin: datetime) -> dict[str, Any]:
    at = begin + timedelta(days=number)
    return {
        "id": number + 1,
        "kind": IncidentKind.SCHOOL,
        "key": f"699{number % _SCHOOLS:05}",
        "category": _CATEGORIES[number % len(_CATEGORIES)],
        "state": "closed",
        "expected": 2.0,
        "opened_at": at,
        "newest_at": at,
        "ended_at": at + timedelta(days=2),
    }


def _colleagues(database: Database, now: datetime) -> Sequence[int]:
    """Ids; the first is a supervisor who is called `ukur`."""
    with database.write() as session:
        return [
            add_colleague(
                session,
                name.lower(),
                name=name,
                role=StaffRole.SUPERVISOR if name == "Ukur" else StaffRole.AGENT,
                password=PASSWORD,
                now=now,
            ).id
            for name in ("Ukur", *(f"Rekan{number}" for number in range(1, 12)))
        ]


def _learn(loader: Loader, known: set[str]) -> None:
    """Each word under its slips, in the order of the table's own key."""
    slips = sorted(
        (slip, word) for word in known if terms.may_be_mistyped(word) for slip in terms.slips(word)
    )
    for at in range(0, len(slips), 100_000):
        rows = [{"slip": slip, "word": word} for slip, word in slips[at : at + 100_000]]
        loader.put(SearchSlip, rows)
