"""Public replies in comment threads: their outbox."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import ThreadReply
from models.vocabulary import ThreadState


def with_id(session: Session, reply_id: int) -> ThreadReply | None:
    """None where its author took it back."""
    return session.get(ThreadReply, reply_id)


def by_id(session: Session, reply_id: int) -> ThreadReply:
    """Raises NotFound."""
    found = with_id(session, reply_id)
    if found is None:
        raise NotFound
    return found


def locked(session: Session, reply_id: int) -> ThreadReply:
    """As it is now; nobody else changes it until the end of the transaction."""
    query = select(ThreadReply).where(ThreadReply.id == reply_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def of_ticket(session: Session, ticket_id: int) -> Sequence[ThreadReply]:
    """Oldest first."""
    query = select(ThreadReply).where(ThreadReply.ticket_id == ticket_id)
    return session.exec(query.order_by(col(ThreadReply.id))).all()


def of_revision(session: Session, ticket_id: int, revision: int) -> ThreadReply | None:
    query = select(ThreadReply).where(
        ThreadReply.ticket_id == ticket_id, ThreadReply.revision == revision
    )
    return session.exec(query).first()


def due(session: Session, now: datetime, *, limit: int) -> Sequence[ThreadReply]:
    """Queued ones whose next try is due; a fresh one is owed already.

    Locked, without those another sweep holds.
    """
    query = select(ThreadReply).where(
        ThreadReply.state == ThreadState.QUEUED,
        col(ThreadReply.next_try_at).is_not(None),
        col(ThreadReply.next_try_at) <= now,
    )
    query = query.order_by(col(ThreadReply.next_try_at)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()
