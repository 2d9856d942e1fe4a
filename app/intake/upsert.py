"""Exported tickets become ours, keep their numbers, and are brought up to date when seen again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.intake.exports import ExportedTicket
from app.intake.numbering import Numbering
from app.intake.tidy import clipped, storable
from app.search import index
from app.store import events, owed, tickets
from app.store.session import Database, Session
from app.targets.follow import follow
from models import Message, Ticket
from models.vocabulary import OPEN_STATES, Author, Channel, TicketState, WhoActs

LOKET = "loket"
_AT_ONCE = 100

# Zendesk: pending waits for the requester, hold for a third party, solved and closed are done.
_STATES = {
    "new": (TicketState.RECEIVED, WhoActs.HELPDESK),
    "open": (TicketState.RECEIVED, WhoActs.HELPDESK),
    "pending": (TicketState.WAITING, WhoActs.REQUESTER),
    "hold": (TicketState.MANUAL, WhoActs.HELPDESK),
    "solved": (TicketState.CLOSED, WhoActs.NOBODY),
    "closed": (TicketState.CLOSED, WhoActs.NOBODY),
    "deleted": (TicketState.CLOSED, WhoActs.NOBODY),
}


@dataclass(slots=True)
class Brought:
    """How many tickets are new, changed, unchanged, or left out because deleted over there.

    `taken` are numbers another report of ours already holds; `settled` those done over there and
    still open here: the caller closes them.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    deleted: int = 0
    taken: tuple[int, ...] = ()
    settled: tuple[int, ...] = ()


def bring_tickets(
    database: Database,
    exported: Sequence[ExportedTicket],
    *,
    numbering: Numbering,
    now: datetime,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Brought:
    """Upsert on the other system's id; `on_progress` hears how many of how many are in."""
    brought = Brought()

    def reserve(session: Session, own: Sequence[ExportedTicket]) -> None:
        numbers = [each.number for each in own]
        numbering.reserve(session, numbers, source="Zendesk", now=now)

    with database.write() as session:
        reserve(session, exported)
    for begin in range(0, len(exported), _AT_ONCE):
        batch = exported[begin : begin + _AT_ONCE]
        with database.write() as session:
            # Holds the series: whoever brings the same ticket in the same instant waits, and sees.
            reserve(session, batch)
            for each in batch:
                _bring(session, each, brought, numbering=numbering, now=now)
        on_progress(begin + len(batch), len(exported))
    return brought


def external_id(number: int) -> str:
    """What a ticket of the other system is known by here."""
    return f"zendesk:{number}"


def _bring(
    session: Session,
    exported: ExportedTicket,
    brought: Brought,
    *,
    numbering: Numbering,
    now: datetime,
) -> None:
    ticket = tickets.by_external_id(session, external_id(exported.number))
    if ticket is None and tickets.has_number(session, exported.number):
        ticket = _from_thread(session, exported, now=now)
        if ticket is None:
            brought.taken += (exported.number,)
            return
    if ticket is not None:
        _refresh(session, ticket, exported, brought, now=now)
    elif exported.status == "deleted":
        brought.deleted += 1
    else:
        _add(session, exported, numbering=numbering, now=now)
        brought.added += 1


def _from_thread(session: Session, exported: ExportedTicket, *, now: datetime) -> Ticket | None:
    """The ticket a comment thread made under that number: the same report, told twice."""
    ticket = tickets.by_number(session, exported.number)
    if ticket.channel is not Channel.COMMENT:
        return None
    if tickets.message_by_external_id(session, external_id(exported.number)) is None:
        _say(session, ticket, exported, now=now)
    return ticket


def _refresh(
    session: Session,
    ticket: Ticket,
    exported: ExportedTicket,
    brought: Brought,
    *,
    now: datetime,
) -> None:
    before = (ticket.subject, ticket.requester_name, ticket.requester_email, ticket.npsn)
    ticket.subject = clipped(exported.subject, 200) or ticket.subject
    ticket.requester_name = ticket.requester_name or clipped(exported.requester_name, 120)
    ticket.requester_email = ticket.requester_email or exported.requester_email
    ticket.npsn = ticket.npsn or exported.npsn
    after = (ticket.subject, ticket.requester_name, ticket.requester_email, ticket.npsn)
    is_done = _STATES[exported.status][0] is TicketState.CLOSED
    if is_done and ticket.state in OPEN_STATES:
        brought.settled += (ticket.number,)
    elif before == after:
        brought.unchanged += 1
        return
    brought.changed += 1
    ticket.updated_at = now
    session.add(ticket)
    index.put(session, ticket)


def _add(
    session: Session, exported: ExportedTicket, *, numbering: Numbering, now: datetime
) -> None:
    state, waiting_on = _STATES[exported.status]
    created_at = exported.created_at or now
    ticket = tickets.add(
        session,
        Ticket(
            number=exported.number,
            key_hash=numbering.key_hash(exported.number),
            channel=Channel.ZENDESK,
            state=state,
            waiting_on=waiting_on,
            subject=clipped(exported.subject, 200),
            requester_name=clipped(exported.requester_name, 120),
            requester_email=exported.requester_email,
            npsn=exported.npsn,
            external_id=external_id(exported.number),
            created_at=created_at,
            updated_at=now,
            settled_at=_settled_at(exported, created_at),
        ),
    )
    _say(session, ticket, exported, now=now)
    events.record(session, ticket.id, "imported", LOKET, at=now, status=exported.status)
    follow(session, ticket, now)
    if state is TicketState.RECEIVED:
        owed.triage(session, ticket)


def _settled_at(exported: ExportedTicket, created_at: datetime) -> datetime | None:
    """The last change of a ticket that is done; None while it is not."""
    is_done = _STATES[exported.status][0] is TicketState.CLOSED
    return (exported.updated_at or created_at) if is_done else None


def _say(session: Session, ticket: Ticket, exported: ExportedTicket, *, now: datetime) -> None:
    session.add(
        Message(
            ticket_id=ticket.id,
            author=Author.REQUESTER,
            author_name=clipped(exported.requester_name, 120),
            channel=Channel.ZENDESK,
            body=storable(exported.text),
            external_id=external_id(exported.number),
            created_at=exported.created_at or now,
        )
    )
    index.put(session, ticket)
