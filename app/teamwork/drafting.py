"""Keeping what a colleague types, and taking over what another has left."""

from dataclasses import dataclass
from datetime import datetime

from app import states
from app.store import drafts, events
from app.store.session import Session
from app.teamwork.conflict import Seen
from models import Draft, Staff, Ticket
from models.vocabulary import DraftKind


@dataclass(frozen=True, slots=True)
class Typed:
    """Whose text it is; `seen` is what their page showed, None where it does not say."""

    kind: DraftKind
    body: str
    by: Staff
    seen: Seen | None


def save(session: Session, ticket: Ticket, typed: Typed, *, now: datetime) -> datetime | None:
    """Since when it is kept, in place of the earlier one; None where there is nothing to keep."""
    seen = typed.seen.event if typed.seen else events.newest_id(session, ticket.id)
    drafts.put(
        session,
        Draft(
            ticket_id=ticket.id,
            staff_id=typed.by.id,
            kind=typed.kind,
            body=typed.body,
            seen_event=seen,
            updated_at=now,
        ),
    )
    kept = drafts.of_colleague(session, ticket.id, typed.by.id, typed.kind)
    return kept.updated_at if kept else None


def take_over(
    session: Session, ticket: Ticket, draft_id: int, *, by: Staff, now: datetime
) -> DraftKind:
    """The other's text below one's own; theirs is gone, and the history says so. NotFound."""
    theirs = drafts.of(session, ticket.id, draft_id)
    if theirs.staff_id == by.id:
        return theirs.kind
    mine = drafts.of_colleague(session, ticket.id, by.id, theirs.kind)
    body = f"{mine.body}\n\n{theirs.body}" if mine else theirs.body
    taken = Draft(
        ticket_id=ticket.id,
        staff_id=by.id,
        kind=theirs.kind,
        body=body,
        seen_event=theirs.seen_event,
        updated_at=now,
    )
    drafts.put(session, taken)
    drafts.drop(session, ticket.id, theirs.staff_id, theirs.kind)
    states.happened(session, ticket, "draft_taken", by.username, now)
    return theirs.kind
