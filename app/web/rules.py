"""The rule book: what each rule decides, on which ground, since when, and how often."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.store import staff
from app.web import pages, rules_view
from app.web.deps import Now, Viewer
from app.web.reader import Reader
from app.web.site import site_of

router = APIRouter()


@router.get("/aturan", name="rules")
def show(request: Request, who: Viewer, now: Now) -> Response:
    """Generated from the book itself, by the numbers in force today."""
    with site_of(request).database.read() as session:
        reader = Reader(pages.language_of(request), sees_all=False, names=staff.names(session))
        view = rules_view.gathered(session, reader, now=now)
    return pages.page(
        request,
        "rules/show.html",
        view=view,
        may_govern=may(who.staff.role, Permission.GOVERN),
    )
