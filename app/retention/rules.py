"""How long things are kept: proposed by one person, adopted by another; and holds."""

from dataclasses import dataclass
from datetime import datetime

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import Refusal
from app.store import retention as rows
from app.store import tickets
from app.store.session import Session
from models import Hold, Retention, Staff
from models.vocabulary import EditionState, TrailAction

LEAST, MOST = 30, 36_500  # days
PARTS = ("messages", "attachments", "dossiers", "trail")


class BadDays(Refusal):
    """422: not a number of days that is allowed."""

    status = 422
    key = "retention.bad_days"


class NoNote(Refusal):
    """422: a proposal, and a hold, say why."""

    status = 422
    key = "retention.no_note"


class OwnProposal(Refusal):
    """403: nobody adopts what they proposed."""

    status = 403
    key = "retention.own"


class Decided(Refusal):
    """409: adopted or withdrawn already."""

    key = "retention.decided"


class HeldAlready(Refusal):
    """409: that report is held."""

    key = "retention.held"


@dataclass(frozen=True, slots=True)
class Days:
    """For how many days each part is kept; None is for good."""

    messages: int | None = None
    attachments: int | None = None
    dossiers: int | None = None
    trail: int | None = None


def days(typed: dict[str, str]) -> Days:
    """Of what was typed for each of PARTS; empty is for good. Raises BadDays."""
    found: dict[str, int | None] = {}
    for part in PARTS:
        text = typed.get(part, "").strip()
        if not text:
            continue
        if not text.isascii() or not text.isdecimal() or not LEAST <= int(text[:9]) <= MOST:
            raise BadDays(least=str(LEAST), most=str(MOST))
        found[part] = int(text[:9])
    return Days(**found)


def propose(session: Session, of: Days, note: str, *, by: Staff, now: datetime) -> Retention:
    """Changes nothing until somebody else adopts it. Raises NoNote."""
    if not note:
        raise NoNote
    made = Retention(
        messages_days=of.messages,
        attachments_days=of.attachments,
        dossiers_days=of.dossiers,
        trail_days=of.trail,
        note=note[:500],
        by_id=by.id,
        at=now,
    )
    rows.add(session, made)
    _note(session, TrailAction.RETENTION_PROPOSED, made, by=by, now=now)
    return made


def adopt(session: Session, retention_id: int, *, by: Staff, now: datetime) -> None:
    """In force from now on. Raises NotFound, OwnProposal, Decided."""
    row = _open(session, retention_id)
    if row.by_id == by.id:
        raise OwnProposal
    _decide(row, EditionState.ADOPTED, by, now)
    session.add(row)
    _note(session, TrailAction.RETENTION_ADOPTED, row, by=by, now=now)


def withdraw(session: Session, retention_id: int, *, by: Staff, now: datetime) -> None:
    """Nobody wants it. Raises NotFound, Decided."""
    row = _open(session, retention_id)
    _decide(row, EditionState.WITHDRAWN, by, now)
    session.add(row)
    _note(session, TrailAction.RETENTION_PROPOSED, row, by=by, now=now)


def hold(session: Session, number: int, reason: str, *, by: Staff, now: datetime) -> None:
    """Nothing of that report is removed. Raises NotFound, NoNote, HeldAlready."""
    if not reason:
        raise NoNote
    ticket = tickets.locked(session, tickets.by_number(session, number).id)
    if rows.hold_of(session, ticket.id) is not None:
        raise HeldAlready
    rows.add(session, Hold(ticket_id=ticket.id, reason=reason, by_id=by.id, at=now))
    trail.record(session, Deed(TrailAction.HOLD_SET, number, reason=reason), by=by, now=now)


def lift(session: Session, number: int, *, by: Staff, now: datetime) -> None:
    """It may go like any other from now on; twice is once. Raises NotFound."""
    ticket = tickets.by_number(session, number)
    held = rows.hold_of(session, ticket.id)
    if held is not None:
        held.lifted_by_id, held.lifted_at = by.id, now
        session.add(held)
        trail.record(session, Deed(TrailAction.HOLD_LIFTED, number), by=by, now=now)


def days_of(row: Retention | None) -> Days:
    if row is None:
        return Days()
    return Days(row.messages_days, row.attachments_days, row.dossiers_days, row.trail_days)


def _open(session: Session, retention_id: int) -> Retention:
    row = rows.locked(session, retention_id)
    if row.state is not EditionState.DRAFT:
        raise Decided
    return row


def _decide(row: Retention, state: EditionState, by: Staff, now: datetime) -> None:
    row.state, row.decided_by_id, row.decided_at = state, by.id, now


def _note(
    session: Session, action: TrailAction, row: Retention, *, by: Staff, now: datetime
) -> None:
    of = days_of(row)
    said: dict[str, str | int] = {
        part: days for part in PARTS if (days := getattr(of, part)) is not None
    }
    detail = {"retention": row.id, "state": row.state.value, **said}
    trail.record(session, Deed(action, reason=row.note, detail=detail), by=by, now=now)
