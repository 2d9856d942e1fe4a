"""Who holds which tickets."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, func, select

from app.store.opened import IS_OPEN
from models import Ticket


def held_by(session: Session, staff_id: int) -> Sequence[Ticket]:
    """That colleague's open tickets, by number."""
    query = select(Ticket).where(Ticket.assigned_to_id == staff_id, IS_OPEN)
    return session.exec(query.order_by(col(Ticket.number))).all()


def loads(session: Session, staff_ids: Sequence[int]) -> Mapping[int, int]:
    """How many open tickets each of them holds; by the index of whom a ticket is assigned to."""
    held = col(Ticket.assigned_to_id)
    query = select(held, func.count()).where(held.in_(staff_ids), IS_OPEN).group_by(held)
    return dict.fromkeys(staff_ids, 0) | {key: count for key, count in session.exec(query) if key}
