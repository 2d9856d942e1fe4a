"""Which answers to mailed links count today."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.lookup.requester import Confirmation
from app.store import proofs
from app.store.session import Session
from models import Ticket

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
