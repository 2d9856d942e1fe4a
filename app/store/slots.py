"""Worker processes and their signs of life."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from app.store import instants
from models import Slot


def beat(session: Session, name: str, now: datetime) -> None:
    """This worker is alive."""
    slot = session.get(Slot, name) or Slot(name=name, seen_at=now)
    slot.seen_at = now
    session.add(slot)


def seen_at(session: Session, name: str) -> datetime | None:
    """The last sign of life of that worker; None when it stopped cleanly or never was."""
    slot = session.get(Slot, name)
    return slot.seen_at if slot is not None else None


def silent(session: Session, now: datetime, *, after: timedelta) -> Sequence[Slot]:
    """Workers not heard of for `after`."""
    return session.exec(select(Slot).where(col(Slot.seen_at) < now - after)).all()


def newest_beat(session: Session) -> datetime | None:
    """The last sign of life of any worker; None before the first."""
    return session.exec(select(Slot.seen_at).order_by(col(Slot.seen_at).desc())).first()


def ahead(session: Session, *, by: timedelta) -> Mapping[str, timedelta]:
    """Workers whose clock is further ahead of the server's than `by`, and how far.

    Their signs of life lie in the future. One that is behind looks silent, and acts late at worst.
    Nobody on SQLite, where one clock is all there is.
    """
    server = instants.server_now(session)
    if server is None:
        return {}
    found = session.exec(select(Slot).where(col(Slot.seen_at) > server + by))
    return {each.name: each.seen_at - server for each in found}


def forget(session: Session, name: str) -> None:
    slot = session.get(Slot, name)
    if slot is not None:
        session.delete(slot)
