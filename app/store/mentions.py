"""Colleagues named in internal notes."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select, update

from models import Mention, Message, Ticket


def add(session: Session, message: Message, staff_ids: Collection[int], *, at: datetime) -> None:
    session.add_all(
        Mention(message_id=message.id, ticket_id=message.ticket_id, staff_id=each, at=at)
        for each in staff_ids
    )
    session.flush()


def unseen(session: Session, staff_id: int, *, at_most: int) -> int:
    """How many that colleague has not seen; no further than `at_most` is counted."""
    waiting = select(Mention.id).where(Mention.staff_id == staff_id, col(Mention.seen_at).is_(None))
    counted = select(func.count()).select_from(waiting.limit(at_most).subquery())
    return session.exec(counted).one()


def of_colleague(
    session: Session, staff_id: int, *, before: int | None, limit: int
) -> Sequence[tuple[Mention, Message, Ticket]]:
    """The newest first, those with an id below `before`."""
    query = (
        select(Mention, Message, Ticket)
        .join(Message, col(Message.id) == Mention.message_id)
        .join(Ticket, col(Ticket.id) == Mention.ticket_id)
        .where(Mention.staff_id == staff_id)
    )
    if before is not None:
        query = query.where(col(Mention.id) < before)
    return session.exec(query.order_by(col(Mention.id).desc()).limit(limit)).all()


def see(session: Session, staff_id: int, ids: Collection[int], *, now: datetime) -> None:
    """Those of the ids that were new to that colleague are seen from now on."""
    session.exec(
        update(Mention)
        .where(
            col(Mention.staff_id) == staff_id,
            col(Mention.id).in_(ids),
            col(Mention.seen_at).is_(None),
        )
        .values(seen_at=now)
    )
