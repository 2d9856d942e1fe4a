"""Triage: one undecided report after the other, one key for each decision."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.store import tickets
from app.web import looked
from app.web.deps import Decider, Now, TheSite
from app.web.triage_order import place_of
from app.web.triage_view import page, progress, round_of, triage_page
from app.web.typed import Id

router = APIRouter()


@router.get("/triase", name="triage")
def index(request: Request, site: TheSite, who: Decider, now: Now) -> Response:
    """On to the next report behind `sesudah`; the end of the view where there is none."""
    with site.database.read() as session:
        way = round_of(request.query_params, who.staff, now)
        found = way.next_row(session, place_of(request.query_params.get("sesudah", "")), now=now)
        if found is None:
            return page(request, "triage/_done.html", **progress(request, session, way, now))
    said = {name: request.query_params.get(name, "") for name in ("sudah", "apa")}
    path = str(request.app.url_path_for("triage_ticket", number=found.number))
    return RedirectResponse(way.address(path, **said), status_code=303)


@router.get("/triase/{number}", name="triage_ticket")
def show(request: Request, number: Id, site: TheSite, who: Decider, now: Now) -> Response:
    """One screen to decide by; the body alone for htmx."""
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
    looked.opened(site, ticket, who.staff, now=now)
    way = round_of(request.query_params, who.staff, now)
    return triage_page(request, number, way, now=now)
