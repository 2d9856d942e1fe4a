"""Working time of many spans: each of the desk's days is looked up once."""

from datetime import UTC, date, datetime, timedelta

from app.kit.clock import at_wib, wib_day
from app.kit.shifting_hours import ShiftingHours

_ONE_DAY = timedelta(days=1)
_NOTHING = timedelta()


class WorkedTime:
    """The same as `ShiftingHours.working_time`, quick for many spans that share their days."""

    def __init__(self, hours: ShiftingHours) -> None:
        self._hours = hours
        self._open: dict[date, tuple[tuple[datetime, datetime], ...]] = {}
        self._until: dict[date, timedelta] = {}
        self._known: tuple[date, date] | None = None

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Working time between two aware instants; zero if `end` is earlier."""
        if end <= start:
            return _NOTHING
        first, last = wib_day(start), wib_day(end)
        if first == last:
            return self._inside(first, start, end)
        whole = self._before(last) - self._before(first + _ONE_DAY)
        return self._inside(first, start, end) + whole + self._inside(last, start, end)

    def _inside(self, day: date, start: datetime, end: datetime) -> timedelta:
        return sum(
            (max(min(end, until) - max(start, since), _NOTHING) for since, until in self._of(day)),
            _NOTHING,
        )

    def _before(self, day: date) -> timedelta:
        """Working time of all days before that one, counted from the earliest asked for."""
        if self._known is None:
            self._known, self._until[day] = (day, day), _NOTHING
        first, last = self._known
        while last < day:
            self._until[last + _ONE_DAY] = self._until[last] + self._length(last)
            last += _ONE_DAY
        while first > day:
            first -= _ONE_DAY
            self._until[first] = self._until[first + _ONE_DAY] - self._length(first)
        self._known = (first, last)
        return self._until[day]

    def _length(self, day: date) -> timedelta:
        return sum((until - since for since, until in self._of(day)), _NOTHING)

    def _of(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """When the desk is open on that WIB day, by the hours then in force."""
        found = self._open.get(day)
        if found is None:
            found = self._open[day] = tuple(self._slots(day))
        return found

    def _slots(self, day: date) -> list[tuple[datetime, datetime]]:
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
