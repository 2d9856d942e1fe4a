"""Working time where the desk's hours have changed: each instant by the hours then in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from app.kit.working_hours import (
    OFFICE,
    Hours,
    NeverOpen,
    add_working_time,
    next_opening,
    working_time_between,
)

_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours in force from that aware instant on, until those of the next shift."""

    since: datetime
    hours: Hours


@dataclass(frozen=True, slots=True)
class ShiftingHours:
    """What holds first, and the changes, oldest first; of two of one instant the later counts."""

    first: Hours = OFFICE
    shifts: tuple[Shift, ...] = ()

    @classmethod
    def always(cls, hours: Hours) -> Self:
        return cls(hours)

    def at(self, instant: datetime) -> Hours:
        """The hours in force at that instant."""
        found = self.first
        for each in self.shifts:
            if each.since > instant:
                break
            found = each.hours
        return found

    def pieces(self, start: datetime) -> Iterator[tuple[datetime, datetime | None, Hours]]:
        """From `start` on: begin, end and the hours between; the last has no end."""
        begin, hours = start, self.at(start)
        for each in self.shifts:
            if each.since > begin:
                yield begin, each.since, hours
                begin = each.since
            if each.since >= start:
                hours = each.hours
        yield begin, None, hours

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Working time between two aware instants; zero if `end` is earlier."""
        total = _NOTHING
        for begin, until, hours in self.pieces(start):
            if begin >= end:
                break
            total += working_time_between(begin, min(until or end, end), hours=hours)
        return total

    def after(self, start: datetime, duration: timedelta) -> datetime:
        """When that much working time has passed (UTC); the next opening for none at all.

        Raises NeverOpen.
        """
        left = duration
        for begin, until, hours in self.pieces(start):
            if until is None:
                return add_working_time(begin, left, hours=hours)
            inside = working_time_between(begin, until, hours=hours)
            if left and left <= inside:
                return add_working_time(begin, left, hours=hours)
            opening = _opening(begin, hours)
            if not left and opening is not None and opening < until:
                return opening
            left -= inside
        raise NeverOpen


def _opening(instant: datetime, hours: Hours) -> datetime | None:
    """None for a desk that never opens."""
    try:
        return next_opening(instant, hours=hours)
    except NeverOpen:
        return None
