"""Which answers to mailed links count today, and what a plan rests on with them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.lookup.requester import Confirmation
from app.resolution.grounds import Grounds
from app.resolution.recorded import case_of
from app.store import proofs, readings, tickets
from app.store.session import Session
from models import Plan, Ticket

# The report a yes was said of may be waiting for a synchronisation; an old yes is asked anew.
COUNTS_FOR = timedelta(days=30)


def confirmations(session: Session, ticket: Ticket, *, now: datetime) -> Sequence[Confirmation]:
    """Every yes to the question whether the report is theirs; none after any no."""
    if proofs.is_denied(session, ticket.id):
        return ()
    return [
        Confirmation(each.person_id, each.sent_to, each.answered_at)
        for each in proofs.confirmations(session, ticket.id, since=now - COUNTS_FOR)
        if each.answered_at is not None
    ]


def grounds(session: Session, plan: Plan, *, now: datetime) -> Grounds | None:
    """None for a plan that kept no case: one from before cases were kept, or an undo."""
    lookup = readings.lookup(session, plan.lookup_id)
    case = case_of(plan, lookup, readings.by_id(session, plan.reading_id))
    if case is None:
        return None
    ticket = tickets.by_id(session, plan.ticket_id)
    return Grounds(case, confirmations(session, ticket, now=now))
