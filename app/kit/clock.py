"""Time zones and days as Indonesia counts them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
ZONES = {"WIB": WIB, "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}


def wib_day(instant: datetime) -> date:
    """The calendar day in WIB of an aware instant."""
    return instant.astimezone(WIB).date()


def at_wib(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The aware instant of that wall-clock time in WIB."""
    return datetime.combine(day, time(hour, minute), tzinfo=WIB)
