"""Who has which ticket open. Nothing is locked by it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, delete, select

from models import Presence

COUNTS_FOR = timedelta(seconds=60)


def here(
    session: Session, ticket_id: int, staff_id: int, *, is_writing: bool, now: datetime
) -> None:
    """That colleague has it open now."""
    row = {
        "ticket_id": ticket_id,
        "staff_id": staff_id,
        "seen_at": now,
        "is_writing": is_writing,
    }
    changed = {"seen_at": now, "is_writing": is_writing}
    key = ["ticket_id", "staff_id"]
    if session.get_bind().dialect.name == "sqlite":
        session.execute(
            sqlite.insert(Presence).on_conflict_do_update(index_elements=key, set_=changed), row
        )
    else:
        session.execute(
            postgresql.insert(Presence).on_conflict_do_update(index_elements=key, set_=changed), row
        )


def others(session: Session, ticket_id: int, *, besides: int, now: datetime) -> Sequence[Presence]:
    """Who else has it open or is writing, the first to come first."""
    query = select(Presence).where(
        Presence.ticket_id == ticket_id,
        Presence.staff_id != besides,
        col(Presence.seen_at) > now - COUNTS_FOR,
    )
    return session.exec(query.order_by(col(Presence.staff_id))).all()


def open_among(
    session: Session, ticket_ids: Collection[int], *, besides: int, now: datetime
) -> frozenset[int]:
    """Those of the tickets that somebody else has open."""
    query = select(Presence.ticket_id).where(
        col(Presence.ticket_id).in_(ticket_ids),
        Presence.staff_id != besides,
        col(Presence.seen_at) > now - COUNTS_FOR,
    )
    return frozenset(session.exec(query.distinct()))


def sweep(session: Session, *, now: datetime) -> None:
    """What does not count any more is gone."""
    session.exec(delete(Presence).where(col(Presence.seen_at) <= now - COUNTS_FOR))
