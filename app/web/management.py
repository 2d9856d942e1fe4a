"""Everything that is set up rather than worked on, by what the colleague may do."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.web import pages
from app.web.deps import Viewer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Way:
    """A page by its route; its words are `manage.ROUTE` and `manage.ROUTE_lead`."""

    route: str
    needs: Permission


GROUPS: dict[str, tuple[Way, ...]] = {
    "people": (
        Way("profile", Permission.SEE_TICKETS),
        Way("weekly", Permission.SEE_FIGURES),
        Way("people", Permission.ADMINISTER),
        Way("rota", Permission.SEE_TICKETS),
    ),
    "work": (
        Way("rules", Permission.SEE_TICKETS),
        Way("automation", Permission.SEE_TICKETS),
        Way("canned", Permission.SEE_TICKETS),
        Way("guide_desk", Permission.GOVERN),
        Way("hours", Permission.SEE_TICKETS),
        Way("asked", Permission.GOVERN),
        Way("scores", Permission.TEACH),
        Way("vouches", Permission.SEE_FIGURES),
    ),
    "watch": (
        Way("trail", Permission.AUDIT),
        Way("outbox", Permission.SEE_TICKETS),
        Way("retention", Permission.GOVERN),
        Way("tokens", Permission.ADMINISTER),
    ),
}


@router.get("/pengelolaan", name="management")
def index(request: Request, who: Viewer) -> Response:
    """Only what they may open."""
    groups = {
        name: [way.route for way in ways if may(who.staff.role, way.needs)]
        for name, ways in GROUPS.items()
    }
    shown = {name: ways for name, ways in groups.items() if ways}
    return pages.page(request, "management/index.html", groups=shown)
