"""Acts that leave the state of a ticket as it is: taking it, letting it go."""

from datetime import datetime

from app.staffing import hand
from app.store.session import Session
from models import Staff, Ticket


def take(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Theirs from now on; nothing happens where it is already."""
    hand.give(session, ticket, by, by=by.username, now=now)


def let_go(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Nobody's from now on; nothing happens where it is already."""
    hand.give(session, ticket, None, by=by.username, now=now)
