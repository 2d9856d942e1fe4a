"""The act that can still be taken back, as a page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from app.store import held as acts
from app.store import tickets
from app.store.session import Session
from models import HeldAct, Staff, Ticket


@dataclass(frozen=True, slots=True)
class HeldView:
    """`sentence` is the key of what was done; `is_elsewhere` where its ticket is not on the page.

    `typed` is what was written for an act that was taken back.
    """

    id: int
    number: int
    sentence: str
    seconds_left: int
    is_undone: bool
    is_elsewhere: bool
    typed: Mapping[str, str]


def on_ticket(session: Session, ticket: Ticket, *, who: Staff, now: datetime) -> HeldView | None:
    """What that colleague did to the ticket last, while it can be taken back, or just was."""
    act = acts.newest(session, by_id=who.id, now=now, ticket_id=ticket.id)
    return _shown(act, ticket.number, now, is_elsewhere=False) if act else None


def anywhere(session: Session, *, who: Staff, now: datetime) -> HeldView | None:
    """What that colleague did last to any ticket: for pages on which they take one by one."""
    act = acts.newest(session, by_id=who.id, now=now)
    if act is None:
        return None
    number = tickets.by_id(session, act.ticket_id).number
    return _shown(act, number, now, is_elsewhere=True)


def _shown(act: HeldAct, number: int, now: datetime, *, is_elsewhere: bool) -> HeldView | None:
    if act.begun_at is not None:
        return None
    return HeldView(
        id=act.id,
        number=number,
        sentence=f"held.{act.kind.value}",
        seconds_left=max(1, ceil((act.until - now).total_seconds())),
        is_undone=act.undone_at is not None,
        is_elsewhere=is_elsewhere,
        typed=acts.typed(act) if act.undone_at else {},
    )
