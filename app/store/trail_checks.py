"""Walks along the trail: asked for, under way, ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import TrailCheck


def add(session: Session, check: TrailCheck) -> None:
    session.add(check)
    session.flush()


def by_id(session: Session, check_id: int) -> TrailCheck:
    """Raises NotFound."""
    found = session.get(TrailCheck, check_id)
    if found is None:
        raise NotFound
    return found


def waiting(session: Session, *, since: datetime) -> TrailCheck | None:
    """One that was asked for after that instant and has not ended."""
    query = select(TrailCheck).where(
        col(TrailCheck.ended_at).is_(None), col(TrailCheck.asked_at) > since
    )
    return session.exec(query.order_by(col(TrailCheck.id).desc()).limit(1)).first()


def ended(session: Session, *, limit: int) -> Sequence[TrailCheck]:
    """The newest first."""
    query = select(TrailCheck).where(col(TrailCheck.ended_at).is_not(None))
    return session.exec(query.order_by(col(TrailCheck.id).desc()).limit(limit)).all()


def newest_whole(session: Session, *, is_full: bool = False) -> TrailCheck | None:
    """The last walk that found nothing; with `is_full` the last along the whole chain."""
    query = select(TrailCheck).where(col(TrailCheck.is_whole).is_(True))
    if is_full:
        query = query.where(col(TrailCheck.since) == 0)
    return session.exec(query.order_by(col(TrailCheck.id).desc()).limit(1)).first()


def is_broken(session: Session) -> bool:
    """Whether the last walk that came to an end found something."""
    query = select(TrailCheck.is_whole).where(col(TrailCheck.is_whole).is_not(None))
    return session.exec(query.order_by(col(TrailCheck.id).desc()).limit(1)).first() is False
