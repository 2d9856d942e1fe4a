"""Who else has a ticket open: told while one's own page is open and to be seen."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from app.store import tickets
from app.web import beside_view, looked, pages
from app.web.acting import At
from app.web.deps import Genuine

router = APIRouter(dependencies=[Genuine])


@router.post("/tiket/{number}/kehadiran", name="presence")
def here(at: At) -> Response:
    """The colleague is still there; the line of who else is."""
    with at.site.database.read() as session:
        ticket = tickets.by_number(session, at.number)
    looked.open_now(at.site, ticket, at.who, now=at.now)
    if not pages.wants_fragment(at.request):
        target = at.request.app.url_path_for("ticket", number=at.number)
        return RedirectResponse(target, status_code=303)
    with at.site.database.read() as session:
        reader = at.reader(session)
        others = beside_view.present(session, ticket, who=at.who, reader=reader, now=at.now)
    return pages.fragment(at.request, "ticket/_present.html", number=at.number, others=others)
