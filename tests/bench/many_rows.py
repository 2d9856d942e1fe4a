"""What the real path leaves beside a ticket: some thirty-five rows of each that is settled."""

import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlmodel import SQLModel

from app.kit.kept import dump
from models import Access, Event, Lookup, Mark, Message, Plan, Reading, Step, Target, Turn
from models.vocabulary import (
    Author,
    Decision,
    MarkKind,
    PlanState,
    StepState,
    System,
    TargetKind,
    TicketState,
    WhoActs,
)
from tests.bench.bulk_load import Loader
from tests.bench.many_acts import at_times, settle
from tests.support import build

_SEEN = timedelta(minutes=1)
_DONE = (TicketState.ANSWERED, TicketState.CLOSED)
_MARKS = {
    MarkKind.MAIL: "requester_email",
    MarkKind.PERSON: "requester_email",
    MarkKind.ACCOUNT: "requester_name",
    MarkKind.NAME: "requester_name",
    MarkKind.AUTHOR: "requester_email",
    MarkKind.CELL: "npsn",
}
Ticket = Mapping[str, Any]
Made = dict[type[SQLModel], list[dict[str, Any]]]


def put(
    loader: Loader,
    chance: random.Random,
    tickets: Sequence[Ticket],
    bodies: Sequence[str],
    colleagues: Sequence[int],
) -> Sequence[str]:
    """The text of each ticket, in their order."""
    written = [chance.choice(bodies) for _ in tickets]
    now = datetime.now(UTC)
    made: Made = {}

    def add(table: type[SQLModel], **row: Any) -> None:
        made.setdefault(table, []).append(row)

    for ticket, body in zip(tickets, written, strict=True):
        lot, who = ticket["id"] % 100, colleagues[ticket["id"] % len(colleagues)]
        add(Message, **_message(ticket, body))
        _read(add, ticket)
        made.setdefault(Event, []).extend(_events(ticket, who))
        made.setdefault(Turn, []).extend(_turns(ticket))
        made.setdefault(Target, []).extend(_targets(ticket, now))
        made.setdefault(Mark, []).extend(_marks(ticket))
        if ticket["settled_at"]:
            settle(add, ticket, who)
        at_times(add, ticket, lot, who)
    for table, rows in made.items():
        loader.put(table, rows)
    return written


def _message(ticket: Ticket, body: str) -> dict[str, Any]:
    return {
        "id": ticket["id"],
        "ticket_id": ticket["id"],
        "author": Author.REQUESTER,
        "author_name": ticket["requester_name"],
        "channel": ticket["channel"],
        "body": body,
        "created_at": ticket["created_at"],
    }


@cache
def _contents() -> tuple[str, str, str]:
    """A reading, a look-up and a verdict as they are stored."""
    found, said, judged = build.dossier(), build.understanding(), build.verdict()
    return json.dumps(dump(said)), json.dumps(dump(found)), json.dumps(dump(judged))


@cache
def _plan() -> Mapping[str, Any]:
    judged = build.verdict()
    return {
        "remedy": judged.remedy,
        "rule": judged.rule,
        "rule_version": 1,
        "source": judged.source.key,
        "who_acts": judged.who_acts,
    }


@cache
def _step() -> Mapping[str, Any]:
    step = build.rename()
    return {
        "position": 0,
        "action": step.action,
        "target": step.target,
        "before": json.dumps(dict(step.before)),
        "after": json.dumps(dict(step.after)),
        "automation": step.automation,
    }


def _read(add: Any, ticket: Ticket) -> None:
    """What was read, looked up and proposed."""
    if ticket["state"] is TicketState.RECEIVED:
        return
    key, at = ticket["id"], ticket["created_at"] + _SEEN
    said, found, verdict = _contents()
    ours = {"id": key, "ticket_id": key}
    add(
        Reading,
        **ours,
        category=ticket["category"],
        probability=0.97,
        decision=Decision.AUTO,
        content=said,
        created_at=at,
    )
    add(Lookup, **ours, reading_id=key, content=found, created_at=at)
    is_done = ticket["settled_at"] is not None
    state = PlanState.DONE if is_done else PlanState.PROPOSED
    if ticket["state"] is TicketState.MANUAL:
        state = PlanState.REJECTED
    add(
        Plan,
        **ours,
        lookup_id=key,
        reading_id=key,
        state=state,
        **_plan(),
        promised_at=ticket["promised_at"],
        content=verdict,
        created_at=at,
    )
    add(
        Step,
        id=key,
        plan_id=key,
        **_step(),
        idempotency_key=f"plan-{key}-step-0",
        state=StepState.DONE if is_done else StepState.PLANNED,
    )
    for system in (System.DAPODIK, System.DAPODIK, System.DIRECTORY):
        add(
            Access,
            ticket_id=key,
            actor="loket",
            reason=f"laporan {ticket['number']}",
            system=system,
            asked="orang dengan ID …e855",
            found=1,
            at=at,
        )


def _events(ticket: Ticket, who: int) -> Iterator[dict[str, Any]]:
    at, done = ticket["created_at"], ticket["settled_at"]
    kinds = ["received"]
    if ticket["state"] is not TicketState.RECEIVED:
        kinds += ["read", "looked_up", "planned"]
    if done:
        kinds += ["approved", "carried_out", "answered", "delivered"]
    # One in twenty asks again after the answer.
    kinds += ["message_added"] if done and ticket["id"] % 20 == 0 else []
    for place, kind in enumerate(kinds):
        detail = '{"subjects": 1}' if kind == "looked_up" else "{}"
        if kind == "read":
            detail = f'{{"category": "{ticket["category"].value}"}}'
        yield {
            "ticket_id": ticket["id"],
            "kind": kind,
            "actor": f"rekan{who - 1}" if kind == "approved" else "loket",
            "detail": detail,
            "at": at + place * _SEEN if place < 4 else done + (place - 4) * _SEEN,
        }


def _turns(ticket: Ticket) -> Iterator[dict[str, Any]]:
    at, done = ticket["created_at"], ticket["settled_at"]
    ours = {"ticket_id": ticket["id"]}
    if not done:
        yield ours | {"holder": ticket["waiting_on"], "since": at, "until": None}
        return
    yield ours | {"holder": WhoActs.HELPDESK, "since": at, "until": done - _SEEN}
    yield ours | {"holder": WhoActs.SYSTEM, "since": done - _SEEN, "until": done}
    yield ours | {"holder": WhoActs.NOBODY, "since": done, "until": None}


def _targets(ticket: Ticket, now: datetime) -> Iterator[dict[str, Any]]:
    """An answer within a day and an end within a week, some of them missed."""
    at, done = ticket["created_at"], ticket["settled_at"]
    for kind, days in ((TargetKind.FIRST_ANSWER, 1), (TargetKind.RESOLUTION, 7)):
        due = at + timedelta(days=days)
        met = done or (ticket["first_answered_at"] if days == 1 else None)
        lost = due if (met and met > due) or (not met and due < now) else None
        yield {
            "ticket_id": ticket["id"],
            "kind": kind,
            "started_at": at,
            "minutes": days * 480,
            "warn_percent": 75,
            "due_at": due,
            "alarm_at": None if met or lost else due,
            "missed_at": lost,
            "met_at": met,
            "decided_at": min(lost, met) if lost and met else lost or met,
            "worked": (met - at) // timedelta(minutes=3) if met else None,
        }


def _marks(ticket: Ticket) -> Iterator[dict[str, Any]]:
    ours = {"ticket_id": ticket["id"]}
    for kind, name in _MARKS.items():
        if ticket[name]:
            hidden = hashlib.blake2b(f"{kind} {ticket[name]}".encode(), digest_size=32)
            yield ours | {"kind": kind, "value": hidden.hexdigest(), "at": ticket["created_at"]}
    if ticket["npsn"]:
        yield ours | {"kind": MarkKind.SCHOOL, "value": ticket["npsn"], "at": ticket["created_at"]}
