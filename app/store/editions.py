"""Editions of the policy's numbers."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Edition
from models.vocabulary import EditionState


def by_id(session: Session, edition_id: int) -> Edition:
    """Raises NotFound."""
    return _found(session.get(Edition, edition_id))


def locked(session: Session, edition_id: int) -> Edition:
    """Of two who decide at once the second sees what the first did. Raises NotFound."""
    query = select(Edition).where(Edition.id == edition_id).with_for_update()
    return _found(session.exec(query).first())


def in_force(session: Session, day: date) -> Edition | None:
    """The adopted one whose day (WIB) came last, and of these the last adopted; None before any."""
    query = (
        select(Edition)
        .where(Edition.state == EditionState.ADOPTED, col(Edition.effective_from) <= day)
        .order_by(
            col(Edition.effective_from).desc(),
            col(Edition.adopted_at).desc(),
            col(Edition.id).desc(),
        )
    )
    return session.exec(query.limit(1)).first()


def listed(session: Session, *, limit: int) -> Sequence[Edition]:
    """The newest first, whatever became of them."""
    return session.exec(select(Edition).order_by(col(Edition.id).desc()).limit(limit)).all()


def _found(edition: Edition | None) -> Edition:
    if edition is None:
        raise NotFound
    return edition
