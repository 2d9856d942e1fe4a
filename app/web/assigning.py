"""One ticket is given to a colleague: a page to choose from, and the act itself."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.kit.clock import wib_day
from app.staffing import distribute, hand
from app.store import assigned, staff, tickets
from app.store.session import Session
from app.web import pages
from app.web.acting import At
from app.web.deps import Decider, Genuine, Now
from app.web.rota_view import grid
from app.web.site import site_of
from app.web.typed import Id
from models import Ticket
from models.vocabulary import ActKind

router = APIRouter()

ME, NOBODY = "saya", "tidak-ada"


@router.get("/tiket/{number}/petugas", name="assigning")
def choose(request: Request, number: Id, who: Decider, now: Now) -> Response:
    """Everyone with what they hold; those who work now first, each by name."""
    with site_of(request).database.read() as session:
        ticket = tickets.by_number(session, number)
        known = distribute.rota(session, today=wib_day(now))
        loads = assigned.loads(session, [each.id for each in known.people])
    rows = sorted(grid(known, now, loads=loads, given={}), key=lambda each: not each.is_on)
    return pages.page(request, "assigning/show.html", ticket=ticket, rows=rows, me=who.staff.id)


@router.post("/tiket/{number}/petugas", name="assign_to", dependencies=[Genuine])
def assign(
    at: At, to: Annotated[str, Form(alias="kepada", pattern=r"^(saya|tidak-ada|\d{1,18})$")]
) -> Response:
    """To me, to nobody, or to the colleague of that id. What is so already changes nothing."""

    def act(session: Session, ticket: Ticket) -> None:
        colleague = None if to == NOBODY else at.who if to == ME else staff.found(session, int(to))
        hand.give(session, ticket, colleague, by=at.who.username, now=at.now)

    return at.do(act, holds=ActKind.ASSIGNED)
