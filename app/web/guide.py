"""Help articles for everybody: the list, the search, one article."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from app.access.permissions import Permission, may
from app.access.signin import SignedIn
from app.guide import find, shelf, text
from app.web import pages, visit
from app.web.deps import Now, Read, signed_in

router = APIRouter()

Who = Annotated[SignedIn | None, Depends(signed_in)]


@router.get("/panduan", name="guides")
def index(
    request: Request,
    db: Read,
    who: Who,
    words: Annotated[str, Query(alias="cari", max_length=200)] = "",
) -> Response:
    """Every published article, or those that hold the words."""
    guides = shelf.public(db, pages.language_of(request))
    return pages.page(
        request,
        "guide/index.html",
        guides=find.by_words(guides, words) if words.strip() else guides,
        words=words,
        may_write=who is not None and may(who.staff.role, Permission.GOVERN),
    )


@router.get("/panduan/{slug}", name="guide")
def show(request: Request, slug: str, db: Read, who: Who, now: Now) -> Response:
    """404 for a draft, a withdrawn one and one that never was."""
    guide, since = shelf.one(db, slug[:80], pages.language_of(request))
    page = pages.page(
        request,
        "guide/show.html",
        guide=guide,
        # Made of Markdown with the writer's own HTML switched off.
        body=Markup(text.html(guide.body)),  # noqa: S704
        since=since,
        may_write=who is not None and may(who.staff.role, Permission.GOVERN),
    )
    return visit.opened(request, page, visit.visit_of(request), guide.slug, now=now)
