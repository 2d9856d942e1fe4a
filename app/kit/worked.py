"""Working time of many spans: each of the desk's days is looked up once."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np

from app.kit.clock import at_wib, wib_day
from app.kit.instants import MICROSECOND, Micros, instant_of, micros
from app.kit.shifting_hours import ShiftingHours

_ONE_DAY = timedelta(days=1)
_FURTHER = timedelta(days=30)  # looked up at once, so that it is not done for every span anew
_NOTHING = timedelta()


class WorkedTime:
    """The same as `ShiftingHours.working_time`, quick for many spans that share their days."""

    def __init__(self, hours: ShiftingHours) -> None:
        self._hours = hours
        self._known: tuple[datetime, datetime] | None = None
        self._opens: Sequence[datetime] = ()
        self._closes: Sequence[datetime] = ()
        self._before: Sequence[timedelta] = ()  # working time before each opening

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Working time between two aware instants; zero if `end` is earlier."""
        if end <= start:
            return _NOTHING
        self._know(start, end)
        return self._until(end) - self._until(start)

    def of_spans(self, begun: Micros, ended: Micros) -> Micros:
        """The same of as many spans, the end of none before its beginning."""
        if not len(begun):
            return begun
        self._know(instant_of(int(begun.min())), instant_of(int(ended.max())))
        if not self._opens:
            return np.zeros_like(begun)
        opens, closes = micros(self._opens), micros(self._closes)
        before = np.array([each // MICROSECOND for each in self._before], np.int64)

        def until(instants: Micros) -> Micros:
            at = np.searchsorted(opens, instants, side="right") - 1
            worked = before[at] + np.minimum(instants, closes[at]) - opens[at]
            return np.where(at < 0, 0, worked)

        return until(ended) - until(begun)

    def _until(self, instant: datetime) -> timedelta:
        """Working time from the first day known up to that instant."""
        at = bisect_right(self._opens, instant) - 1
        if at < 0:
            return _NOTHING
        return self._before[at] + (min(instant, self._closes[at]) - self._opens[at])

    def _know(self, start: datetime, end: datetime) -> None:
        if self._known is None or start < self._known[0] or end >= self._known[1]:
            self._look_up(start, end)

    def _look_up(self, start: datetime, end: datetime) -> None:
        """Every slot of all days known so far and of those that are asked for."""
        since, upto = self._known or (start, end)
        first = wib_day(start - _FURTHER if start < since or not self._known else since)
        last = wib_day(end + _FURTHER if end >= upto else upto)
        days = [first + each * _ONE_DAY for each in range((last - first).days)]
        slots = [slot for day in days for slot in sorted(self._slots(day))]
        worked, before = _NOTHING, []
        for opens, closes in slots:
            before.append(worked)
            worked += closes - opens
        self._known = at_wib(first).astimezone(UTC), at_wib(last).astimezone(UTC)
        # Instants of one and the same zone are compared without asking for their offsets.
        self._opens = [opens.astimezone(UTC) for opens, _ in slots]
        self._closes = [closes.astimezone(UTC) for _, closes in slots]
        self._before = before

    def _slots(self, day: date) -> list[tuple[datetime, datetime]]:
        """When the desk is open on that WIB day, by the hours then in force."""
        begin, end = at_wib(day).astimezone(UTC), at_wib(day + _ONE_DAY).astimezone(UTC)
        slots = []
        for since, until, hours in self._hours.pieces(begin):
            if since >= end:
                break
            upto = min(until or end, end)
            for own in {hours.day_of(since), hours.day_of(upto)}:
                slots += [
                    (max(opens, since), min(closes, upto))
                    for opens, closes in hours.slots(own)
                    if closes > since and opens < upto
                ]
        return slots
