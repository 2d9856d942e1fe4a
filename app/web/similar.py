"""Solved reports like one that waits, and their answer as the beginning of one's own."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from app.kit.errors import NotFound
from app.learning import blind
from app.store import tickets
from app.teamwork import answers, earlier
from app.teamwork.canned import fill
from app.web import labels, pages, similar_view
from app.web.acting import At
from app.web.deps import Genuine, Read, Viewer
from app.web.kept import Draft
from app.web.reader import reader_of
from app.web.ticket import ticket_page
from app.web.typed import Id, tidy

router = APIRouter()


_LONGEST = 20_000


@router.get("/tiket/{number}/serupa", name="similar")
def show(request: Request, number: Id, db: Read, who: Viewer) -> Response:
    """A page of its own; for htmx the panel of the ticket's page."""
    ticket = tickets.by_number(db, number)
    reader = reader_of(request, db, who.staff)
    # What it resembles would give away what was read of it.
    found = () if blind.awaits(db, ticket) else similar_view.similar(db, ticket, reader)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "similar/_list.html" if is_part else "similar/show.html",
        ticket=ticket,
        similar=found,
    )


@router.post("/tiket/{number}/serupa", name="similar_used", dependencies=[Genuine])
def use(
    at: At,
    other: Annotated[int, Form(alias="laporan", ge=0, lt=2**63)],
    text: Annotated[str, Form(alias="teks", max_length=_LONGEST)] = "",
) -> Response:
    """The answer's form with that text below what was typed; nothing is sent. Raises NotFound."""
    with at.site.database.read() as session:
        ticket = tickets.by_number(session, at.number)
        found = [each for each in earlier.similar(session, ticket) if each.ticket.number == other]
        body = similar_view.usable_text(session, ticket, found[0], now=at.now) if found else None
        if body is None:
            raise NotFound
        category = labels.label(ticket.category, "id") if ticket.category else ""
        filled = fill(body, answers.values(ticket, by=at.who, category=category, now=at.now))
        used = found[0].canned
    fields = {
        "teks": f"{tidy(text, _LONGEST)}\n\n{filled.text}".strip(),
        "siap": str(used.series) if used else "",
        "belum": ", ".join(filled.missing),
    }
    draft = Draft(fields, part="ticket/_answer.html")
    return ticket_page(at.request, at.number, who=at.who, now=at.now, draft=draft)
