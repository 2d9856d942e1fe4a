"""What several tickets hold, in few queries."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from models import Lookup, Message, Reading, Ticket
from models.vocabulary import Author


def tickets(session: Session, ids: Collection[int]) -> Sequence[Ticket]:
    """The newest first."""
    query = select(Ticket).where(col(Ticket.id).in_(ids))
    return session.exec(query.order_by(col(Ticket.created_at).desc(), col(Ticket.id).desc())).all()


def texts(session: Session, ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    """All that each requester wrote, oldest first."""
    query = select(Message.ticket_id, Message.body).where(
        col(Message.ticket_id).in_(ids), Message.author == Author.REQUESTER
    )
    found: dict[int, list[str]] = {}
    for ticket_id, body in session.exec(query.order_by(col(Message.created_at), col(Message.id))):
        found.setdefault(ticket_id, []).append(body)
    return found


def readings(session: Session, ids: Collection[int]) -> Mapping[int, Reading]:
    """The reading in force of each ticket that has one."""
    newest = select(func.max(Reading.id)).where(col(Reading.ticket_id).in_(ids))
    query = select(Reading).where(col(Reading.id).in_(newest.group_by(col(Reading.ticket_id))))
    return {each.ticket_id: each for each in session.exec(query)}


def lookups(session: Session, reading_ids: Collection[int]) -> Mapping[int, Sequence[Lookup]]:
    """By reading, in order of the subjects."""
    query = select(Lookup).where(col(Lookup.reading_id).in_(reading_ids))
    found: dict[int, list[Lookup]] = {}
    for each in session.exec(query.order_by(col(Lookup.subject_no), col(Lookup.id))):
        found.setdefault(each.reading_id, []).append(each)
    return found
