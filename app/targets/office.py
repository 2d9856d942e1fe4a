"""A change of the desk's calendar: drafted from what was typed, then written down as a version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.kit.errors import Refusal
from app.kit.shifting_hours import Shift, ShiftingHours
from app.kit.working_hours import OFFICE, NeverOpen, next_opening, parse
from app.store import calendars
from app.store.session import Session
from models import Calendar

_FIRST = "LOKET_HOURS"


class BadWeek(Refusal):
    """422: the week cannot be read, or never opens."""

    status = 422
    key = "hours.bad_week"


class BadDay(Refusal):
    """422: no date, or one that is over."""

    status = 422
    key = "hours.bad_day"


class SayWhy(Refusal):
    """422: a change needs its reason, and a day off its name."""

    status = 422
    key = "hours.say_why"


class NothingToWithdraw(Refusal):
    """409: the desk has no day of its own there."""

    key = "hours.nothing_there"


@dataclass(frozen=True, slots=True)
class Word:
    """Who wants the change, why, and when they said so."""

    by: str
    reason: str
    now: datetime


def week_changed(session: Session, typed: Mapping[str, str], word: Word) -> Calendar:
    """A version with another week, not yet kept. Raises BadWeek, BadDay, SayWhy."""
    zone, week = typed.get("zona", ""), typed.get("pekan", "").replace("–", "-")
    try:
        hours = parse(f"{week} {zone}")
        next_opening(word.now, hours=hours)
    except (ValueError, NeverOpen) as error:
        raise BadWeek from error
    if hours.zone != zone:
        raise BadWeek
    day = day_from(typed.get("mulai", ""), hours.day_of(word.now))
    begins = hours.midnight(day)
    before = _in_force(session, begins, word.now)
    made = _next(before, word, max(begins, word.now))
    made.name, made.zone, made.week = typed.get("nama", "") or before.name, zone, week
    return made


def day_changed(session: Session, typed: Mapping[str, str], word: Word) -> Calendar:
    """A version with one day more or less of the desk's own, not yet kept.

    `jenis` is tutup (shut), buka (open on a national day off) or cabut (as the week says).
    """
    kind, name = typed.get("jenis", ""), typed.get("sebutan", "")
    in_force = _in_force(session, word.now, word.now)
    today = calendars.hours_of(in_force).day_of(word.now)
    day = day_from(typed.get("hari", ""), today)
    begins = calendars.hours_of(in_force).midnight(day)
    before = _in_force(session, max(begins, word.now), word.now)
    closed = [each for each in calendars.named(before.closed) if each[0] != day]
    opened = [each for each in calendars.named(before.opened) if each[0] != day]
    if kind == "cabut":
        had = len(calendars.named(before.closed)) + len(calendars.named(before.opened))
        if had == len(closed) + len(opened):
            raise NothingToWithdraw
    elif not name:
        raise SayWhy
    if kind == "tutup":
        closed.append((day, name))
    elif kind == "buka":
        opened.append((day, name))
    made = _next(before, word, max(before.valid_from, word.now))
    made.closed, made.opened = calendars.kept(closed), calendars.kept(opened)
    return made


def keep(session: Session, made: Calendar) -> Calendar:
    """From its day on everything counts by it; the past stays as it was. Raises SayWhy."""
    if not made.reason:
        raise SayWhy
    return calendars.add(session, made)


def with_version(session: Session, made: Calendar) -> ShiftingHours:
    """The hours as they would be, were that version kept."""
    now_so = calendars.shifting(session)
    added = (*now_so.shifts, Shift(made.valid_from, calendars.hours_of(made)))
    return ShiftingHours(now_so.first, tuple(sorted(added, key=lambda each: each.since)))


def day_from(text: str, today: date) -> date:
    """An ISO day that is not over, of this century. Raises BadDay."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadDay from error
    if not today <= day <= today + timedelta(days=5 * 366):
        raise BadDay
    return day


def _in_force(session: Session, instant: datetime, now: datetime) -> Calendar:
    """The version of that instant; where none was written down, what everything goes by."""
    found = [each for each in calendars.versions(session) if each.valid_from <= instant]
    if found:
        return found[-1]
    return Calendar(
        name=_FIRST,
        zone=OFFICE.zone,
        week="Mon-Fri 09:00-17:00",
        closed=[],
        opened=[],
        settled=[],
        valid_from=calendars.EVER,
        by="loket",
        created_at=now,
    )


def in_force(session: Session, now: datetime) -> Calendar:
    """The present version; one of the usual hours, without an id, where none was kept."""
    return _in_force(session, now, now)


def _next(before: Calendar, word: Word, valid_from: datetime) -> Calendar:
    """The same calendar from that instant on; the national days off as they are known now."""
    hours = calendars.hours_of(before).knowing({word.now.year, valid_from.year})
    return Calendar(
        name=before.name,
        zone=before.zone,
        week=before.week,
        closed=before.closed,
        opened=before.opened,
        settled=calendars.settled(hours),
        valid_from=valid_from,
        by=word.by,
        reason=word.reason,
        created_at=word.now,
    )
