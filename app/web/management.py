"""Everything that is set up rather than worked on, by what the colleague may do."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.web import clock_view, destinations, pages
from app.web.deps import Viewer

router = APIRouter()


@router.get("/pengelolaan", name="management")
def index(request: Request, who: Viewer) -> Response:
    """Only what they may open."""
    groups = destinations.groups(who.staff.role)
    ahead = getattr(request.state, "clocks_ahead", {})  # of whole pages only
    said = clock_view.sentences(ahead, pages.language_of(request))
    return pages.page(request, "management/index.html", groups=groups, wrong_clocks=said)
