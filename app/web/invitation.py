"""A one-time link: whoever was handed it chooses a password."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from app.access import limits, people
from app.access.people import Unlike, UsedLink, WeakPassword
from app.kit.errors import Refusal
from app.web import labels, pages
from app.web.deps import Now, TheSite, client_address

router = APIRouter()

_LONGEST = 1000


@router.get("/undangan/{code}", name="invitation")
def form(request: Request, code: str, site: TheSite, now: Now) -> Response:
    """410 for a link that was used, has expired, or was never made."""
    return _shown(request, code, site, now)


@router.post("/undangan/{code}", name="invitation_answer")
def answer(
    request: Request,
    code: str,
    site: TheSite,
    now: Now,
    *,
    password: Annotated[str, Form(alias="kata_sandi", max_length=_LONGEST)] = "",
    again: Annotated[str, Form(alias="ulangi", max_length=_LONGEST)] = "",
) -> Response:
    """303 to the sign-in page; the link is used up."""
    try:
        with site.database.read() as session:
            people.opened(session, code, now=now)
        chosen = people.hashed_password(password, again)
        with site.database.write() as session:
            people.accept(session, code, chosen, now=now)
    except (Unlike, WeakPassword) as refusal:
        return _shown(request, code, site, now, refusal=refusal)
    except UsedLink:
        return _shown(request, code, site, now)
    return RedirectResponse(request.app.url_path_for("signin"), status_code=303)


def _shown(
    request: Request, code: str, site: TheSite, now: Now, *, refusal: Refusal | None = None
) -> Response:
    """A code cannot be guessed; the limit spares the database."""
    sentence = (
        labels.say(refusal.key, pages.language_of(request), **refusal.details) if refusal else ""
    )
    address = client_address(request)
    try:
        with site.database.read() as session:
            limits.check(session, limits.CODE_PER_ADDRESS, "undangan", address, now=now)
            link = people.opened(session, code, now=now)
    except UsedLink:
        with site.database.write() as session:
            limits.count(session, "undangan", address, now=now)
        return pages.page(
            request,
            "invitation/show.html",
            status=UsedLink.status,
            link=None,
            code="",
            complaint="",
        )
    status = refusal.status if refusal else 200
    return pages.page(
        request, "invitation/show.html", status=status, link=link, code=code, complaint=sentence
    )
