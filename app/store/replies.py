"""Answers: the outbox."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Reply
from models.vocabulary import ReplyState


def by_id(session: Session, reply_id: int) -> Reply:
    """Raises NotFound."""
    found = session.get(Reply, reply_id)
    if found is None:
        raise NotFound
    return found


def of_ticket(session: Session, ticket_id: int) -> Sequence[Reply]:
    """Oldest first, notices to owners included."""
    query = select(Reply).where(Reply.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Reply.id))).all()


def of_reading(session: Session, reading_id: int) -> Reply | None:
    """The composed answer of that reading, of which there is at most one."""
    return session.exec(select(Reply).where(Reply.reading_id == reading_id)).first()


def by_mail_id(session: Session, mail_id: str) -> Reply | None:
    return session.exec(select(Reply).where(Reply.mail_id == mail_id)).first()


def due(session: Session, now: datetime, *, limit: int) -> Sequence[Reply]:
    """Queued answers whose next try is due; a fresh one has its delivery owed already.

    Locked, without those another sweep holds.
    """
    query = select(Reply).where(
        Reply.state == ReplyState.QUEUED,
        col(Reply.next_try_at).is_not(None),
        col(Reply.next_try_at) <= now,
    )
    query = query.order_by(col(Reply.next_try_at)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()
