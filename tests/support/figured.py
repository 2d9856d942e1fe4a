"""Reports in and around one week, drawn so that every figure has some."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.kit.clock import at_wib
from app.report import board
from app.report.numbers import Period
from app.store import events
from app.store.session import Session
from models import Audit, Merge, Staff, Ticket
from models.vocabulary import (
    OPEN_STATES,
    Category,
    Channel,
    Jenjang,
    PlanState,
    ReplyState,
    StaffRole,
    TicketState,
    WhoActs,
)
from tests.support import build

FIRST = date(2026, 11, 2)
WEEK = Period(FIRST, FIRST + timedelta(days=6))
NOW = at_wib(FIRST + timedelta(days=7), 12).astimezone(UTC)
SCOPE = board.scope_of(WEEK, now=NOW)


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 invented data


def instant(chance: random.Random) -> datetime:
    """Within and around the week; often just at a midnight."""
    day = at_wib(FIRST) + timedelta(days=chance.randrange(-4, 12))
    seconds = chance.choice((0, 0, 86_399, chance.randrange(86_400)))
    return (day + timedelta(seconds=seconds)).astimezone(UTC)


def furnish(session: Session, chance: random.Random) -> Sequence[Ticket]:
    for name in ("laksmi", "hardi"):
        session.add(
            Staff(username=name, name=name, role=StaffRole.AGENT, password_hash="", created_at=NOW)
        )
    session.flush()
    made = [_report(session, chance) for _ in range(70)]
    _tie(session, chance, made)
    build.incident(session, made[:6], opened_at=instant(chance))
    return made


def _tie(session: Session, chance: random.Random, made: Sequence[Ticket]) -> None:
    """Answers, links and merges."""
    for ticket in made:
        for _ in range(chance.randrange(4)):
            state = chance.choice((ReplyState.SENT, ReplyState.SENT, ReplyState.QUEUED))
            build.reply(session, ticket, state=state, is_notice=chance.random() < 0.2)
        other = chance.choice(made)
        if other is not ticket and chance.random() < 0.4:
            ticket.linked_to_id = other.id
        if other is not ticket and chance.random() < 0.2:
            undone = chance.choice((None, NOW))
            session.add(
                Merge(
                    ticket_id=ticket.id,
                    into_id=other.id,
                    before={},
                    by_id=1,
                    at=NOW,
                    undone_at=undone,
                )
            )
    session.flush()


def _report(session: Session, chance: random.Random) -> Ticket:
    times = sorted(instant(chance) for _ in range(3))
    is_settled = chance.random() < 0.5
    given: dict[str, Any] = {
        "created_at": times[0],
        "first_answered_at": times[1] if is_settled or chance.random() < 0.5 else None,
        "settled_at": times[2] if is_settled else None,
        "state": TicketState.ANSWERED if is_settled else chance.choice(sorted(OPEN_STATES)),
        "waiting_on": chance.choice((WhoActs.HELPDESK, WhoActs.OPERATOR)),
        "category": chance.choice((None, Category.ACTIVATION, Category.ROLE_CHANGE)),
        "channel": chance.choice((Channel.FORM, Channel.EMAIL, Channel.ZENDESK)),
        "jenjang": chance.choice((None, Jenjang.SD)),
        "province": chance.choice(("", "Prov. Contoh")),
        "npsn": chance.choice((None, "69900012")),
        "assigned_to_id": chance.choice((None, 1, 2)),
        "external_id": chance.choice((None, f"zendesk:{chance.random()}")),
        "promised_at": chance.choice((None, instant(chance))),
    }
    ticket = build.ticket(session, **given)
    for kind in ("message_added", "approved", chance.choice(("message_added", "reopened"))):
        actor = chance.choice(("laksmi", "hardi", "loket"))
        events.record(session, ticket.id, kind, actor, at=instant(chance))
    if chance.random() < 0.4:
        plan = build.propose(session, ticket, build.verdict())
        plan.state = chance.choice((PlanState.DONE, PlanState.PROPOSED))
        plan.is_automatic, plan.promised_at = chance.random() < 0.7, instant(chance)
        word = chance.choice((None, True, False))
        session.add(
            Audit(plan_id=plan.id, rule=plan.rule, drawn_at=NOW, is_right=word, at=instant(chance))
        )
    return ticket
