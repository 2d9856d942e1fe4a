"""Loads of nightly extracts: which is in force, which was on a day, what became of each."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models import Extract
from models.vocabulary import ExtractState


def in_force(session: Session) -> Extract | None:
    """The newest loaded; None before the first."""
    query = select(Extract).where(Extract.state == ExtractState.LOADED)
    return session.exec(query.order_by(col(Extract.id).desc()).limit(1)).first()


def of_moment(session: Session, moment: datetime) -> Extract | None:
    """The newest loaded one whose records were true by then; None where there is none left."""
    query = select(Extract).where(
        Extract.state == ExtractState.LOADED, col(Extract.extracted_at) <= moment
    )
    return session.exec(query.order_by(col(Extract.id).desc()).limit(1)).first()


def all_of_them(session: Session) -> Sequence[Extract]:
    """Newest load first."""
    return session.exec(select(Extract).order_by(col(Extract.id).desc())).all()


def cut_off(session: Session) -> Sequence[Extract]:
    """Loads that were begun and neither finished nor refused."""
    query = select(Extract).where(Extract.state == ExtractState.LOADING)
    return session.exec(query.order_by(col(Extract.id))).all()


def older_than(session: Session, moment: datetime) -> Sequence[Extract]:
    """Loaded ones whose records are from before."""
    query = select(Extract).where(
        Extract.state == ExtractState.LOADED, col(Extract.extracted_at) < moment
    )
    return session.exec(query.order_by(col(Extract.id))).all()


def by_id(session: Session, extract_id: int) -> Extract:
    return session.exec(select(Extract).where(Extract.id == extract_id)).one()


def add(session: Session, extract: Extract) -> Extract:
    """Flushed: it has its number."""
    session.add(extract)
    session.flush()
    return extract
