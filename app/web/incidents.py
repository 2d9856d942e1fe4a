"""Incidents: many similar reports in a short time, and a person's word on them."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.access.permissions import Permission, may
from app.kit.errors import NotFound, Refusal
from app.linking import incidents as watched
from app.store import incidents
from app.store.session import Session
from app.web import labels, pages, related_view
from app.web.deps import Decider, Genuine, Now, Viewer
from app.web.reader import reader_of
from app.web.site import site_of
from app.web.typed import Id, tidy
from models import Staff
from models.vocabulary import IncidentState

router = APIRouter()

_ENDED_AT_MOST, _OPEN_AT_MOST = 40, 200
_LONGEST = 500
Note = Annotated[str, Form(alias="catatan", max_length=20_000)]


class Unsaid(Refusal):
    """422: a dismissal must say why."""

    status = 422
    key = "incident.say_why"


@router.get("/kejadian", name="incidents")
def index(request: Request, who: Viewer) -> Response:
    """Open ones first, then the latest that ended."""
    with site_of(request).database.read() as session:
        reader = reader_of(request, session, who.staff)
        running = incidents.listed(session, is_open=True, limit=_OPEN_AT_MOST)
        ended = incidents.listed(session, is_open=False, limit=_ENDED_AT_MOST)
    return pages.page(
        request,
        "incident/index.html",
        running=related_view.shown(running, reader),
        ended=related_view.shown(ended, reader),
    )


@router.get("/kejadian/{incident_id}", name="incident")
def show(request: Request, incident_id: Id, who: Viewer) -> Response:
    """Its tickets and what they share; the body alone for htmx."""
    return _page(request, incident_id, who.staff)


@router.post("/kejadian/{incident_id}/penutupan", name="incident_closing", dependencies=[Genuine])
def closing(request: Request, incident_id: Id, who: Decider, now: Now, note: Note = "") -> Response:
    """What caused it is over."""

    def act(session: Session) -> None:
        _end(session, incident_id, IncidentState.CLOSED, note=note, by=who.staff, now=now)

    return _do(request, incident_id, who.staff, act, note=note)


@router.post(
    "/kejadian/{incident_id}/penyangkalan", name="incident_dismissal", dependencies=[Genuine]
)
def dismissal(
    request: Request, incident_id: Id, who: Decider, now: Now, note: Note = ""
) -> Response:
    """It is none: its tickets have nothing to do with each other."""

    def act(session: Session) -> None:
        if not tidy(note, _LONGEST):
            raise Unsaid
        _end(session, incident_id, IncidentState.DISMISSED, note=note, by=who.staff, now=now)

    return _do(request, incident_id, who.staff, act, note=note)


def _end(
    session: Session,
    incident_id: int,
    state: IncidentState,
    *,
    note: str,
    by: Staff,
    now: datetime,
) -> None:
    watched.end(session, incident_id, state, note=tidy(note, _LONGEST), by=by, now=now)


def _do(
    request: Request,
    incident_id: int,
    who: Staff,
    act: Callable[[Session], None],
    *,
    note: str,
) -> Response:
    """303 back, or the incident for htmx. A refusal says why and keeps what was typed."""
    try:
        with site_of(request).database.write() as session:
            act(session)
    except NotFound:
        raise
    except Refusal as refusal:
        return _refused(request, incident_id, who, refusal, note)
    if pages.wants_fragment(request):
        return _page(request, incident_id, who)
    target = request.app.url_path_for("incident", incident_id=incident_id)
    return RedirectResponse(target, status_code=303)


def _refused(
    request: Request, incident_id: int, who: Staff, refusal: Refusal, note: str
) -> Response:
    sentence = labels.say(refusal.key, pages.language_of(request), **refusal.details)
    if not pages.wants_fragment(request):
        return _page(request, incident_id, who, note=note, refused=(sentence, refusal.status))
    answer = pages.fragment(
        request, "errors/_problem.html", status=refusal.status, sentence=sentence
    )
    answer.headers["HX-Retarget"] = "#problem"
    answer.headers["HX-Reswap"] = "outerHTML show:window:top"
    return answer


def _page(
    request: Request,
    incident_id: int,
    who: Staff,
    *,
    note: str = "",
    refused: tuple[str, int] = ("", 200),
) -> Response:
    complaint, status = refused
    with site_of(request).database.read() as session:
        reader = reader_of(request, session, who)
        incident = incidents.by_id(session, incident_id)
        tickets = incidents.tickets_of(session, incident_id)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "incident/_incident.html" if is_part else "incident/show.html",
        status=status,
        view=related_view.seen(incident, reader),
        tickets=tickets,
        may_end=may(who.role, Permission.DECIDE),
        note=note,
        complaint=complaint,
    )
