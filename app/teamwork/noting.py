"""A note among colleagues, and who is to see it."""

from dataclasses import dataclass
from datetime import datetime

from app import states
from app.kit.errors import Refusal
from app.search import index
from app.store import mentions, staff, tickets
from app.store.session import Session
from app.teamwork.mentions import named
from models import Message, Staff, Ticket
from models.vocabulary import Author


class NobodyOfThatName(Refusal):
    """422: the field asks for somebody who does not work here."""

    status = 422
    key = "note.nobody"


@dataclass(frozen=True, slots=True)
class Note:
    """`mentions` is the field beside the text; the same `once` is kept once."""

    text: str
    mentions: str
    once: str


def note(session: Session, ticket: Ticket, said: Note, *, by: Staff, now: datetime) -> None:
    """Never shown outside. Raises NobodyOfThatName."""
    external_id = f"catatan:{ticket.number}:{said.once}"
    if tickets.message_by_external_id(session, external_id) is not None:
        return
    who = named(said.text, said.mentions, staff.active_ids(session))
    if who.unknown:
        raise NobodyOfThatName(names=", ".join(who.unknown))
    message = Message(
        ticket_id=ticket.id,
        author=Author.STAFF,
        author_name=by.name,
        staff_id=by.id,
        channel=ticket.channel,
        body=said.text,
        is_public=False,
        external_id=external_id,
        created_at=now,
    )
    session.add(message)
    session.flush()
    mentions.add(session, message, [each for each in who.ids if each != by.id], at=now)
    index.put(session, ticket)
    states.happened(session, ticket, "noted", by.username, now)
