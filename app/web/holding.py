"""Whoever holds the key of a report may see it; wrong keys are counted."""

from datetime import datetime

from fastapi import Request

from app.access import limits
from app.intake import keys
from app.kit.errors import NotFound
from app.store import tickets
from app.web.deps import client_address
from app.web.site import site_of

LARGEST = 10**18  # beyond it no database column goes


class NoSuchReport(NotFound):
    """404: the same for an unknown number and a wrong key."""

    key = "track.no_such"


def opens(request: Request, number: int, key: str, *, now: datetime) -> bool:
    """Whether there is such a report and that is its key; a wrong try is counted for good.

    Raises TooManyTries.
    """
    site, address = site_of(request), client_address(request)
    with site.database.read() as session:
        limits.check(session, limits.KEY_PER_NUMBER, "key", str(number), address, now=now)
        limits.check(session, limits.KEY_PER_ADDRESS, "key-from", address, now=now)
        ticket = tickets.with_number(session, number) if 0 < number < LARGEST else None
    # Both asked always, so that the time taken tells nothing about the number.
    if keys.matches(number, key, site.secret) and ticket is not None:
        return True
    with site.database.write() as session:
        limits.count(session, "key", str(number), address, now=now)
        limits.count(session, "key-from", address, now=now)
    return False
