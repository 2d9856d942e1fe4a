"""The proof of one proposal, as a sheet to print."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access import trail
from app.access.trail import Deed
from app.store import readings, tickets
from app.web import pages, proof_view
from app.web.deps import Now, TheSite, Viewer
from app.web.reader import reader_of
from app.web.typed import Id
from models.vocabulary import System, TrailAction

router = APIRouter()


@router.get("/tiket/{number}/bukti/{plan_id}", name="proof")
def show(
    request: Request, number: Id, plan_id: Id, site: TheSite, who: Viewer, now: Now
) -> Response:
    """Computed again on opening; each opening is written down before anything is shown."""
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        plan = proof_view.shown(session, ticket, plan_id)
        said = f"lembar bukti usulan {plan.id}"
        deed = Deed(TrailAction.TICKET_READ, ticket.number, subject=said)
        trail.record(session, deed, by=who.staff, now=now)
        readings.log_access(
            session,
            ticket_id=ticket.id,
            actor=who.staff.username,
            reason=f"laporan {ticket.number}",
            asked=[(System.LOKET, said, 1)],
            at=now,
        )
    with site.database.read() as session:
        reader = reader_of(request, session, who.staff)
        view = proof_view.proof(session, ticket, plan, reader=reader, now=now)
    return pages.page(request, "proof/show.html", ticket=ticket, proof=view)
