"""An invented desk of many years: tickets with messages, words, history and, where open, proposals.

Texts are those of the corpus with invented names and schools put beside them; nothing is random
between two runs of the same size.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import SQLModel

from app.kit.kept import dump
from app.reading import corpus
from app.search import terms
from app.store import search
from app.store.session import Database, Session
from models import Event, Lookup, Message, Plan, Reading, Step, Target, Ticket, Turn
from models.vocabulary import (
    Author,
    Category,
    Channel,
    Decision,
    PlanState,
    TargetKind,
    TicketState,
    WhoActs,
)
from tests.support import build

START = datetime(2022, 7, 4, 2, 0, tzinfo=UTC)
A_DAY = 2_000
_AT_ONCE = 2_000
_OPEN_OF_NEWEST = 6_000  # what a desk has before it at any time
_SYLLABLES = [
    first + last for first in "bdghjklmnprstw" for last in ("a", "i", "u", "an", "ar", "in")
]
_STATES = (TicketState.PLANNED, TicketState.MANUAL, TicketState.WAITING, TicketState.RETURNED)


def fill(database: Database, count: int) -> Iterator[int]:
    """Tells after each batch how many are in."""
    chance = random.Random(7)  # noqa: S311 invented data
    bodies = [each.text for each in corpus.load(corpus.training_files())]
    for first in range(0, count, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, count))
        with database.write() as session:
            tickets = [_ticket(number, count, chance) for number in numbers]
            _insert(session, Ticket, tickets)
            messages = [_message(each, chance.choice(bodies)) for each in tickets]
            _insert(session, Message, messages)
            _insert(session, Event, list(_events(tickets)))
            _insert(session, Turn, list(_turns(tickets)))
            _insert(session, Target, list(_targets(tickets)))
            _propose(session, [each for each in tickets if each["state"] in _STATES])
            for ticket, message in zip(tickets, messages, strict=True):
                _index(session, ticket, message)
        yield first + len(numbers)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    with database.write() as session:
        words = {word for body in bodies for word in terms.words_of([body], [])}
        words |= set(itertools.islice(_names(chance), 200_000))
        slipped = [each for each in sorted(words) if terms.may_be_mistyped(each)]
        for some in _parts(slipped):
            search.learn(session, {word: terms.slips(word) for word in some})


def _insert(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Past the classes, whose defaults are therefore given here."""
    usual = {
        name: field.default
        for name, field in table.model_fields.items()
        if name != "id" and not field.is_required()
    }
    session.execute(insert(table), [{**usual, **row} for row in rows])


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    return (words[at : at + 5_000] for at in range(0, len(words), 5_000))


def _names(chance: random.Random) -> Iterator[str]:
    while True:
        yield "".join(chance.choices(_SYLLABLES, k=3))


def _ticket(number: int, count: int, chance: random.Random) -> dict[str, Any]:
    at = START + timedelta(days=number // A_DAY, seconds=(number % A_DAY) * 14)
    is_open = count - number <= _OPEN_OF_NEWEST
    state = chance.choice(_STATES) if is_open else TicketState.ANSWERED
    name = f"{''.join(chance.choices(_SYLLABLES, k=3))} {''.join(chance.choices(_SYLLABLES, k=3))}"
    npsn = f"699{chance.randrange(100_000):05}"
    answered = None if is_open else at + timedelta(hours=chance.expovariate(1 / 20))
    return {
        "id": number + 1,
        "number": 300_000 + number,
        "key_hash": f"{number:064}",
        "channel": chance.choice((Channel.FORM, Channel.EMAIL, Channel.COMMENT)),
        "state": state,
        "waiting_on": WhoActs.HELPDESK if is_open else WhoActs.NOBODY,
        "subject": "Mohon bantuan akun",
        "category": chance.choice(tuple(Category)),
        "requester_name": name.title(),
        "requester_email": f"{name.replace(' ', '.')}{number % 900}@surat.example",
        "school_name": f"SMP Negeri {chance.randrange(1, 40)} {name.split(maxsplit=1)[0].title()}",
        "npsn": npsn,
        "province": "Prov. Contoh",
        "regency": f"Kab. {name.split()[1].title()}",
        "created_at": at,
        "updated_at": answered or at,
        "first_answered_at": answered,
        "settled_at": answered,
        "next_due_at": at + timedelta(days=1) if is_open else None,
        "urgent": chance.random() < 0.03,
    }


def _message(ticket: dict[str, Any], body: str) -> dict[str, Any]:
    return {
        "ticket_id": ticket["id"],
        "author": Author.REQUESTER,
        "author_name": ticket["requester_name"],
        "channel": ticket["channel"],
        "body": body,
        "created_at": ticket["created_at"],
    }


def _events(tickets: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for ticket in tickets:
        at = ticket["created_at"]
        for kind in ("received", "read", "looked_up", "planned"):
            detail = {"category": ticket["category"].value} if kind == "read" else {}
            yield {
                "ticket_id": ticket["id"],
                "kind": kind,
                "actor": "loket",
                "detail": detail | ({"subjects": 1} if kind == "looked_up" else {}),
                "at": at,
            }


def _turns(tickets: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for ticket in tickets:
        at, answered = ticket["created_at"], ticket["settled_at"]
        ours = {"ticket_id": ticket["id"], "holder": WhoActs.HELPDESK, "since": at}
        yield ours | {"until": answered}
        if answered:
            yield ours | {"holder": WhoActs.NOBODY, "since": answered, "until": None}


def _targets(tickets: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """An answer within a day and an end within a week, some of them missed."""
    for ticket in tickets:
        at, done = ticket["created_at"], ticket["settled_at"]
        for kind, days in ((TargetKind.FIRST_ANSWER, 1), (TargetKind.RESOLUTION, 7)):
            due = at + timedelta(days=days)
            lost = due if done and done > due else None
            yield {
                "ticket_id": ticket["id"],
                "kind": kind,
                "started_at": at,
                "minutes": days * 480,
                "warn_percent": 75,
                "due_at": due,
                "alarm_at": None if done else due,
                "missed_at": lost,
                "met_at": done,
                "decided_at": lost or done,
                "worked": (done - at) // timedelta(minutes=3) if done else None,
            }


def _propose(session: Session, tickets: Sequence[dict[str, Any]]) -> None:
    """One subject each, with the whole of what the page shows."""
    if not tickets:
        return
    found, judged = dump(build.dossier()), build.verdict()
    said, verdict = dump(build.understanding()), dump(judged)
    at = [
        {"id": each["id"], "ticket_id": each["id"], "created_at": each["created_at"]}
        for each in tickets
    ]
    _insert(
        session,
        Reading,
        [
            {**each, "category": row["category"], "decision": Decision.AUTO, "content": said}
            for each, row in zip(at, tickets, strict=True)
        ],
    )
    _insert(session, Lookup, [{**each, "reading_id": each["id"], "content": found} for each in at])
    plan = {
        "state": PlanState.PROPOSED,
        "remedy": judged.remedy,
        "rule": judged.rule,
        "rule_version": 1,
        "source": judged.source.key,
        "who_acts": judged.who_acts,
        "content": verdict,
    }
    _insert(
        session,
        Plan,
        [{**each, **plan, "reading_id": each["id"], "lookup_id": each["id"]} for each in at],
    )
    _insert(session, Step, [_step(each["id"]) for each in at])


def _step(plan_id: int) -> dict[str, Any]:
    step = build.rename()
    return {
        "plan_id": plan_id,
        "position": 0,
        "action": step.action,
        "target": step.target,
        "before": dict(step.before),
        "after": dict(step.after),
        "automation": step.automation,
        "idempotency_key": f"plan-{plan_id}-step-0",
    }


def _index(session: Session, ticket: dict[str, Any], message: dict[str, Any]) -> None:
    names = ("requester_name", "requester_email", "school_name", "npsn", "regency", "province")
    words = terms.document(
        [ticket["subject"], message["body"]],
        [str(ticket["number"]), *(ticket[name] for name in names)],
    )
    search.put(session, ticket["id"], words)
