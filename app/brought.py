"""Tickets of another system come in, from a file or as it tells of them, and follow it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from app import states
from app.intake.exports import ExportedTicket
from app.intake.numbering import Numbering
from app.intake.upsert import Brought, bring_tickets
from app.store import tickets
from app.store.session import Database
from models.vocabulary import TicketState


def bring(
    database: Database,
    exported: Sequence[ExportedTicket],
    *,
    numbering: Numbering,
    now: datetime,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Brought:
    """On disk when it returns; the same again changes nothing."""
    brought = bring_tickets(
        database, exported, numbering=numbering, now=now, on_progress=on_progress
    )
    for number in brought.settled:
        with database.write() as session:
            ticket = tickets.locked(session, tickets.by_number(session, number).id)
            # One whose steps are being carried out stays open.
            if ticket.state is not TicketState.RUNNING:
                states.closed(session, ticket, by=states.LOKET, now=now)
    return brought
