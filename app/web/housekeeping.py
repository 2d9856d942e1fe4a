"""Acts that leave the state of a ticket as it is: taking it, letting it go."""

from datetime import datetime

from app import states
from app.store.session import Session
from models import Staff, Ticket


def take(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Theirs from now on; nothing happens where it is already."""
    if ticket.assigned_to_id != by.id:
        ticket.assigned_to_id = by.id
        states.happened(session, ticket, "assigned", by.username, now, to=by.name)


def let_go(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Nobody's from now on; nothing happens where it is already."""
    if ticket.assigned_to_id is not None:
        ticket.assigned_to_id = None
        states.happened(session, ticket, "unassigned", by.username, now)
