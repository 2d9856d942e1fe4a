"""Versions of the desk's calendar, and the hours they make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from app.kit.shifting_hours import Shift, ShiftingHours
from app.kit.working_hours import OFFICE, Hours, YearOff, parse
from models import Calendar
from models.base import Json

EVER = datetime(1970, 1, 1, tzinfo=UTC)
_SETTING = "LOKET_HOURS"


def versions(session: Session) -> Sequence[Calendar]:
    """In the order in which they come into force; of one instant the last counts."""
    query = select(Calendar).order_by(col(Calendar.valid_from), col(Calendar.id))
    return session.exec(query).all()


def newest_id(session: Session) -> int:
    """0 where there is none."""
    return session.exec(select(func.max(Calendar.id))).one() or 0


def shifting(session: Session, *, first: Hours = OFFICE) -> ShiftingHours:
    """The hours of every instant; `first` before the first version."""
    rows = versions(session)
    return ShiftingHours(first, tuple(Shift(each.valid_from, hours_of(each)) for each in rows))


def hours_at(session: Session, instant: datetime, *, first: Hours = OFFICE) -> Hours:
    """The hours in force at that instant."""
    return shifting(session, first=first).at(instant)


def hours_of(calendar: Calendar) -> Hours:
    return replace(
        parse(f"{calendar.week} {calendar.zone}"),
        known=tuple(
            YearOff(year, tuple(map(date.fromisoformat, days)))
            for year, days in _pairs(calendar.settled)
        ),
        closed=tuple(day for day, _ in named(calendar.closed)),
        opened=tuple(day for day, _ in named(calendar.opened)),
    )


def named(kept: Json) -> tuple[tuple[date, str], ...]:
    """The days of `Calendar.closed` or `opened` with their names, in order."""
    return tuple(sorted((date.fromisoformat(day), str(name)) for day, name in _pairs(kept)))


def kept(days: Iterable[tuple[date, str]]) -> Json:
    """What `named` reads."""
    return [[day.isoformat(), name] for day, name in sorted(days)]


def settled(hours: Hours) -> Json:
    """What `Calendar.settled` keeps of the years those hours know."""
    return [[each.year, [day.isoformat() for day in each.days]] for each in hours.known]


def add(session: Session, calendar: Calendar) -> Calendar:
    """The version with its id."""
    session.add(calendar)
    session.flush()
    return calendar


def take_setting(session: Session, text: str, *, now: datetime) -> None:
    """LOKET_HOURS is the first version, for all time; a changed setting is one from now on."""
    week, zone = _written(text)
    latest = session.exec(
        select(Calendar).where(col(Calendar.is_setting)).order_by(col(Calendar.id).desc()).limit(1)
    ).first()
    if latest is not None and (latest.week, latest.zone) == (week, zone):
        return
    held = versions(session)
    before = held[-1] if held else None
    add(
        session,
        Calendar(
            name=_SETTING,
            zone=zone,
            week=week,
            closed=before.closed if before else [],
            opened=before.opened if before else [],
            settled=before.settled if before else [],
            is_setting=True,
            valid_from=now if before else EVER,
            by="loket",
            created_at=now,
        ),
    )


def _written(text: str) -> tuple[str, str]:
    """The week as it is kept, and its zone."""
    zone = parse(text).zone
    return text.replace("–", "-").strip().removesuffix(f" {zone}").strip(), zone


def _pairs(kept: Json) -> Iterable[Any]:
    return kept if isinstance(kept, list) else ()
