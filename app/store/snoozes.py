"""Tickets that were put off."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from models import Ticket
from models.vocabulary import SnoozeFor, Woke


def over(session: Session, now: datetime, *, limit: int) -> Sequence[Ticket]:
    """Those whose last moment has come; locked, without those another sweep holds."""
    query = select(Ticket).where(
        col(Ticket.snoozed_until).is_not(None), col(Ticket.snoozed_until) <= now
    )
    query = query.order_by(col(Ticket.snoozed_until)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()


def sync_came(session: Session, now: datetime) -> None:
    """Other records are in force: the next sweep takes up what waits for them."""
    waiting = update(Ticket).where(
        col(Ticket.snoozed_until).is_not(None), col(Ticket.snoozed_for) == SnoozeFor.SYNC
    )
    session.exec(waiting.values(snoozed_until=now, woke_because=Woke.SYNC))
