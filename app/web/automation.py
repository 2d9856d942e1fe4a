"""Rules that act by themselves: what they have earned, who turned them on, samples to look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from app import unasked
from app.access.permissions import Permission, may
from app.kit.errors import NotFound, Refusal
from app.resolution import automatic
from app.resolution.automatic import Word
from app.store.session import Session
from app.store.switches import Rule
from app.web import labels, pages
from app.web.automation_view import gathered
from app.web.deps import Decider, Genuine, Governor, Now, Viewer
from app.web.reader import reader_of
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import Staff

router = APIRouter()

_LONGEST = 500
Reason = Annotated[str, Form(alias="alasan", max_length=20_000)]
Name = Annotated[str, Form(alias="aturan", max_length=80)]
Version = Annotated[int, Form(alias="versi", ge=0, lt=2**31)]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, and what was typed."""

    sentence: str = ""
    status: int = 200
    typed: str = ""


@router.get("/otomatis", name="automation")
def index(request: Request, who: Viewer, now: Now) -> Response:
    """The page; its body alone for htmx."""
    return _shown(request, who.staff, now)


@router.post("/otomatis/penyalaan", name="rule_on", dependencies=[Genuine])
def turn_on(
    request: Request, who: Governor, now: Now, name: Name, version: Version, reason: Reason = ""
) -> Response:
    """A rule may act by itself from now on."""
    watch, why = site_of(request).watch, tidy(reason, _LONGEST)

    def act(session: Session) -> None:
        rule = Rule(name, version)
        automatic.turn_on(session, rule, watch, by=who.staff.username, reason=why, now=now)

    return _do(request, who.staff, now, act, typed=reason)


@router.post("/otomatis/pemadaman", name="rule_off", dependencies=[Genuine])
def turn_off(
    request: Request, who: Governor, now: Now, name: Name, version: Version, reason: Reason = ""
) -> Response:
    why = tidy(reason, _LONGEST)

    def act(session: Session) -> None:
        rule = Rule(name, version)
        automatic.turn_off(session, rule, by=who.staff.username, reason=why, now=now)

    return _do(request, who.staff, now, act, typed=reason)


@router.post("/otomatis/penghentian", name="all_stopped", dependencies=[Genuine])
def stop(request: Request, who: Governor, now: Now, reason: Reason = "") -> Response:
    """No rule acts by itself."""
    why = tidy(reason, _LONGEST)

    def act(session: Session) -> None:
        automatic.stop_all(session, by=who.staff.username, reason=why, now=now)

    return _do(request, who.staff, now, act, typed=reason)


@router.post("/otomatis/perizinan", name="all_resumed", dependencies=[Genuine])
def resume(request: Request, who: Governor, now: Now, reason: Reason = "") -> Response:
    """Those that are on may act again."""
    why = tidy(reason, _LONGEST)

    def act(session: Session) -> None:
        automatic.resume_all(session, by=who.staff.username, reason=why, now=now)

    return _do(request, who.staff, now, act, typed=reason)


@router.post("/otomatis/contoh/{audit_id}", name="sample", dependencies=[Genuine])
def sample(
    request: Request,
    audit_id: Id,
    who: Decider,
    now: Now,
    verdict: Annotated[str, Form(alias="penilaian", pattern="^(benar|keliru)$")],
    note: Annotated[str, Form(alias="catatan", max_length=20_000)] = "",
) -> Response:
    """A person's word on what was done without a yes."""
    watch = site_of(request).watch
    word = Word(is_right=verdict == "benar", note=tidy(note, _LONGEST))

    def act(session: Session) -> None:
        unasked.judge(session, audit_id, word, by=who.staff, watch=watch, now=now)

    return _do(request, who.staff, now, act, typed=note)


def _do(
    request: Request, who: Staff, now: datetime, act: Callable[[Session], None], *, typed: str
) -> Response:
    """303 back, or the page's body for htmx. A refusal says why and keeps what was typed."""
    try:
        with site_of(request).database.write() as session:
            act(session)
    except NotFound:
        raise
    except Refusal as refusal:
        details: Mapping[str, str] = refusal.details
        sentence = labels.say(refusal.key, pages.language_of(request), **details)
        return _shown(request, who, now, refused=Refused(sentence, refusal.status, typed))
    if pages.wants_fragment(request):
        return _shown(request, who, now)
    return RedirectResponse(request.app.url_path_for("automation"), status_code=303)


def _shown(
    request: Request, who: Staff, now: datetime, *, refused: Refused | None = None
) -> Response:
    site, why = site_of(request), refused or Refused()
    with site.database.read() as session:
        reader = reader_of(request, session, who)
        view = gathered(session, site.watch, reader=reader, now=now)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "automation/_automation.html" if is_part else "automation/show.html",
        status=why.status,
        view=view,
        may_govern=may(who.role, Permission.GOVERN),
        complaint=why.sentence,
        typed=why.typed,
    )
