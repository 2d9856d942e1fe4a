"""What a report should not have been needed for, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.report.demand import Known, avoidable
from app.store import demand
from app.store.session import Session
from app.web.reader import Reader
from models import Ticket
from models.vocabulary import Avoidable


@dataclass(frozen=True, slots=True)
class WordView:
    """What a colleague said, and why."""

    label: Avoidable
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DemandView:
    """`derived` follows from the records; `words` are people's, the newest first and in force."""

    derived: Avoidable
    words: Sequence[WordView]

    @property
    def label(self) -> Avoidable:
        return self.words[0].label if self.words else self.derived


def gathered(session: Session, ticket: Ticket, *, reader: Reader) -> DemandView:
    found = demand.recorded(session, ticket)
    known = Known(
        category=ticket.category,
        in_incident=found.in_incident,
        was_waiting=found.was_waiting,
        decided=found.decided,
    )
    words = [
        WordView(each.label, reader.text(each.reason), reader.colleague(each.by_id), each.at)
        for each in demand.words(session, ticket.id)
    ]
    return DemandView(avoidable(known), words)
