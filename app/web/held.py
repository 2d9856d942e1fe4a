"""Taking back what one has just done."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app import held
from app.kit.errors import NotFound, Refusal
from app.store import held as acts
from app.store import tickets
from app.web import labels, pages
from app.web.deps import Decider, Genuine, Now, Read, TheSite
from app.web.ticket import Draft, ticket_page
from app.web.typed import Id

router = APIRouter()


@router.post("/batalkan/{held_id}", name="held_undo", dependencies=[Genuine])
def undo(request: Request, held_id: Id, site: TheSite, who: Decider, now: Now) -> Response:
    """303 to the ticket as it was before; the ticket as it is and the reason where that cannot be.

    A whole page, with scripts too: whatever stands on the one before is no longer true.
    """
    with site.database.read() as session:
        number = tickets.by_id(session, acts.by_id(session, held_id).ticket_id).number
    try:
        with site.database.write() as session:
            held.undo(session, held_id, by=who.staff, now=now)
    except NotFound:
        raise
    except Refusal as refusal:
        sentence = labels.say(refusal.key, pages.language_of(request))
        draft = Draft(complaint=sentence, status=refusal.status)
        return ticket_page(request, number, who=who.staff, now=now, draft=draft)
    return RedirectResponse(request.app.url_path_for("ticket", number=number), status_code=303)


@router.get("/batalkan/{held_id}", name="held_left")
def left(request: Request, held_id: Id, db: Read, who: Decider, now: Now) -> Response:
    """Nothing, in place of the bar whose time is over; without scripts the way to the ticket."""
    act = acts.by_id(db, held_id)
    if pages.wants_fragment(request):
        return HTMLResponse("")
    number = tickets.by_id(db, act.ticket_id).number
    return RedirectResponse(request.app.url_path_for("ticket", number=number), status_code=303)
