"""The week of everyone as its page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.staffing.choose import Hours
from app.staffing.distribute import Rota
from models import Shift, Staff

_DAYS = 7


@dataclass(frozen=True, slots=True)
class RotaRow:
    """One colleague: the hours of each weekday in words ("" on a free day), and their figures."""

    person: Staff
    days: tuple[str, ...]
    is_on: bool
    load: int
    given: int


def grid(
    known: Rota, now: datetime, *, loads: Mapping[int, int], given: Mapping[int, int]
) -> tuple[RotaRow, ...]:
    """By name: no ranking."""
    return tuple(
        RotaRow(
            person=each,
            days=tuple(_day(known.hours.get(each.id, ()), day) for day in range(_DAYS)),
            is_on=known.is_on(each.id, now),
            load=loads.get(each.id, 0),
            given=given.get(each.id, 0),
        )
        for each in known.people
    )


def person_week(shifts: Sequence[Shift]) -> list[tuple[str, str]]:
    """(opens, closes) of each weekday as typed; empty on a free day."""
    by_day = {each.weekday: each for each in shifts}
    return [
        (clock(by_day[day].opens), clock(by_day[day].closes)) if day in by_day else ("", "")
        for day in range(_DAYS)
    ]


def clock(minutes: int) -> str:
    """`08.00` of minutes from midnight."""
    return f"{minutes // 60:02}.{minutes % 60:02}"


def _day(hours: Sequence[Hours], day: int) -> str:
    return ", ".join(
        f"{clock(each.opens)}–{clock(each.closes)} {each.zone}"
        for each in hours
        if each.weekday == day
    )
