"""The notes that mention the colleague who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.store import mentions
from app.web import pages
from app.web.deps import Now, TheSite, Viewer
from app.web.reader import reader_of

router = APIRouter()

_PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class MentionView:
    id: int
    number: int
    by: str
    at: datetime
    text: str
    is_new: bool


@router.get("/sebutan", name="mentions")
def index(
    request: Request,
    site: TheSite,
    who: Viewer,
    now: Now,
    before: Annotated[int | None, Query(alias="sebelum", ge=0, lt=2**63)] = None,
) -> Response:
    """The newest first; what is shown counts as seen from now on."""
    with site.database.read() as session:
        reader = reader_of(request, session, who.staff)
        found = mentions.of_colleague(session, who.staff.id, before=before, limit=_PER_PAGE + 1)
        views = [
            MentionView(
                id=mention.id,
                number=ticket.number,
                by=message.author_name,
                at=mention.at,
                text=reader.text(message.body),
                is_new=mention.seen_at is None,
            )
            for mention, message, ticket in found[:_PER_PAGE]
        ]
    new = [each.id for each in views if each.is_new]
    if new:
        with site.database.write() as session:
            mentions.see(session, who.staff.id, new, now=now)
            request.state.mentioned = mentions.unseen(session, who.staff.id, at_most=100)
    older = views[-1].id if len(found) > _PER_PAGE else None
    return pages.page(request, "mentions/show.html", mentions=views, older=older)
