"""Colleagues with one password for all."""

from datetime import datetime
from functools import cache

from app.access import passwords
from app.store.session import Session
from models import Staff
from models.vocabulary import StaffRole

PASSWORD = "sandi-untuk-uji-saja"


def colleague(
    session: Session,
    username: str,
    *,
    now: datetime,
    role: StaffRole = StaffRole.AGENT,
    name: str = "",
) -> Staff:
    """The new colleague, flushed. The password is PASSWORD."""
    made = Staff(
        username=username,
        name=name or username.title(),
        role=role,
        password_hash=_password_hash(),
        created_at=now,
    )
    session.add(made)
    session.flush()
    return made


@cache
def _password_hash() -> str:
    """Made once: hashing takes a fifth of a second by design."""
    return passwords.hashed(PASSWORD)
