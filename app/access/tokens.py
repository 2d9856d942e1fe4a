"""Tokens of machines: made once, shown once, limited in what and how often, revoked."""

import hashlib
import secrets
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.access import trail
from app.access.limits import Limit
from app.access.trail import Deed
from app.kit.clock import at_wib, wib_day
from app.kit.errors import Refusal
from app.store import tokens
from app.store.session import Session
from models import ApiToken, Staff
from models.vocabulary import TokenScope, TrailAction

# Requests to one process, for its sake: a token of 256 bits is not guessed. Counted in the database
# a machine's read would be a write, and on SQLite wait for every other.
PER_TOKEN = Limit(600, timedelta(minutes=1))
_NAME = 80


class BadToken(Refusal):
    """422: no name, nothing it may do, or a last day that cannot be."""

    status = 422
    key = "token.bad"


class OutOfScope(Refusal):
    """403: a token for other things."""

    status = 403
    key = "token.out_of_scope"


@dataclass(slots=True)
class Rate:
    """How often each key was used lately, in this process."""

    limit: Limit = PER_TOKEN
    _used: dict[str, deque[datetime]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, key: str, now: datetime) -> bool:
        """Counts this use, unless the limit is reached."""
        with self._lock:
            used = self._used.setdefault(key, deque())
            while used and used[0] <= now - self.limit.window:
                used.popleft()
            if len(used) >= self.limit.tries:
                return False
            used.append(now)
            return True


def make(
    session: Session,
    name: str,
    scopes: Sequence[TokenScope],
    last_day: str,
    *,
    by: Staff,
    now: datetime,
) -> str:
    """The token itself, which is kept nowhere. `last_day` is YYYY-MM-DD in WIB, "" for none.

    Raises BadToken.
    """
    if not name or not scopes:
        raise BadToken
    token = f"loket_{secrets.token_urlsafe(32)}"
    row = ApiToken(
        name=name[:_NAME],
        token_hash=hashed(token),
        scopes=[each.value for each in dict.fromkeys(scopes)],
        made_by_id=by.id,
        made_at=now,
        expires_at=_end(last_day, now),
    )
    tokens.add(session, row)
    _note(session, TrailAction.TOKEN_MADE, row, by=by, now=now)
    return token


def revoke(session: Session, row: ApiToken, *, by: Staff, now: datetime) -> None:
    """It opens nothing from now on; twice is once."""
    if row.revoked_at is None:
        row.revoked_at = now
        session.add(row)
        _note(session, TrailAction.TOKEN_REVOKED, row, by=by, now=now)


def usable(session: Session, token: str, *, now: datetime) -> ApiToken | None:
    """None for one that is unknown, revoked or expired."""
    row = tokens.by_hash(session, hashed(token))
    if row is None or row.revoked_at is not None:
        return None
    return row if row.expires_at is None or row.expires_at > now else None


def may(row: ApiToken, scope: TokenScope) -> bool:
    return isinstance(row.scopes, list) and scope.value in row.scopes


def is_first_use(row: ApiToken, now: datetime) -> bool:
    """Of that WIB day."""
    return row.last_used_on != wib_day(now)


def last_day(row: ApiToken) -> date | None:
    """The last WIB day on which it may be used; None without an end."""
    return wib_day(row.expires_at - timedelta(seconds=1)) if row.expires_at else None


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _end(last_day: str, now: datetime) -> datetime | None:
    """The end of that day. Raises BadToken for a day that is past or none."""
    if not last_day.strip():
        return None
    try:
        end = at_wib(date.fromisoformat(last_day.strip())) + timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise BadToken from error
    if end <= now:
        raise BadToken
    return end


def _note(
    session: Session, action: TrailAction, row: ApiToken, *, by: Staff, now: datetime
) -> None:
    scopes = " ".join(map(str, row.scopes)) if isinstance(row.scopes, list) else ""
    deed = Deed(action, subject=row.name, detail={"token": row.id, "scopes": scopes})
    trail.record(session, deed, by=by, now=now)
