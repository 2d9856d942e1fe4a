"""What colleagues have typed and not yet sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from app.kit.errors import NotFound
from models import Draft
from models.vocabulary import DraftKind


def of_ticket(session: Session, ticket_id: int) -> Sequence[Draft]:
    """Everybody's, oldest first."""
    query = select(Draft).where(Draft.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Draft.updated_at), col(Draft.id))).all()


def of_colleague(session: Session, ticket_id: int, staff_id: int, kind: DraftKind) -> Draft | None:
    query = select(Draft).where(
        Draft.ticket_id == ticket_id, Draft.staff_id == staff_id, Draft.kind == kind
    )
    return session.exec(query).first()


def of(session: Session, ticket_id: int, draft_id: int) -> Draft:
    """Raises NotFound also for one of another ticket: it may have been sent or taken over."""
    found = session.get(Draft, draft_id)
    if found is None or found.ticket_id != ticket_id:
        raise NotFound
    return found


def put(session: Session, draft: Draft) -> None:
    """In place of what that colleague had of that kind; nothing is kept of an empty one.

    The ticket must be locked: two browsers of one colleague may save at the same moment.
    """
    held = of_colleague(session, draft.ticket_id, draft.staff_id, draft.kind)
    if not draft.body.strip():
        if held is not None:
            session.delete(held)
    elif held is None:
        session.add(draft)
    elif held.body != draft.body:
        held.body, held.updated_at = draft.body, draft.updated_at
        session.add(held)
    session.flush()


def drop(session: Session, ticket_id: int, staff_id: int, kind: DraftKind) -> None:
    """It was sent."""
    session.exec(
        delete(Draft).where(
            col(Draft.ticket_id) == ticket_id,
            col(Draft.staff_id) == staff_id,
            col(Draft.kind) == kind,
        )
    )


def writing_since(session: Session, ticket_id: int, staff_id: int, since: datetime) -> bool:
    """Whether that colleague has typed anything since then."""
    query = select(Draft.id).where(
        Draft.ticket_id == ticket_id, Draft.staff_id == staff_id, col(Draft.updated_at) >= since
    )
    return session.exec(query.limit(1)).first() is not None


def forget(session: Session, *, before: datetime) -> None:
    """What nobody has touched since then is gone."""
    session.exec(delete(Draft).where(col(Draft.updated_at) < before))
