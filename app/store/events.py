"""The append-only history of a ticket."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models import Event


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
