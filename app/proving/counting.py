"""Which answers to mailed links count today, and what a plan rests on with them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.lookup import keep as kept_lookups
from app.lookup.requester import Confirmation
from app.resolution.grounds import Grounds
from app.resolution.recorded import case_of
from app.store import proofs, readings, tickets
from app.store.session import Session
from models import Plan, Proof, Ticket

# The report a yes was said of may be waiting for a synchronisation; an old yes is asked anew.
COUNTS_FOR = timedelta(days=30)


def confirmations(session: Session, ticket: Ticket, *, now: datetime) -> Sequence[Confirmation]:
    """Every yes to the question whether the report is theirs; none after any no."""
    if proofs.is_denied(session, ticket.id):
        return ()
    written = tickets.messages_of(session, ticket.id, by_requester=True)
    last = max((each.created_at for each in written), default=None)
    return [
        Confirmation(each.person_id, each.sent_to, each.answered_at, _about(session, each, last))
        for each in proofs.confirmations(session, ticket.id, since=now - COUNTS_FOR)
        if each.answered_at is not None
    ]


def _about(session: Session, proof: Proof, last: datetime | None) -> frozenset[str] | None:
    """Whom the report named when it was asked; None where nothing was written since (`last`)."""
    if last is None or last <= proof.created_at:
        return None
    return kept_lookups.people_named(session, proof.ticket_id, until=proof.created_at)


def grounds(session: Session, plan: Plan, *, now: datetime) -> Grounds | None:
    """None for a plan that kept no case: one from before cases were kept, or an undo."""
    lookup = readings.lookup(session, plan.lookup_id)
    case = case_of(plan, lookup, readings.by_id(session, plan.reading_id))
    if case is None:
        return None
    ticket = tickets.by_id(session, plan.ticket_id)
    return Grounds(case, confirmations(session, ticket, now=now))
