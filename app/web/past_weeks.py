"""Sums of weeks: those that are over change no more, so each is counted once and kept a while."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from fastapi import Request

from app.kit.clock import wib_day
from app.store.session import Session

_FRESH = timedelta(hours=1)
_A_WEEK = timedelta(days=7)
Sums = TypeVar("Sums")


class PastWeeks(Generic[Sums]):
    """What `count` says of the week that begins on a Monday (WIB).

    Counted again after an hour all the same, for reports that were removed since.
    """

    def __init__(self, count: Callable[[Session, date], Sums]) -> None:
        self._count = count
        self._known: dict[date, tuple[datetime, Sums]] = {}

    def of(self, session: Session, monday: date, *, now: datetime) -> Sums:
        found = self._known.get(monday)
        if found is not None and timedelta() <= now - found[0] < _FRESH:
            return found[1]
        sums = self._count(session, monday)
        if wib_day(now) - monday >= _A_WEEK:
            self._known[monday] = (now, sums)
        return sums


def past_weeks(
    request: Request, name: str, count: Callable[[Session, date], Sums]
) -> PastWeeks[Sums]:
    """This process's own of that name."""
    state = request.app.state
    if not hasattr(state, name):
        setattr(state, name, PastWeeks(count))
    found: PastWeeks[Sums] = getattr(state, name)
    return found


def mondays(now: datetime, number: int) -> list[date]:
    """This week's and those before, the newest first."""
    today = wib_day(now)
    monday = today - timedelta(days=today.weekday())
    return [monday - timedelta(weeks=each) for each in range(number)]
