"""Reports handled under others, and reports made of a part of others."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, select

from models import Merge, Message, Ticket
from models.vocabulary import Author


def in_force(session: Session, ticket_id: int) -> Merge | None:
    """Under which report that one is handled now."""
    query = select(Merge).where(Merge.ticket_id == ticket_id, col(Merge.undone_at).is_(None))
    return session.exec(query).first()


def under(session: Session, ticket_id: int, *, limit: int = 50) -> Sequence[tuple[Merge, Ticket]]:
    """What is handled under that report now, the first to come first."""
    query = (
        select(Merge, Ticket)
        .join(Ticket, col(Ticket.id) == Merge.ticket_id)
        .where(Merge.into_id == ticket_id, col(Merge.undone_at).is_(None))
    )
    return session.exec(query.order_by(col(Merge.id)).limit(limit)).all()


def leading(session: Session, ticket: Ticket) -> Ticket:
    """The report under which that one is handled; itself where it is not merged."""
    merge = in_force(session, ticket.id)
    found = session.get(Ticket, merge.into_id) if merge else None
    return found or ticket


def numbers_led(session: Session, ticket_ids: Collection[int]) -> Mapping[int, int]:
    """Of those that are handled under another, its number by their id."""
    query = (
        select(Merge.ticket_id, Ticket.number)
        .join(Ticket, col(Ticket.id) == Merge.into_id)
        .where(col(Merge.ticket_id).in_(ticket_ids), col(Merge.undone_at).is_(None))
    )
    return dict(session.exec(query).all())


def later_messages(session: Session, ticket_id: int) -> Sequence[Message]:
    """What requesters of one and the same person wrote after their report went under that one."""
    query = (
        select(Message)
        .join(Merge, col(Merge.ticket_id) == Message.ticket_id)
        .where(
            Merge.into_id == ticket_id,
            col(Merge.undone_at).is_(None),
            col(Merge.is_other_person).is_(False),
            Message.author == Author.REQUESTER,
            col(Message.created_at) > col(Merge.at),
        )
    )
    return session.exec(query.order_by(col(Message.created_at), col(Message.id))).all()
