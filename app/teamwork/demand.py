"""A colleague's word on what a report should not have been needed for."""

from datetime import datetime

from app.kit.errors import Refusal
from app.store.session import Session
from models import DemandWord, Staff, Ticket
from models.vocabulary import Avoidable


class Unsaid(Refusal):
    """422: whoever corrects what the records say must say why."""

    status = 422
    key = "demand.say_why"


def say(
    session: Session, ticket: Ticket, label: Avoidable, reason: str, *, by: Staff, now: datetime
) -> None:
    """It counts from now on, for the past as well; earlier words stay. Raises Unsaid."""
    if not reason:
        raise Unsaid
    session.add(DemandWord(ticket_id=ticket.id, label=label, reason=reason, by_id=by.id, at=now))
