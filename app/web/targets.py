"""Targets: what is due soon or was missed, how many are kept, and the rules they go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.access import trail
from app.access.permissions import Permission, may
from app.access.trail import Deed
from app.kit.clock import wib_day
from app.kit.errors import Refusal
from app.targets import ruling
from app.targets.office import Word
from app.targets.ruling import Tried
from app.web import category_list, labels, pages, targets_view
from app.web.deps import Genuine, Governor, Now, Viewer
from app.web.past_weeks import past_weeks
from app.web.reader import reader_of
from app.web.site import site_of
from app.web.targets_view import Place, Places
from app.web.typed import tidy
from models import Staff, TargetRule
from models.vocabulary import TargetKind, TrailAction

router = APIRouter()

_REASON, _FIELD = 500, 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the rule it would make, what that would have done, and why it was refused."""

    typed: Mapping[str, str] = field(default_factory=dict)
    made: TargetRule | None = None
    tried: Tried | None = None
    complaint: str = ""
    status: int = 200
    places: Places = field(default_factory=Places)


async def _fields(request: Request) -> dict[str, str]:
    form = await request.form()
    return {
        name: tidy(value, _REASON if name == "alasan" else _FIELD)
        for name, value in form.items()
        if isinstance(value, str)
    }


Fields = Annotated[dict[str, str], Depends(_fields)]


@router.get("/target", name="targets")
def show(
    request: Request,
    who: Viewer,
    now: Now,
    after: Annotated[str, Query(alias="setelah", max_length=60)] = "",
    missed: Annotated[str, Query(alias="lewat", max_length=60)] = "",
) -> Response:
    """The nearest and the longest missed; `setelah` and `lewat` go on after the last one seen."""
    places = Places(_cursor(after), _cursor(missed))
    return _page(request, who.staff, now, Asked(places=places))


@router.post("/target/aturan", name="target_rule", dependencies=[Genuine])
def change(request: Request, who: Governor, now: Now, typed: Fields) -> Response:
    """Another rule from a day on: tried first, kept with `tindakan=simpan`."""
    word = Word(who.staff.username, typed.get("alasan", ""), now)
    try:
        with site_of(request).database.write() as session:
            made = ruling.drafted(session, typed, word)
            if typed.get("tindakan") == "simpan":
                ruling.keep(session, made)
                trail.record(session, _deed(made), by=who.staff, now=now)
                return RedirectResponse(request.app.url_path_for("targets"), status_code=303)
            tried = ruling.tried(session, made, now=now)
    except Refusal as refusal:
        sentence = labels.say(refusal.key, pages.language_of(request))
        refused = Asked(typed, complaint=sentence, status=refusal.status)
        return _page(request, who.staff, now, refused)
    return _page(request, who.staff, now, Asked(typed, made, tried))


def _deed(made: TargetRule) -> Deed:
    """What of whom changed, from when on; 0 minutes is a category that goes by the rule of all."""
    said: dict[str, str | int] = {
        "minutes": made.minutes or 0,
        "warn_percent": made.warn_percent,
        "urgent": int(made.urgent),
        "valid_from": made.valid_from.isoformat(),
    }
    of = f"{made.kind.value} {made.category.value if made.category else ''}".strip()
    return Deed(TrailAction.TARGET_CHANGED, subject=of, reason=made.reason, detail=said)


def _page(request: Request, who: Staff, now: datetime, asked: Asked) -> Response:
    weeks = past_weeks(request, "target_weeks", targets_view.week)
    with site_of(request).database.read() as session:
        reader = reader_of(request, session, who)
        view = targets_view.gathered(
            session, weeks, who=who, reader=reader, now=now, places=asked.places
        )
        categories = category_list.in_use(session)
    minutes = asked.made.minutes if asked.made else None
    return pages.page(
        request,
        "targets/show.html",
        status=asked.status,
        view=view,
        asked=asked,
        made_hours=targets_view.working_hours(minutes, reader) if minutes else "",
        kinds=tuple(TargetKind),
        categories=categories,
        today=wib_day(now),
        may_govern=may(who.role, Permission.GOVERN),
    )


def _cursor(text: str) -> Place | None:
    """None for anything but what the page itself wrote."""
    due, _, key = text.partition("~")
    try:
        instant = datetime.fromisoformat(due)
        return (instant, int(key)) if instant.tzinfo else None
    except ValueError:
        return None
