"""Taking back what one has just done."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app import held
from app.kit.errors import NotFound, Refusal
from app.store import held as acts
from app.store import tickets
from app.web import labels, pages
from app.web.deps import Decider, Genuine, Now, Read
from app.web.kept import Draft
from app.web.site import site_of
from app.web.ticket import ticket_page
from app.web.triage_view import round_of, triage_page
from app.web.typed import Id

router = APIRouter()


@router.post("/batalkan/{held_id}", name="held_undo", dependencies=[Genuine])
def undo(
    request: Request,
    held_id: Id,
    who: Decider,
    now: Now,
    back: Annotated[str, Form(alias="kembali", max_length=2000)] = "",
) -> Response:
    """303 to the ticket as it was before; the ticket as it is and the reason where that cannot be.

    A whole page, with scripts too: whatever stands on the one before is no longer true. `back` is
    the same ticket in the triage, where one came from there.
    """
    site = site_of(request)
    with site.database.read() as session:
        number = tickets.by_id(session, acts.by_id(session, held_id).ticket_id).number
    path, _, query = back.partition("?")
    in_triage = path == request.app.url_path_for("triage_ticket", number=number)
    try:
        with site.database.write() as session:
            held.undo(session, held_id, by=who.staff, now=now)
    except NotFound:
        raise
    except Refusal as refusal:
        sentence = labels.say(refusal.key, pages.language_of(request))
        draft = Draft(complaint=sentence, status=refusal.status)
        if in_triage:
            way = round_of(dict(parse_qsl(query)), who.staff, now)
            return triage_page(request, number, way, now=now, draft=draft)
        return ticket_page(request, number, who=who.staff, now=now, draft=draft)
    target = back if in_triage else request.app.url_path_for("ticket", number=number)
    return RedirectResponse(target, status_code=303)


@router.get("/batalkan/{held_id}", name="held_left")
def left(request: Request, held_id: Id, db: Read, who: Decider, now: Now) -> Response:
    """Nothing, in place of the bar whose time is over; without scripts the way to the ticket."""
    act = acts.by_id(db, held_id)
    if pages.wants_fragment(request):
        return HTMLResponse("")
    number = tickets.by_id(db, act.ticket_id).number
    return RedirectResponse(request.app.url_path_for("ticket", number=number), status_code=303)
