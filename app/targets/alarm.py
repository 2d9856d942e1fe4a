"""What the sweep tells of targets: a warning once, a miss once; and new calendars carried over."""

from datetime import datetime

from app.store import events, targets, tickets
from app.store.session import Session
from app.targets.follow import Desk, compute, held
from models import Target, Ticket

_LOKET = "loket"


def ring(session: Session, target: Target, *, now: datetime) -> None:
    """Tell what is due of it. Computed anew first: the calendar may have moved it away."""
    ticket = tickets.locked(session, target.ticket_id)
    session.refresh(target)
    _computed(session, target, ticket)
    if target.alarm_at is None or target.alarm_at > now:
        return
    if target.due_at is not None and target.due_at <= now:
        # Too late for a warning, where the worker was away that long.
        target.warned_at = target.warned_at or now
        target.missed_at = target.decided_at = target.due_at
        target.alarm_at = None
        _tell(session, target, "target_missed", now)
    else:
        target.warned_at, target.alarm_at = now, target.due_at
        _tell(session, target, "target_warned", now)
    session.add(target)


def carry_over(session: Session, target: Target) -> None:
    """The newest calendar counts from its day on, also for what is open; what was missed stays."""
    ticket = tickets.locked(session, target.ticket_id)
    session.refresh(target)
    if target.met_at is None:
        _computed(session, target, ticket)


def _computed(session: Session, target: Target, ticket: Ticket) -> None:
    if target.met_at is None:
        compute(target, held(targets.turns_of(session, target.ticket_id)), Desk(session))
    session.add(target)
    targets.keep_next(session, ticket)


def _tell(session: Session, target: Target, kind: str, now: datetime) -> None:
    events.record(session, target.ticket_id, kind, _LOKET, at=now, target=target.kind.value)
