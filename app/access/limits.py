"""How often something guessable may be tried; counted in the database, across processes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit.errors import Refusal
from app.store import staff
from app.store.session import Session


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` within `window`."""

    tries: int
    window: timedelta


# By name and address together: a stranger elsewhere must not lock a colleague out.
SIGN_IN_PER_NAME = Limit(5, timedelta(minutes=15))
# From everywhere: for guesses spread over many addresses.
SIGN_IN_ALTOGETHER = Limit(50, timedelta(minutes=15))
SIGN_IN_PER_ADDRESS = Limit(30, timedelta(hours=1))
# By number and address together: 50 bits need no lock that shuts the owner out.
KEY_PER_NUMBER = Limit(5, timedelta(hours=1))
KEY_PER_ADDRESS = Limit(30, timedelta(hours=1))
# 256 bits need no lock either; this one is for the database's sake.
CODE_PER_ADDRESS = Limit(30, timedelta(hours=1))
FORM_PER_ADDRESS = Limit(60, timedelta(hours=1))
# Taps of whoever holds a key: a whole school may sit behind one address.
TAP_PER_ADDRESS = Limit(120, timedelta(hours=1))
# Of a colleague's own address: letters sent to it, and codes tried.
OWN_ADDRESS = Limit(10, timedelta(hours=1))
# An address in a From is anybody's claim: what comes in of it, and receipts that go out to it.
MAIL_PER_SENDER = Limit(20, timedelta(hours=1))
RECEIPTS_PER_SENDER = Limit(5, timedelta(days=1))

# Asked at each pause of the typing; past it nothing is shown, and sending goes on.
LIKELY_PER_ADDRESS = Limit(600, timedelta(hours=1))


class TooManyTries(Refusal):
    """429: wait a while."""

    status = 429
    key = "too_many_tries"


def check(session: Session, limit: Limit, *what: str, now: datetime) -> None:
    """Raises TooManyTries when `what` was counted too often lately."""
    if staff.count_tries(session, bucket(*what), since=now - limit.window) >= limit.tries:
        raise TooManyTries


def count(session: Session, *what: str, now: datetime) -> None:
    """Count one try at `what`."""
    staff.add_try(session, bucket(*what), now)


def bucket(*what: str) -> str:
    """The row's key; hashed, because it may hold somebody's address."""
    return hashlib.sha256("\x1f".join(what).encode()).hexdigest()
