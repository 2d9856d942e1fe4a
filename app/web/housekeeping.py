"""Acts that leave the state of a ticket as it is: taking it, letting it go, noting something."""

from datetime import datetime

from app import states
from app.staffing import hand
from app.store import tickets
from app.store.session import Session
from models import Message, Staff, Ticket
from models.vocabulary import Author


def take(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Theirs from now on; nothing happens where it is already."""
    hand.give(session, ticket, by, by=by.username, now=now)


def let_go(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Nobody's from now on; nothing happens where it is already."""
    hand.give(session, ticket, None, by=by.username, now=now)


def note(
    session: Session, ticket: Ticket, text: str, *, by: Staff, once: str, now: datetime
) -> None:
    """A word among colleagues, never shown outside; the same `once` is kept once."""
    external_id = f"catatan:{ticket.number}:{once}"
    if tickets.message_by_external_id(session, external_id) is not None:
        return
    session.add(
        Message(
            ticket_id=ticket.id,
            author=Author.STAFF,
            author_name=by.name,
            staff_id=by.id,
            channel=ticket.channel,
            body=text,
            is_public=False,
            external_id=external_id,
            created_at=now,
        )
    )
    states.happened(session, ticket, "noted", by.username, now)
