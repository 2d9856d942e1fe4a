"""The helpdesk's working days and hours in WIB, without national holidays and joint leave."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self

from app.kit.clock import WIB, wib_day

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class YearOff:
    """The days off of one year, in order, as they were known when a decision was made."""

    year: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekdays (0 is Monday) and the hours of each in WIB, `closes` exclusive.

    `known` are years whose days off are settled; of any other the present calendar is asked.
    """

    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    opens: time = time(9)
    closes: time = time(17)
    known: tuple[YearOff, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """False also on a national holiday and on joint leave (libur nasional, cuti bersama)."""
        return day.weekday() in self.weekdays and day not in self._off(day.year)

    def knowing(self, years: Iterable[int]) -> Self:
        """The same hours with the days off of those years as the calendar has them now.

        Years settled before stay as they are.
        """
        settled = {each.year for each in self.known}
        added = (
            YearOff(year, tuple(sorted(days_off(year)))) for year in sorted({*years} - settled)
        )
        return replace(self, known=(*self.known, *added))

    def opening(self, day: date) -> datetime:
        return datetime.combine(day, self.opens, tzinfo=WIB)

    def closing(self, day: date) -> datetime:
        return datetime.combine(day, self.closes, tzinfo=WIB)

    def _off(self, year: int) -> Collection[date]:
        for each in self.known:
            if each.year == year:
                return each.days
        return days_off(year)


OFFICE = Hours()


def add_working_days(start: datetime, days: int, *, hours: Hours = OFFICE) -> datetime:
    """The same wall-clock time in WIB, that many working days later (UTC); `days` 0 or more.

    The day of `start` is not counted, so a Friday and one day give the next Monday.
    """
    local = start.astimezone(WIB)
    day = local.date()
    for _ in range(days):
        day = _working_day_from(day + _ONE_DAY, hours)
    return datetime.combine(day, local.time(), tzinfo=WIB).astimezone(UTC)


def next_opening(instant: datetime, *, hours: Hours = OFFICE) -> datetime:
    """`instant` itself during working hours, else the next time the desk opens (UTC)."""
    day = wib_day(instant)
    if hours.is_working_day(day):
        if instant < hours.opening(day):
            return hours.opening(day).astimezone(UTC)
        if instant < hours.closing(day):
            return instant.astimezone(UTC)
    return hours.opening(_working_day_from(day + _ONE_DAY, hours)).astimezone(UTC)


def working_time_between(start: datetime, end: datetime, *, hours: Hours = OFFICE) -> timedelta:
    """Working time between two aware instants; zero if `end` is earlier."""
    total = timedelta()
    day, last = wib_day(start), wib_day(end)
    while day <= last:
        if hours.is_working_day(day):
            worked = min(end, hours.closing(day)) - max(start, hours.opening(day))
            total += max(worked, timedelta())
        day += _ONE_DAY
    return total


@lru_cache(maxsize=32)
def days_off(year: int) -> frozenset[date]:
    """National holidays and joint leave of that year, as far as they have been announced."""
    # Loading the calendars of the world takes a noticeable moment; most commands need none.
    import holidays  # noqa: PLC0415

    calendar = holidays.country_holidays("ID", years=year, categories=("public", "government"))
    return frozenset(calendar)


def _working_day_from(day: date, hours: Hours) -> date:
    while not hours.is_working_day(day):
        day += _ONE_DAY
    return day
