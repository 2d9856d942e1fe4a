"""The desk's calendar for people: in words, as a year, and what a change would bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.kit import tanggal
from app.kit.named_days import NamedDay, named_days_off
from app.kit.shifting_hours import ShiftingHours
from app.kit.working_hours import Hours, Slot
from app.store import calendars
from app.web.reader import Reader
from models import Calendar

_AHEAD = timedelta(days=60)
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ENGLISH_MONTHS = tuple(f"{date(2026, month, 1):%B}" for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class DayView:
    """`mark` is one letter of what makes the day special, "" for none; `name` says it."""

    day: date
    is_open: bool
    is_today: bool
    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """`weeks` are of seven cells from Monday on, None outside the month."""

    name: str
    weeks: tuple[tuple[DayView | None, ...], ...]
    special: tuple[DayView, ...]
    days_open: int


@dataclass(frozen=True, slots=True)
class VersionView:
    row: Calendar
    week: str
    state: str
    by: str


@dataclass(frozen=True, slots=True)
class ChangedDay:
    day: date
    before: str
    after: str


def week(hours: Hours, reader: Reader) -> str:
    """`Senin-Jumat 09.00-17.00 WIB`; days of equal hours are drawn together."""
    names = _ENGLISH_DAYS if reader.language == "en" else tanggal.DAYS
    parts = []
    first = 0
    for day in range(1, 8):
        if day < 7 and hours.week[day] == hours.week[first]:
            continue
        if hours.week[first]:
            last = day - 1
            span = names[first] if first == last else f"{names[first]}–{names[last]}"
            parts.append(f"{span} {_slots(hours.week[first])}")
        first = day
    return f"{'; '.join(parts)} {hours.zone}"


def months(shifting: ShiftingHours, year: int, today: date, reader: Reader) -> list[MonthView]:
    """Each day by the version in force on it."""
    rows = [
        _day(shifting, day, today, reader) for day in _days(date(year, 1, 1), date(year, 12, 31))
    ]
    return [
        _month([row for row in rows if row.day.month == month], reader) for month in range(1, 13)
    ]


def versions(rows: Sequence[Calendar], now: datetime, reader: Reader) -> list[VersionView]:
    """The newest first; one is in force, later ones are still to come."""
    past = [each.id for each in rows if each.valid_from <= now]
    return [
        VersionView(
            row=each,
            week=week(calendars.hours_of(each), reader),
            state=_state(each, past),
            by=reader.say("actor.loket") if each.by == "loket" else each.by,
        )
        for each in reversed(rows)
    ]


def changed(
    before: ShiftingHours, after: ShiftingHours, since: datetime, reader: Reader
) -> list[ChangedDay]:
    """The days of the next sixty from `since` on that would open otherwise."""
    day = after.at(since).day_of(since)
    return [
        ChangedDay(each, _open(before, each, reader), _open(after, each, reader))
        for each in _days(day, day + _AHEAD)
        if _spans(before, each) != _spans(after, each)
    ]


def _state(row: Calendar, past: Sequence[int]) -> str:
    if row.id not in past:
        return "coming"
    return "in_force" if row.id == past[-1] else "past"


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


def _hours_of(shifting: ShiftingHours, day: date) -> Hours:
    """The hours in force as that day begins, or from within it on."""
    return shifting.at(
        shifting.at(shifting.first.midnight(day)).midnight(day) + timedelta(hours=23)
    )


def _spans(shifting: ShiftingHours, day: date) -> tuple[tuple[datetime, datetime], ...]:
    return _hours_of(shifting, day).slots(day)


def _open(shifting: ShiftingHours, day: date, reader: Reader) -> str:
    spans = _spans(shifting, day)
    if not spans:
        return reader.say("hours.shut")
    zone = _hours_of(shifting, day).zone
    return f"{', '.join(f'{begin:%H.%M}–{end:%H.%M}' for begin, end in spans)} {zone}"


def _day(shifting: ShiftingHours, day: date, today: date, reader: Reader) -> DayView:
    hours = _hours_of(shifting, day)
    national = named_days_off(day.year, english=reader.language == "en").get(day)
    mark = _mark(hours, day, national)
    return DayView(
        day=day,
        is_open=bool(hours.slots(day)),
        is_today=day == today,
        mark=mark,
        name=national.name if national and mark in "NB" else "",
    )


def _mark(hours: Hours, day: date, national: NamedDay | None) -> str:
    if day in hours.closed:
        return "T"
    if day in hours.opened:
        return "M"
    if national is None:
        return ""
    return "B" if national.is_joint_leave else "N"


def _month(days: Sequence[DayView], reader: Reader) -> MonthView:
    cells: list[DayView | None] = [None] * days[0].day.weekday() + list(days)
    cells += [None] * (-len(cells) % 7)
    number = days[0].day.month - 1
    return MonthView(
        name=_ENGLISH_MONTHS[number] if reader.language == "en" else tanggal.MONTHS[number],
        weeks=tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
        special=tuple(each for each in days if each.mark),
        days_open=sum(each.is_open for each in days),
    )


def _slots(slots: Sequence[Slot]) -> str:
    return ", ".join(f"{each.opens:%H.%M}–{each.closes:%H.%M}" for each in slots)
