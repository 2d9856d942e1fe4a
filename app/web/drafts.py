"""What is typed on a ticket's page is kept on the server before it is sent."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from app.store import tickets
from app.store.session import Session
from app.teamwork import drafting
from app.teamwork.drafting import Typed
from app.web import pages
from app.web.acting import At
from app.web.deps import Genuine
from app.web.typed import tidy
from models import Ticket
from models.vocabulary import DraftKind

router = APIRouter(dependencies=[Genuine])

_LONGEST = 20_000


@router.post("/tiket/{number}/draf/{kind}", name="draft")
def save(at: At, kind: DraftKind, text: Annotated[str, Form(alias="teks")] = "") -> Response:
    """Kept whatever others have done meanwhile; for htmx a line that says when, else 303."""
    typed = Typed(kind, tidy(text, _LONGEST), at.who, at.seen)

    def act(session: Session, ticket: Ticket) -> None:
        drafting.save(session, ticket, typed, now=at.now)

    if not pages.wants_fragment(at.request):
        return at.unasked().do(act)
    with at.site.database.write() as session:
        ticket = tickets.locked(session, tickets.by_number(session, at.number).id)
        kept_at = drafting.save(session, ticket, typed, now=at.now)
    return pages.fragment(
        at.request, "ticket/_kept.html", number=at.number, kind=kind, kept_at=kept_at
    )


@router.post("/tiket/{number}/draf-rekan", name="draft_taken")
def take_over(at: At, draft_id: Annotated[int, Form(alias="draf", ge=0, lt=2**63)]) -> Response:
    """A colleague's draft becomes one's own, on purpose."""

    def act(session: Session, ticket: Ticket) -> None:
        drafting.take_over(session, ticket, draft_id, by=at.who, now=at.now)

    return at.do(act)
