"""Tickets that were read and held against others, as the worker leaves them behind."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.linking.join import join
from app.linking.marks import sealer
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.reading import keep as kept_readings
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.reading.transitions import Levels
from app.store import incidents, links, marks, tickets
from app.store.session import Database
from app.targets.follow import follow
from models import Incident, Link, Ticket
from models.vocabulary import Category, Decision, MarkKind
from tests.support import build

NO_MOVE = Levels()
SEAL = sealer(b"rahasia untuk uji saja")


def told(
    database: Database,
    text: str,
    *,
    category: Category = Category.ROLE_CHANGE,
    records: Dossier | None = None,
    levels: Levels = NO_MOVE,
    **fields: Any,
) -> Ticket:
    """Somebody has written that; it was read, and looked up where `records` are given.

    `levels` is the move a classifier found in it.
    """
    with database.write() as session:
        made = build.ticket(session, body=text, category=category, **_nobody(fields))
        follow(session, made, made.created_at)
        found = Reader()(Incoming(text, made.subject))
        read = replace(
            build.understanding(decision=Decision.SUGGEST),
            facts=replace(found.facts, from_level=levels.before, to_level=levels.after),
            facets=found.facets,
            mentions=found.mentions,
            category=category,
        )
        reading = kept_readings.keep(session, made, read, now=made.created_at)
        if records:
            kept_lookups.keep(session, records, reading=reading, subject_no=0, now=made.created_at)
    return made


def joined(database: Database, text: str, *, now: datetime = build.NOON, **more: Any) -> Ticket:
    """As `told`, and connected."""
    made = told(database, text, **more)
    connect(database, made, now=now)
    return made


def connect(database: Database, ticket: Ticket, *, now: datetime = build.NOON) -> None:
    join(database, ticket.id, seal=SEAL, now=now)


def marks_of(database: Database, ticket: Ticket) -> dict[MarkKind, frozenset[str]]:
    with database.read() as session:
        return dict(marks.of_tickets(session, [ticket.id])[ticket.id])


def links_of(database: Database, ticket: Ticket) -> list[Link]:
    """Those to earlier tickets."""
    with database.read() as session:
        return [each for each in links.touching(session, ticket.id) if each.ticket_id == ticket.id]


def ticket(database: Database, number: int) -> Ticket:
    with database.read() as session:
        return tickets.by_number(session, number)


def incidents_in(database: Database) -> list[tuple[Incident, set[int]]]:
    """All, the newest first, each with the ids of its tickets."""
    with database.read() as session:
        found = [
            each
            for is_open in (True, False)
            for each, _ in incidents.listed(session, is_open=is_open, limit=99)
        ]
        return [
            (each, {ticket.id for ticket in incidents.tickets_of(session, each.id)})
            for each in sorted(found, key=lambda each: -each.id)
        ]


def _nobody(fields: dict[str, Any]) -> dict[str, Any]:
    """Nothing of the usual requester but what is asked for."""
    unsaid: dict[str, Any] = {
        "subject": "",
        "requester_name": "",
        "requester_email": None,
        "account_address": None,
        "school_name": "",
        "npsn": None,
    }
    return {**unsaid, **fields}
