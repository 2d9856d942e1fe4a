"""Signing in and out of the staff pages."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.access import signin, trail
from app.access.signin import SignedIn, WrongSignIn
from app.access.trail import Deed
from app.store.session import Session
from app.web import pages
from app.web.deps import COOKIE, Genuine, Now, TheSite, client_address, signed_in
from app.web.site import Site
from app.web.typed import tidy
from models import Staff
from models.vocabulary import TrailAction

router = APIRouter()

_LONGEST_NAME = 120
Onward = Annotated[str, Query(alias="lanjut", max_length=2000)]


@router.get("/masuk", name="signin")
def form(
    request: Request,
    who: Annotated[SignedIn | None, Depends(signed_in)],
    onward: Onward = "",
) -> Response:
    """The form; whoever is signed in already goes on."""
    if who is not None:
        return RedirectResponse(_own(request, onward), status_code=303)
    return pages.page(request, "signin/form.html", username="", onward=onward, is_wrong=False)


@router.post("/masuk")
def create(
    request: Request,
    site: TheSite,
    now: Now,
    *,
    username: Annotated[str, Form(alias="nama_pengguna", max_length=2000)] = "",
    password: Annotated[str, Form(alias="kata_sandi", max_length=1000)] = "",
    onward: Annotated[str, Form(alias="lanjut", max_length=2000)] = "",
) -> Response:
    """303 into the staff pages with the session's cookie; 422 with the form where it is wrong."""
    address, username = client_address(request), tidy(username, _LONGEST_NAME)
    with site.database.read() as session:
        claimed = signin.claimed(session, username, address=address, now=now)
    try:
        colleague = signin.prove(claimed, password)
    except WrongSignIn:
        with site.database.write() as session:
            signin.count_failure(session, username, address=address, now=now)
            _note_refusal(session, claimed, now=now)
        return pages.page(
            request,
            "signin/form.html",
            status=WrongSignIn.status,
            username=username,
            onward=onward,
            is_wrong=True,
        )
    with site.database.write() as session:
        token = signin.begin(session, colleague, now=now)
        trail.record(session, Deed(TrailAction.SIGNED_IN), by=colleague, now=now)
        # Whoever held this browser before is out.
        signin.sign_out(session, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(_own(request, onward), status_code=303)
    _set_cookie(answer, token, site)
    return answer


@router.post("/masuk/keluar", name="signout", dependencies=[Genuine])
def end(
    request: Request,
    site: TheSite,
    now: Now,
    who: Annotated[SignedIn | None, Depends(signed_in)],
) -> Response:
    """The session is over, here and in the database."""
    with site.database.write() as session:
        if who is not None:
            trail.record(session, Deed(TrailAction.SIGNED_OUT), by=who.staff, now=now)
        signin.sign_out(session, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(request.app.url_path_for("signin"), status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=_is_https(site))
    return answer


def _note_refusal(session: Session, claimed: Staff | None, *, now: datetime) -> None:
    """An unknown name is not written down: it may be a password typed in the wrong field."""
    known = claimed.username if claimed is not None else ""
    deed = Deed(TrailAction.SIGN_IN_REFUSED, subject=known)
    trail.record(session, deed, by="", now=now)


def _set_cookie(answer: Response, token: str, site: Site) -> None:
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(signin.ABSOLUTE.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=_is_https(site),
    )


def _is_https(site: Site) -> bool:
    return site.public_url.startswith("https://")


def _own(request: Request, onward: str) -> str:
    """A path of this site; the queue in place of anything else."""
    is_ours = onward.startswith("/") and onward[1:2] not in {"/", "\\"} and onward.isprintable()
    return onward if is_ours else str(request.app.url_path_for("queue"))
