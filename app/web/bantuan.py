"""The first page and the report form."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.access import limits
from app.intake import asking, form
from app.intake.asked import USUAL
from app.intake.asking import InForce
from app.intake.form import Complaint, Filled
from app.store.session import DatabaseAway
from app.web import pages, visit
from app.web.deps import Now
from app.web.form_view import view
from app.web.likely import Likely, likely
from app.web.receiving import count_work, identity, is_flooded, received
from app.web.site import site_of
from app.web.submitted import Sent, Submitted, places, uploads
from models.vocabulary import Category, Language

router = APIRouter()

TOKEN = "pengiriman"  # noqa: S105 the name of a field
_A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Back:
    """What the form is shown with besides its entries; `refusal` is the key of a sentence.

    `is_check`: the likely answer was asked for before sending.
    """

    token: str
    had_files: bool = False
    bad_files: Mapping[str, Complaint] = field(default_factory=dict)
    refusal: str = ""
    likely: Likely | None = None
    is_check: bool = False


@router.get("/", name="home")
def home(request: Request) -> Response:
    return pages.page(request, "public/home.html")


@router.get("/bahasa/{choice}", name="language")
def language(
    choice: Literal["id", "en"], kembali: Annotated[str, Query(max_length=2000)] = "/"
) -> Response:
    """Remember the reader's language; back to a page of our own."""
    is_ours = kembali.startswith("/") and not kembali.startswith(("//", "/\\"))
    answer = RedirectResponse(kembali if is_ours else "/", status_code=303)
    answer.set_cookie("loket_bahasa", choice, max_age=_A_YEAR, httponly=True, samesite="lax")
    return answer


@router.get("/bantuan", name="bantuan")
def bantuan(request: Request, kategori: str = "") -> Response:
    """An empty form; `kategori` chooses one beforehand."""
    known = kategori if kategori in set(Category) else ""
    page = _form(request, form.blank(kategori=known), Back(secrets.token_urlsafe(18)))
    return visit.begin(request, page)


@router.post("/bantuan")
def report(request: Request, sent: Sent, now: Now) -> Response:
    """303 to the receipt once the report is on disk; the same token leads to the same one."""
    asked, language = _asked(request), Language(pages.language_of(request))
    filled = form.parse(sent.fields, language=language, asked=asked.form)
    token = sent.fields.get(TOKEN, "").strip()[:60] or secrets.token_urlsafe(18)
    back = Back(token, had_files=bool(sent.files))
    if "periksa" in sent.fields:
        return _checked(request, sent, replace(filled, complaints={}), back, now=now)
    try:
        return _reported(request, sent, filled, back, version=asked.version, now=now)
    except DatabaseAway:
        return _form(request, filled, replace(back, refusal="database.away_form"), status=503)


@router.post("/bantuan/saran", name="likely")
def saran(request: Request, sent: Sent, now: Now) -> Response:
    """The likely answer to what is being typed, for htmx; nothing of it is kept."""
    found = likely(request, sent.fields, now=now)
    here = visit.visit_of(request, sent.fields.get(TOKEN, ""))
    answer = pages.fragment(
        request, "public/_likely.html", likely=visit.shown(here, found), is_check=False
    )
    return visit.offered(request, answer, here, found, now=now)


def _checked(
    request: Request, sent: Submitted, filled: Filled, back: Back, *, now: datetime
) -> Response:
    """The form again with the likely answer; nothing is sent."""
    found = likely(request, sent.fields, now=now)
    here = visit.visit_of(request, back.token)
    back = replace(back, likely=visit.shown(here, found), is_check=True)
    return visit.offered(request, _form(request, filled, back), here, found, now=now)


def _reported(
    request: Request,
    sent: Submitted,
    filled: Filled,
    back: Back,
    *,
    version: int,
    now: datetime,
) -> Response:
    if is_flooded(request, now=now):
        return _form(request, filled, replace(back, refusal=limits.TooManyTries.key), status=429)
    files, bad_files = uploads(sent, site_of(request))
    if filled.submission is None or bad_files:
        count_work(request, sent, now=now)
        return _form(request, filled, replace(back, bad_files=bad_files), status=422)
    submission = replace(
        filled.submission,
        uploads=files,
        submission=identity(back.token, sent),
        form_version=version,
    )
    receipt = received(request, submission, now=now)
    target = request.app.url_path_for("tracking", number=receipt.number)
    query = urlencode({"kunci": receipt.key, "baru": 1})
    answer = RedirectResponse(f"{target}?{query}", status_code=303)
    return visit.ended(request, answer, visit.visit_of(request, back.token), now=now)


def _asked(request: Request) -> InForce:
    """What the form asks for; as delivered where that cannot be looked up: the form is shown."""
    try:
        with site_of(request).database.read() as session:
            return asking.in_force(session)
    except DatabaseAway:
        return InForce(0, USUAL)


def _form(request: Request, filled: Filled, back: Back, *, status: int = 200) -> Response:
    """With all that was typed: neither a complaint nor a refusal may cost a single word."""
    return pages.page(
        request,
        "public/form.html",
        status=status,
        form=view(
            filled.typed,
            {**filled.complaints, **back.bad_files},
            asked=_asked(request).form,
            language=pages.language_of(request),
        ),
        places=places(),
        back=back,
        likely=back.likely,
        is_check=back.is_check,
    )
