"""Ties between reports: a link, and a person's no to one. No report changes its state by them.

The ticket must be locked by the caller (`tickets.locked`) in the same transaction.
"""

from datetime import datetime

from app import states
from app.store import links, tickets
from app.store.session import Session
from models import Link, Staff, Ticket
from models.vocabulary import LinkState


def linked(
    session: Session, ticket: Ticket, number: int, *, by: Staff | None = None, now: datetime
) -> None:
    """The report belongs to an earlier one; nothing of either is merged. `by` None is Loket."""
    earlier = tickets.with_number(session, number)
    if earlier is None or earlier.id == ticket.id:
        return
    link = links.between(session, ticket.id, earlier.id)
    if link is not None and link.state is not LinkState.CONFIRMED:
        links.decide(session, link, LinkState.CONFIRMED, by_id=by.id if by else None, now=now)
    if ticket.linked_to_id == earlier.id:
        return
    ticket.linked_to_id = earlier.id
    states.happened(
        session, ticket, "linked", by.username if by else states.LOKET, now, to=earlier.number
    )


def not_linked(session: Session, ticket: Ticket, link: Link, *, by: Staff, now: datetime) -> None:
    """A person's no to a link, also to one that was confirmed: then the ticket is as before it."""
    was_linked = ticket.linked_to_id == link.earlier_id
    links.decide(session, link, LinkState.REJECTED, by_id=by.id, now=now)
    session.flush()
    if was_linked:
        others = links.confirmed_of(session, ticket.id)
        ticket.linked_to_id = others[0].earlier_id if others else None
    to = tickets.by_id(session, link.earlier_id).number
    states.happened(
        session, ticket, "unlinked" if was_linked else "link_rejected", by.username, now, to=to
    )
