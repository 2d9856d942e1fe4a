"""The letters that went out or wait to, with the report each belongs to."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from models import Reply, Ticket
from models.vocabulary import ReplyState


def listed(
    session: Session, *, state: ReplyState | None, before: int | None, limit: int
) -> Sequence[tuple[Reply, int]]:
    """The newest first, each with its nomor laporan; those older than the letter `before`."""
    query = select(Reply, Ticket.number).where(Reply.ticket_id == Ticket.id)
    if state is not None:
        query = query.where(Reply.state == state)
    if before is not None:
        query = query.where(Reply.id < before)
    return session.exec(query.order_by(col(Reply.id).desc()).limit(limit)).all()
