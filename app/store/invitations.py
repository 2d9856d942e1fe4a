"""One-time links to choose a password."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from app.kit.errors import NotFound
from models import Invitation


def locked(session: Session, code_hash: str) -> Invitation | None:
    """With that code, kept from whoever else follows the same link."""
    query = select(Invitation).where(Invitation.code_hash == code_hash)
    return session.exec(query.with_for_update()).first()


def by_code(session: Session, code_hash: str) -> Invitation | None:
    return session.exec(select(Invitation).where(Invitation.code_hash == code_hash)).first()


def by_id(session: Session, invitation_id: int) -> Invitation:
    """Raises NotFound."""
    found = session.get(Invitation, invitation_id)
    if found is None:
        raise NotFound
    return found


def waiting(session: Session, now: datetime) -> Sequence[Invitation]:
    """Those that can still be used, the newest first."""
    query = select(Invitation).where(
        col(Invitation.used_at).is_(None), col(Invitation.expires_at) > now
    )
    return session.exec(query.order_by(col(Invitation.id).desc())).all()


def forget_unused(session: Session, username: str) -> None:
    """A new link takes the place of every one before it."""
    unused = col(Invitation.used_at).is_(None)
    session.exec(delete(Invitation).where(col(Invitation.username) == username, unused))
