"""What the requester may do to their own report: say that it is solved, or is not; rate."""

from datetime import datetime

from app import states
from app.kit.errors import NotFound
from app.store import ratings, replies, tickets
from app.store.session import Session
from models import Rating, Ticket
from models.vocabulary import Helped, TicketState

# An answer is out and nobody of ours is at work on the report.
_ANSWERED = frozenset({TicketState.ANSWERED, TicketState.WAITING})


def may_settle(ticket: Ticket) -> bool:
    """Whether the requester's word would close it."""
    return ticket.state in _ANSWERED


def may_reopen(ticket: Ticket) -> bool:
    """Whether the requester's word would open it again."""
    return ticket.state in _ANSWERED or ticket.state is TicketState.CLOSED


def solved(session: Session, ticket: Ticket, *, now: datetime) -> bool:
    """CLOSED by the one who asked; said twice it is said once. False where it is not answered.

    What was approved for a later day is still carried out.
    """
    ticket = tickets.locked(session, ticket.id)
    if may_settle(ticket):
        states.closed(session, ticket, by=states.REQUESTER, kind="solved", now=now)
    return ticket.state is TicketState.CLOSED


def rate(
    session: Session,
    ticket: Ticket,
    reply_id: int,
    helped: Helped,
    *,
    note: str | None = None,
    now: datetime,
) -> Rating:
    """The requester's word on one answer; a later one takes its place. Raises NotFound.

    Without a `note` the sentence of before stays.
    """
    ticket = tickets.locked(session, ticket.id)
    reply = replies.by_id(session, reply_id)
    if reply.ticket_id != ticket.id or reply.is_notice:
        raise NotFound
    rating = ratings.of_reply(session, reply_id)
    if rating is None or rating.helped is not helped:
        states.happened(session, ticket, "rated", states.REQUESTER, now, helped=helped)
    rating = rating or Rating(ticket_id=ticket.id, reply_id=reply_id, helped=helped, at=now)
    rating.helped, rating.at = helped, now
    rating.note = rating.note if note is None else note
    session.add(rating)
    return rating
