"""An Understanding becomes a Reading row, and back."""

from dataclasses import replace
from datetime import datetime

from app.kit.clock import wib_day
from app.kit.kept import dump, load
from app.reading.facts import Incoming, Understanding
from app.store import merges, tickets
from app.store.session import Session
from models import Reading, Ticket
from models.vocabulary import Category, Decision


def incoming(session: Session, ticket: Ticket) -> Incoming:
    """Everything the requester wrote, oldest first, as one text; also what they wrote since under
    a number that is handled under this one.
    """
    own = tickets.messages_of(session, ticket.id, by_requester=True)
    messages = [*own, *merges.later_messages(session, ticket.id)]
    return Incoming(
        text="\n\n".join(message.body for message in messages),
        subject=ticket.subject or None,
        channel=ticket.channel.value,
        self_category=ticket.self_category,
        # The last word is the one a reader's "today" is in.
        sent_on=wib_day(messages[-1].created_at if messages else ticket.created_at),
    )


def keep(
    session: Session, ticket: Ticket, understanding: Understanding, *, now: datetime
) -> Reading:
    """The stored reading of the ticket's present revision, flushed."""
    reading = _row(ticket, understanding, now)
    session.add(reading)
    session.flush()
    return reading


def correct(
    session: Session,
    ticket: Ticket,
    reading: Reading,
    category: Category,
    *,
    by_id: int,
    now: datetime,
) -> Reading:
    """A person's word on the category, kept beside what the classifier had said."""
    understanding = replace(
        recall(reading), category=category, probability=1.0, decision=Decision.SUGGEST
    )
    corrected = _row(ticket, understanding, now)
    corrected.corrected_by_id = by_id
    session.add(corrected)
    session.flush()
    return corrected


def recall(reading: Reading) -> Understanding:
    return load(Understanding, reading.content)


def _row(ticket: Ticket, understanding: Understanding, now: datetime) -> Reading:
    return Reading(
        ticket_id=ticket.id,
        revision=ticket.revision,
        category=understanding.category,
        probability=understanding.probability,
        decision=understanding.decision,
        classifier=understanding.classifier,
        content=dump(understanding),
        created_at=now,
    )
