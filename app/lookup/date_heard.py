"""The time by an outside system's clock: every answer over HTTP bears a `Date`."""

import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from app.kit.clock import lead
from app.lookup.ports import LookupUnavailable

_LASTS = timedelta(hours=1)
_RENEWED_AFTER = timedelta(minutes=10)


class DateHeard:
    """What was last heard, carried on by `ticks`: seconds of a clock that nobody sets.

    Such a clock may stand still while a machine sleeps; what was heard counts for an hour at most.
    `ask` puts some question to that system and may raise LookupUnavailable. Safe to share between
    threads.
    """

    def __init__(
        self, ask: Callable[[], object], *, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._ticks = ticks
        self._lock = threading.Lock()
        self._heard: tuple[datetime, float] | None = None

    def hear(self, headers: Mapping[str, str]) -> None:
        """An answer came; one without a date, or with one nobody can read, says nothing."""
        try:
            told = parsedate_to_datetime(headers.get("date", ""))
        except ValueError:
            return
        if told.tzinfo is None:  # "-0000": a time without a place
            return
        with self._lock:
            self._heard = told.astimezone(UTC), self._ticks()

    def now(self) -> datetime | None:
        """To the second; None while nothing was heard of late."""
        with self._lock:
            heard = self._heard
        if heard is None or (since := self._since(heard)) > _LASTS:
            return None
        return heard[0] + since

    def renew(self, mine: datetime) -> None:
        """Ask, where the last answer is some minutes old or `mine` is apart from it."""
        with self._lock:
            heard = self._heard
        is_fresh = heard is not None and self._since(heard) < _RENEWED_AFTER
        if is_fresh and not lead(mine, self.now()):
            return
        try:
            self._ask()
        except LookupUnavailable:
            return  # then nobody says that our clock is wrong

    def _since(self, heard: tuple[datetime, float]) -> timedelta:
        return timedelta(seconds=self._ticks() - heard[1])
