"""Prepared answers and their versions."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from models import CannedAnswer


def present(session: Session) -> Sequence[CannedAnswer]:
    """The present version of each that was not retired, by title. A few hundred at most."""
    newest = select(func.max(CannedAnswer.id)).group_by(col(CannedAnswer.series))
    query = select(CannedAnswer).where(
        col(CannedAnswer.id).in_(newest), col(CannedAnswer.is_retired).is_(False)
    )
    return session.exec(query.order_by(col(CannedAnswer.title))).all()


def versions(session: Session, series: int) -> Sequence[CannedAnswer]:
    """The present one first. Raises NotFound."""
    query = select(CannedAnswer).where(CannedAnswer.series == series)
    found = session.exec(query.order_by(col(CannedAnswer.version).desc())).all()
    if not found:
        raise NotFound
    return found


def next_series(session: Session) -> int:
    return (session.exec(select(func.max(CannedAnswer.series))).one() or 0) + 1


def add(session: Session, row: CannedAnswer) -> bool:
    """Whether it could be kept: somebody else may have made the same version first."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True
