"""A ticket is given to a colleague, or to nobody; by a person or by Loket."""

from datetime import datetime

from app import states
from app.kit.errors import Refusal
from app.store import assigned, staffing, tickets
from app.store.session import Session
from models import Distribution, Staff, Ticket
from models.vocabulary import AssignWay


class NotHere(Refusal):
    """409: that colleague works here no more."""

    key = "assign.not_here"


def give(
    session: Session,
    ticket: Ticket,
    to: Staff | None,
    *,
    by: str,
    now: datetime,
    way: AssignWay = AssignWay.HAND,
) -> bool:
    """Theirs from now on (nobody's for None); False where it was already. Raises NotHere.

    `by` is a user name, or `loket`.
    """
    if to is not None and not to.is_active:
        raise NotHere
    ticket = tickets.locked(session, ticket.id)
    if ticket.assigned_to_id == (to.id if to else None):
        return False
    ticket.assigned_to_id = to.id if to else None
    made = Distribution(ticket_id=ticket.id, staff_id=to.id if to else None, way=way, by=by, at=now)
    staffing.add(session, made)
    if to is None:
        states.happened(session, ticket, "unassigned", by, now)
    else:
        states.happened(session, ticket, "assigned", by, now, to=to.name)
    return True


def hand_over(
    session: Session, colleague: Staff, to: Staff | None, *, by: str, now: datetime
) -> int:
    """Every open ticket of somebody who leaves goes to another, or back to all; how many."""
    held = assigned.held_by(session, colleague.id)
    for ticket in held:
        give(session, ticket, to, by=by, now=now)
    return len(held)
