"""Signing in and out; sessions are rows, the cookie holds an opaque random token."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.access import limits, passwords
from app.kit.errors import Refusal
from app.store import staff
from app.store.session import Session
from models import SignIn, Staff

IDLE = timedelta(hours=8)
ABSOLUTE = timedelta(hours=24)
# A row is not rewritten at each click.
_SEEN_GRAIN = timedelta(minutes=5)


class WrongSignIn(Refusal):
    """422: the same for an unknown name and a wrong password."""

    status = 422
    key = "signin.wrong"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is asking, and the token their forms must carry."""

    staff: Staff
    csrf: str
    seen_at: datetime

    def is_due(self, now: datetime) -> bool:
        """Whether its last use is old enough to be written down anew."""
        return now - self.seen_at > _SEEN_GRAIN


def claimed(session: Session, username: str, *, address: str, now: datetime) -> Staff | None:
    """Who wants to sign in; None for nobody who may. Raises TooManyTries."""
    name = username.strip().lower()
    limits.check(session, limits.SIGN_IN_PER_NAME, "signin", name, address, now=now)
    limits.check(session, limits.SIGN_IN_ALTOGETHER, "signin", name, now=now)
    limits.check(session, limits.SIGN_IN_PER_ADDRESS, "signin-from", address, now=now)
    colleague = staff.by_username(session, name)
    return colleague if colleague is not None and colleague.is_active else None


def prove(colleague: Staff | None, password: str) -> Staff:
    """The colleague, once the password is theirs. Raises WrongSignIn.

    Takes a fifth of a second on purpose: never inside a transaction that holds others up.
    """
    known = colleague.password_hash if colleague is not None else None
    if not passwords.is_right(password, known) or colleague is None:
        raise WrongSignIn
    return colleague


def begin(session: Session, colleague: Staff, *, now: datetime) -> str:
    """The new session's token."""
    staff.end_expired(session, now)
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            token_hash=_hash(token),
            staff_id=colleague.id,
            csrf=secrets.token_urlsafe(24),
            created_at=now,
            seen_at=now,
            expires_at=now + ABSOLUTE,
        )
    )
    return token


def count_failure(session: Session, username: str, *, address: str, now: datetime) -> None:
    """Remember a wrong sign-in, by name and by address."""
    name = username.strip().lower()
    limits.count(session, "signin", name, address, now=now)
    limits.count(session, "signin", name, now=now)
    limits.count(session, "signin-from", address, now=now)


def who(session: Session, token: str, *, now: datetime) -> SignedIn | None:
    """The owner of an open session; None when it ended, idled out, or its owner left."""
    found = staff.sign_in(session, _hash(token))
    if found is None:
        return None
    row, colleague = found
    if not colleague.is_active or row.expires_at <= now or now - row.seen_at > IDLE:
        return None
    return SignedIn(staff=colleague, csrf=row.csrf, seen_at=row.seen_at)


def touch(session: Session, token: str, *, now: datetime) -> None:
    """Note that the session is in use."""
    found = staff.sign_in(session, _hash(token))
    if found is not None:
        found[0].seen_at = now
        session.add(found[0])


def same_token(typed: str, csrf: str) -> bool:
    """Whether a form's token is the session's, in constant time."""
    return secrets.compare_digest(typed.encode(), csrf.encode())


def sign_out(session: Session, token: str) -> None:
    staff.end_sign_in(session, _hash(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
