"""Time zones and days as Indonesia counts them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
ZONES = {"WIB": WIB, "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}


def wib_day(instant: datetime) -> date:
    """The calendar day in WIB of an aware instant."""
    return instant.astimezone(WIB).date()


def at_wib(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The aware instant of that wall-clock time in WIB."""
    return datetime.combine(day, time(hour, minute), tzinfo=WIB)


# Machines that keep their clocks by the network are within a second of each other.
APART_AT_MOST = timedelta(minutes=2)


def lead(mine: datetime, other: datetime | None) -> timedelta:
    """How far `mine` is ahead of another clock, negative where behind.

    Zero where they are no further apart than clocks may be, and where there is no other.
    """
    apart = mine - other if other is not None else timedelta(0)
    return apart if abs(apart) > APART_AT_MOST else timedelta(0)
