"""Readings, look-ups and the record of who looked."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Access, Lookup, Reading
from models.vocabulary import System


def by_id(session: Session, reading_id: int) -> Reading:
    """Raises NotFound."""
    found = session.get(Reading, reading_id)
    if found is None:
        raise NotFound
    return found


def latest(session: Session, ticket_id: int) -> Reading | None:
    """The reading in force: the newest."""
    query = select(Reading).where(Reading.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Reading.id).desc()).limit(1)).first()


def lookups_of(session: Session, reading_id: int) -> Sequence[Lookup]:
    """One for each subject of that reading, in order."""
    query = select(Lookup).where(Lookup.reading_id == reading_id)
    return session.exec(query.order_by(col(Lookup.subject_no), col(Lookup.id))).all()


def lookups_until(session: Session, ticket_id: int, until: datetime) -> Sequence[Lookup]:
    """Every look-up for that ticket up to then."""
    query = select(Lookup).where(Lookup.ticket_id == ticket_id, col(Lookup.created_at) <= until)
    return session.exec(query.order_by(col(Lookup.id))).all()


def lookup(session: Session, lookup_id: int) -> Lookup:
    found = session.get(Lookup, lookup_id)
    if found is None:
        raise NotFound
    return found


def with_ids(session: Session, lookup_ids: Collection[int]) -> Mapping[int, Lookup]:
    """Those look-ups by their ids."""
    query = select(Lookup).where(col(Lookup.id).in_(lookup_ids))
    return {each.id: each for each in session.exec(query)}


def log_access(
    session: Session,
    *,
    ticket_id: int | None,
    actor: str,
    reason: str,
    asked: Sequence[tuple[System, str, int]],
    at: datetime,
) -> None:
    """One row for each question put to a system: (system, masked question, answers found)."""
    session.add_all(
        Access(
            ticket_id=ticket_id,
            actor=actor,
            reason=reason,
            system=system,
            asked=question,
            found=found,
            at=at,
        )
        for system, question, found in asked
    )


def accesses_of(session: Session, ticket_id: int) -> Sequence[Access]:
    query = select(Access).where(Access.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Access.id))).all()
