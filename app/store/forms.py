"""Versions of the public form."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import FormVersion


def newest(session: Session) -> FormVersion | None:
    return session.exec(select(FormVersion).order_by(col(FormVersion.id).desc()).limit(1)).first()


def by_id(session: Session, version_id: int) -> FormVersion:
    """Raises NotFound."""
    found = session.get(FormVersion, version_id)
    if found is None:
        raise NotFound
    return found


def listed(session: Session, *, limit: int) -> Sequence[FormVersion]:
    """The newest first."""
    query = select(FormVersion).order_by(col(FormVersion.id).desc())
    return session.exec(query.limit(limit)).all()


def add(session: Session, version: FormVersion) -> FormVersion:
    session.add(version)
    session.flush()
    return version
