"""The helpdesk's working days and hours, without national holidays and joint leave."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self

from app.kit.clock import ZONES

_ONE_DAY = timedelta(days=1)
_LONGEST_SEARCH = 400  # days; a desk that opens on none of them has no hours at all
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY_PART = re.compile(r"(\w{3})(?:-(\w{3}))? ([\d:,-]+)")
_SLOT = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


class NeverOpen(ValueError):
    """The hours name no slot within more than a year."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Part of a working day; `closes` is exclusive, and after `opens`."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class YearOff:
    """The days off of one year, in order, as they were known when a decision was made."""

    year: int
    days: tuple[date, ...]


_USUAL_DAY = (Slot(time(9), time(17)),)
_USUAL_WEEK: tuple[tuple[Slot, ...], ...] = (*(5 * (_USUAL_DAY,)), (), ())


@dataclass(frozen=True, slots=True)
class Hours:
    """The slots of each weekday, Monday first, in order, in one of Indonesia's zones.

    `known` are years whose days off are settled; of any other the present calendar is asked.
    `closed` and `opened` are the desk's own exceptions: days off besides, and days off on which
    it works after all.
    """

    week: tuple[tuple[Slot, ...], ...] = _USUAL_WEEK
    zone: str = "WIB"
    known: tuple[YearOff, ...] = ()
    closed: tuple[date, ...] = ()
    opened: tuple[date, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """False also on a national holiday and on joint leave (libur nasional, cuti bersama)."""
        return bool(self.slots(day))

    def slots(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """When the desk is open that day, as aware instants, in order."""
        is_off = day in self._off(day.year) and day not in self.opened
        if is_off or day in self.closed:
            return ()
        zone = ZONES[self.zone]
        return tuple(
            (datetime.combine(day, each.opens, zone), datetime.combine(day, each.closes, zone))
            for each in self.week[day.weekday()]
        )

    def knowing(self, years: Iterable[int]) -> Self:
        """The same hours with the days off of those years as the calendar has them now.

        Years settled before stay as they are.
        """
        settled = {each.year for each in self.known}
        added = (
            YearOff(year, tuple(sorted(days_off(year)))) for year in sorted({*years} - settled)
        )
        return replace(self, known=(*self.known, *added))

    def day_of(self, instant: datetime) -> date:
        """The desk's calendar day of an aware instant."""
        return instant.astimezone(ZONES[self.zone]).date()

    def midnight(self, day: date) -> datetime:
        """When that day begins where the desk is."""
        return datetime.combine(day, time(0), ZONES[self.zone])

    def opening(self, day: date) -> datetime:
        """When the desk opens on a day like that, also where that very day is off."""
        slots = self.week[day.weekday()] or next(filter(None, self.week), ())
        if not slots:
            raise NeverOpen
        return datetime.combine(day, slots[0].opens, ZONES[self.zone])

    def _off(self, year: int) -> Collection[date]:
        for each in self.known:
            if each.year == year:
                return each.days
        return days_off(year)


OFFICE = Hours()


def parse(text: str) -> Hours:
    """ "Mon-Fri 09:00-17:00", an en dash and a trailing zone (WIB, WITA, WIT) allowed.

    Parts of the week are parted by semicolons, slots of a day by commas:
    "Mon-Thu 08:00-12:00,13:00-16:30; Fri 08:00-11:30,13:30-16:30 WITA". Raises ValueError.
    """
    tidy = text.replace("–", "-").strip()
    zone = next((each for each in ZONES if tidy.endswith(f" {each}")), "WIB")
    week: list[tuple[Slot, ...]] = [()] * len(_DAYS)
    for part in tidy.removesuffix(f" {zone}").split(";"):
        found = _DAY_PART.fullmatch(part.strip())
        first, last = (found[1], found[2] or found[1]) if found else ("", "")
        if not found or first not in _DAYS or last not in _DAYS:
            raise ValueError('must look like "Mon-Fri 09:00-17:00"')
        slots = tuple(_slots(found[3]))
        for day in range(_DAYS.index(first), _DAYS.index(last) + 1):
            week[day] = slots
    return Hours(tuple(week), zone)


def add_working_days(start: datetime, days: int, *, hours: Hours = OFFICE) -> datetime:
    """The same wall-clock time, that many working days later (UTC); `days` 0 or more.

    The day of `start` is not counted, so a Friday and one day give the next Monday.
    """
    local = start.astimezone(ZONES[hours.zone])
    day = local.date()
    for _ in range(days):
        day = _working_day_from(day + _ONE_DAY, hours)
    return datetime.combine(day, local.time(), tzinfo=ZONES[hours.zone]).astimezone(UTC)


def add_working_time(start: datetime, duration: timedelta, *, hours: Hours = OFFICE) -> datetime:
    """When that much working time has passed (UTC); the next opening for none at all."""
    left = duration
    for opens, closes in _slots_from(start, hours):
        begin = max(start, opens)
        if closes - begin > left or (closes - begin == left and left):
            return (begin + left).astimezone(UTC)
        left -= closes - begin
    raise NeverOpen


def next_opening(instant: datetime, *, hours: Hours = OFFICE) -> datetime:
    """`instant` itself during working hours, else the next time the desk opens (UTC)."""
    return add_working_time(instant, timedelta(), hours=hours)


def working_time_between(start: datetime, end: datetime, *, hours: Hours = OFFICE) -> timedelta:
    """Working time between two aware instants; zero if `end` is earlier."""
    total = timedelta()
    for day in _days_between(hours.day_of(start), hours.day_of(end)):
        for opens, closes in hours.slots(day):
            total += max(min(end, closes) - max(start, opens), timedelta())
    return total


@lru_cache(maxsize=32)
def days_off(year: int) -> frozenset[date]:
    """National holidays and joint leave of that year, as far as they have been announced."""
    # Loading the calendars of the world takes a noticeable moment; most commands need none.
    import holidays  # noqa: PLC0415

    calendar = holidays.country_holidays("ID", years=year, categories=("public", "government"))
    return frozenset(calendar)


def _slots_from(start: datetime, hours: Hours) -> Iterator[tuple[datetime, datetime]]:
    """Slots that end after `start`; none at all for more than a year ends the search."""
    day, empty = hours.day_of(start), 0
    while empty < _LONGEST_SEARCH:
        slots = hours.slots(day)
        yield from (each for each in slots if each[1] > start)
        empty = 0 if slots else empty + 1
        day += _ONE_DAY


def _days_between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=each) for each in range((last - first).days + 1))


def _working_day_from(day: date, hours: Hours) -> date:
    for each in _days_between(day, day + timedelta(days=_LONGEST_SEARCH)):
        if hours.is_working_day(each):
            return each
    raise NeverOpen


def _slots(text: str) -> Iterator[Slot]:
    """In order and apart from each other; raises ValueError."""
    last = time(0)
    for part in text.split(","):
        found = _SLOT.fullmatch(part)
        if not found:
            raise ValueError('must look like "Mon-Fri 09:00-17:00"')
        slot = Slot(time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])))
        if slot.opens >= slot.closes:
            raise ValueError("must open before it closes")
        if slot.opens < last:
            raise ValueError("must name the slots of a day in order")
        last = slot.closes
        yield slot
