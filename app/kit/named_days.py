"""The national days off of a year with their kinds and names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A national holiday, or joint leave (cuti bersama) next to one."""

    is_joint_leave: bool
    name: str


@lru_cache(maxsize=16)
def named_days_off(year: int, *, english: bool = False) -> Mapping[date, NamedDay]:
    """As far as they have been announced."""
    # Loading the calendars of the world takes a noticeable moment.
    import holidays  # noqa: PLC0415

    found: dict[date, NamedDay] = {}
    for category in ("government", "public"):
        days = holidays.country_holidays(
            "ID", years=year, categories=(category,), language="en_US" if english else "id"
        )
        found |= {day: NamedDay(category == "government", name) for day, name in days.items()}
    return found
