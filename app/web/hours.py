"""The desk's working hours: what holds, a year of it, and how it is changed from a day on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.access import trail
from app.access.permissions import Permission, may
from app.access.trail import Deed
from app.kit.clock import ZONES
from app.kit.errors import Refusal
from app.store import calendars
from app.store.session import Session
from app.targets import moved, office
from app.targets.office import Word
from app.web import hours_view, labels, pages
from app.web.deps import Genuine, Governor, Now, Viewer
from app.web.reader import Reader
from app.web.site import site_of
from app.web.typed import tidy
from models import Calendar, Staff
from models.vocabulary import TrailAction

router = APIRouter()

_LONGEST = {"alasan": 500, "pekan": 300, "nama": 80, "sebutan": 80}
_OTHER = 40
_NEAR = 5  # years around today's that the page shows


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the change it would make, and why it was refused."""

    typed: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    made: Calendar | None = None
    complaint: str = ""
    status: int = 200
    year: int | None = None


async def _fields(request: Request) -> dict[str, str]:
    form = await request.form()
    return {
        name: tidy(value, _LONGEST.get(name, _OTHER))
        for name, value in form.items()
        if isinstance(value, str)
    }


Fields = Annotated[dict[str, str], Depends(_fields)]


@router.get("/jam", name="hours")
def show(
    request: Request,
    who: Viewer,
    now: Now,
    year: Annotated[int | None, Query(alias="tahun")] = None,
) -> Response:
    """The calendar in force, a year of it and its history."""
    return _page(request, who.staff, now, Asked(year=year))


@router.post("/jam", name="hours_week", dependencies=[Genuine])
def week(request: Request, who: Governor, now: Now, typed: Fields) -> Response:
    """Another week from a day on: shown first, kept with `tindakan=simpan`."""
    return _change(request, who.staff, now, Asked(typed, "pekan"), office.week_changed)


@router.post("/jam/hari", name="hours_day", dependencies=[Genuine])
def day(request: Request, who: Governor, now: Now, typed: Fields) -> Response:
    """A day of the desk's own, more or less: shown first, kept with `tindakan=simpan`."""
    return _change(request, who.staff, now, Asked(typed, "hari"), office.day_changed)


def _change(
    request: Request,
    who: Staff,
    now: datetime,
    asked: Asked,
    change: Callable[[Session, Mapping[str, str], Word], Calendar],
) -> Response:
    word = Word(who.username, asked.typed.get("alasan", ""), now)
    try:
        with site_of(request).database.write() as session:
            made = change(session, asked.typed, word)
            if asked.typed.get("tindakan") == "simpan":
                office.keep(session, made)
                deed = Deed(TrailAction.CALENDAR_CHANGED, subject=made.name, reason=made.reason)
                trail.record(session, deed, by=who, now=now)
                return RedirectResponse(request.app.url_path_for("hours"), status_code=303)
    except Refusal as refusal:
        sentence = labels.say(refusal.key, pages.language_of(request))
        refused = Asked(asked.typed, asked.form, None, sentence, refusal.status)
        return _page(request, who, now, refused)
    return _page(request, who, now, Asked(asked.typed, asked.form, made))


def _page(request: Request, who: Staff, now: datetime, asked: Asked) -> Response:
    language = pages.language_of(request)
    reader = Reader(language, sees_all=may(who.role, Permission.UNMASK), names={})
    with site_of(request).database.read() as session:
        shifting = calendars.shifting(session)
        present = office.in_force(session, now)
        today = shifting.at(now).day_of(now)
        made, rows = asked.made, calendars.versions(session)
        after = office.with_version(session, made) if made else shifting
        moves = moved.moved(session, after) if made else None
    year = asked.year or today.year
    year = min(max(year, today.year - _NEAR), today.year + _NEAR)
    since = max(made.valid_from, now) if made else now
    return pages.page(
        request,
        "hours/show.html",
        status=asked.status,
        present=present,
        week=hours_view.week(shifting.at(now), reader),
        today=today,
        year=year,
        months=hours_view.months(shifting, year, today, reader),
        own=_own(present),
        versions=hours_view.versions(rows, now, reader),
        asked=asked,
        changed=hours_view.changed(shifting, after, since, reader),
        moves=moves,
        zones=tuple(ZONES),
        may_govern=may(who.role, Permission.GOVERN),
    )


def _own(calendar: Calendar) -> Mapping[str, str]:
    """The names of the desk's own days by their ISO day."""
    days = (*calendars.named(calendar.closed), *calendars.named(calendar.opened))
    return {day.isoformat(): name for day, name in days}
