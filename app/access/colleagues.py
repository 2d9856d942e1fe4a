"""Who works here."""

from datetime import datetime

from app.access import passwords, trail
from app.access.trail import Deed
from app.store import staff
from app.store.session import Session
from models import Staff
from models.vocabulary import StaffRole, TrailAction


class TakenName(ValueError):
    """Another colleague signs in with that name."""


def add_colleague(
    session: Session, username: str, *, name: str, role: StaffRole, password: str, now: datetime
) -> Staff:
    """The new colleague, flushed. Raises WeakPassword or TakenName."""
    tidy = username.strip().lower()
    if staff.by_username(session, tidy) is not None:
        raise TakenName(tidy)
    colleague = Staff(
        username=tidy,
        name=name.strip(),
        role=role,
        password_hash=passwords.hashed(password),
        created_at=now,
    )
    session.add(colleague)
    session.flush()
    said = {"role": role.value}
    deed = Deed(TrailAction.PERSON_JOINED, subject=tidy, detail=said)
    trail.record(session, deed, by="loket", now=now)
    return colleague
