"""Shifts, absences and the way tickets are given out, set by who arranges the work."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from pydantic import JsonValue

from app.access import trail
from app.access.trail import Deed
from app.kit.clock import ZONES
from app.kit.errors import NotFound, Refusal
from app.staffing.distribute import skills_of
from app.store import staffing as rows
from app.store.session import Session
from models import Absence, Assigning, Shift, Staff
from models.vocabulary import AssignMode, Category, TrailAction

CAP_AT_MOST = 1000
USUAL_CAP = 30
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)|(24)[.:](00)", re.ASCII)


class BadHours(Refusal):
    """422: a time of day that cannot be read, or half a shift."""

    status = 422
    key = "rota.bad_hours"


class BadDays(Refusal):
    """422: days that cannot be read or end before they begin."""

    status = 422
    key = "rota.bad_days"


class BadCap(Refusal):
    """422: no number of reports a person can hold."""

    status = 422
    key = "rota.bad_cap"


def minutes(typed: str) -> int:
    """Minutes from midnight of `08.00` or `8:00`; 24.00 is the end of the day. Raises BadHours."""
    found = _CLOCK.fullmatch(typed.strip())
    if found is None:
        raise BadHours
    return int(found[1] or found[3]) * 60 + int(found[2] or found[4])


def week(typed: Sequence[tuple[str, str]], zone: str) -> list[tuple[int, int, int]]:
    """(weekday, opens, closes) of the days on which both were typed. Raises BadHours."""
    if zone not in ZONES:
        raise BadHours
    found = []
    for weekday, (opens, closes) in enumerate(typed):
        if opens.strip() or closes.strip():
            found.append((weekday, minutes(opens), minutes(closes) % (24 * 60)))
    return found


def set_week(
    session: Session,
    colleague: Staff,
    days: Sequence[tuple[int, int, int]],
    zone: str,
    *,
    by: Staff,
    now: datetime,
) -> None:
    """Their shifts are these from now on."""
    made = [
        Shift(staff_id=colleague.id, weekday=weekday, opens=opens, closes=closes, zone=zone)
        for weekday, opens, closes in days
    ]
    rows.replace_shifts(session, colleague.id, made)
    said = " ".join(f"{day}:{opens}-{closes}" for day, opens, closes in days)
    _note(session, colleague, {"shifts": said, "zone": zone}, by=by, now=now)


def add_absence(
    session: Session, colleague: Staff, first: str, last: str, *, by: Staff, now: datetime
) -> None:
    """Both days as YYYY-MM-DD; without a last one, a single day. Raises BadDays."""
    try:
        begin = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip() or first.strip())
    except ValueError as error:
        raise BadDays from error
    if end < begin:
        raise BadDays
    rows.add(
        session,
        Absence(
            staff_id=colleague.id, first_day=begin, last_day=end, made_by_id=by.id, made_at=now
        ),
    )
    _note(session, colleague, {"absent": f"{begin}..{end}"}, by=by, now=now)


def remove_absence(
    session: Session, colleague: Staff, absence_id: int, *, by: Staff, now: datetime
) -> None:
    """Raises NotFound."""
    if not rows.remove_absence(session, absence_id, colleague.id):
        raise NotFound
    _note(session, colleague, {"absence_removed": absence_id}, by=by, now=now)


def set_rule(session: Session, mode: AssignMode, cap: str, *, by: Staff, now: datetime) -> None:
    """How tickets are given out from now on. Raises BadCap."""
    if not re.fullmatch(r"\d{1,4}", cap.strip(), re.ASCII) or not 1 <= int(cap) <= CAP_AT_MOST:
        raise BadCap
    skills = skills_of(rows.rule(session))
    _keep(session, mode, int(cap), skills, by=by, now=now)


def set_skills(
    session: Session, colleague: Staff, codes: Sequence[Category], *, by: Staff, now: datetime
) -> None:
    """The categories they are given; none means all."""
    rule = rows.rule(session)
    skills = {**skills_of(rule), colleague.id: frozenset(each.value for each in codes)}
    mode, cap = (rule.mode, rule.cap) if rule else (AssignMode.OFF, USUAL_CAP)
    _keep(session, mode, cap, skills, by=by, now=now)


def _keep(
    session: Session,
    mode: AssignMode,
    cap: int,
    skills: Mapping[int, frozenset[str]],
    *,
    by: Staff,
    now: datetime,
) -> None:
    kept: dict[str, JsonValue] = {
        str(key): list[JsonValue](sorted(codes)) for key, codes in skills.items() if codes
    }
    rows.add(session, Assigning(mode=mode, cap=cap, skills=kept, by_id=by.id, at=now))
    said = {"mode": mode.value, "cap": cap}
    deed = Deed(TrailAction.ASSIGNING_CHANGED, detail=said)
    trail.record(session, deed, by=by, now=now)


def _note(
    session: Session,
    colleague: Staff,
    said: Mapping[str, str | int],
    *,
    by: Staff,
    now: datetime,
) -> None:
    deed = Deed(TrailAction.SHIFTS_CHANGED, subject=colleague.username, detail=said)
    trail.record(session, deed, by=by, now=now)
