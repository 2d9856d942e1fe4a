"""What the requester writes further: their report, or the one it is handled under, is looked at."""

from datetime import datetime

from app import desk, requester, states
from app.store import merges
from app.store.session import Session
from models import Ticket


def heard(session: Session, ticket: Ticket, *, is_unsolved: bool = False, now: datetime) -> None:
    """A message was just added to the locked `ticket`.

    `is_unsolved`: it says why an answered report is not solved, and opens that again.
    """
    lead = merges.leading(session, ticket)
    if lead.id != ticket.id:
        states.happened(session, ticket, "message_added", states.REQUESTER, now)
    reopens = is_unsolved and requester.may_reopen(lead)
    kind = "reopened" if reopens else "message_added"
    desk.reconsider(session, lead, by=states.REQUESTER, kind=kind, now=now)
