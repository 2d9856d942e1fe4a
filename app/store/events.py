"""The append-only history of a ticket."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from models import Event

# A detail of what made a settled report unsettled again.
AFTER_THE_END = "after_the_end"


def record(
    session: Session,
    ticket_id: int,
    kind: str,
    actor: str,
    *,
    at: datetime,
    **detail: str | int | None,
) -> None:
    """Something happened. `detail` holds no personal data."""
    session.add(
        Event(ticket_id=ticket_id, kind=kind, actor=actor[:120], detail=dict(detail), at=at)
    )


def of_ticket(session: Session, ticket_id: int) -> Sequence[Event]:
    """Oldest first."""
    return session.exec(
        select(Event).where(Event.ticket_id == ticket_id).order_by(col(Event.id))
    ).all()


def count_by(
    session: Session, actor: str, kinds: Collection[str], *, since: datetime, at_most: int
) -> int:
    """On how many tickets that actor did one of those; never above `at_most`."""
    done = select(Event.ticket_id).where(
        Event.actor == actor, col(Event.at) >= since, col(Event.kind).in_(kinds)
    )
    some = done.distinct().limit(at_most).subquery()
    return session.exec(select(func.count()).select_from(some)).one()


def newest_id(session: Session, ticket_id: int) -> int:
    """0 where nothing has happened."""
    query = select(Event.id).where(Event.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Event.id).desc()).limit(1)).first() or 0


def since(session: Session, ticket_id: int, last: int, *, limit: int = 100) -> Sequence[Event]:
    """Those after that id, oldest first; of many the newest `limit`."""
    query = select(Event).where(Event.ticket_id == ticket_id, col(Event.id) > last)
    found = session.exec(query.order_by(col(Event.id).desc()).limit(limit)).all()
    return found[::-1]


def has(session: Session, ticket_id: int, kind: str) -> bool:
    """Whether that has happened to the ticket."""
    query = select(Event.id).where(Event.ticket_id == ticket_id, Event.kind == kind)
    return session.exec(query.limit(1)).first() is not None


def came_back(session: Session, ticket_id: int) -> bool:
    """Whether the ticket was opened again: by a wish, or by a word after its end."""
    found = of_ticket(session, ticket_id)
    return any(
        each.kind == "reopened" or (isinstance(each.detail, dict) and AFTER_THE_END in each.detail)
        for each in found
    )


def newest(
    session: Session, ticket_id: int, kinds: Collection[str], *, limit: int
) -> Sequence[Event]:
    """The newest of those kinds, oldest first."""
    query = select(Event).where(Event.ticket_id == ticket_id, col(Event.kind).in_(kinds))
    found = session.exec(query.order_by(col(Event.id).desc()).limit(limit)).all()
    return found[::-1]


def last_detail(session: Session, ticket_id: int, kind: str, name: str) -> object:
    """That detail of the newest event of that kind; None where there is none."""
    query = select(Event).where(Event.ticket_id == ticket_id, Event.kind == kind)
    found = session.exec(query.order_by(col(Event.id).desc()).limit(1)).first()
    return found.detail.get(name) if found and isinstance(found.detail, dict) else None
