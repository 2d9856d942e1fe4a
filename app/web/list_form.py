"""The public form of a list: pasted or from a file, checked first, then sent."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.access import limits
from app.intake import list_form
from app.intake.list_form import FilledList
from app.intake.listed import MOST
from app.store.session import DatabaseAway
from app.web import list_preview, pages
from app.web.deps import Now
from app.web.form_view import groups
from app.web.receiving import count_work, identity, is_flooded, received
from app.web.submitted import Sent, Submitted
from models.vocabulary import Category, Language, UserType

router = APIRouter()

_FILE = "berkas"
_HEADINGS = "nama;nisn;nuptk;nik;tanggal lahir;akun;kelas;npsn\r\n"


@dataclass(frozen=True, slots=True)
class Back:
    """What the form is shown with besides its entries; `notice` is the key of a sentence.

    `is_checked`: what was understood can be sent; `is_refused`: the sentence says why it was not.
    """

    token: str
    notice: str = ""
    is_checked: bool = False
    is_refused: bool = False


@router.get("/bantuan/daftar", name="list_form")
def show(request: Request, kategori: str = "") -> Response:
    """An empty form; `kategori` chooses one beforehand."""
    known = kategori if kategori in set(Category) else ""
    return _form(request, list_form.blank(kategori=known), Back(secrets.token_urlsafe(18)))


@router.get("/bantuan/daftar/contoh.csv", name="list_template")
def template() -> Response:
    """The headings alone, as Excel opens them."""
    headers = {"Content-Disposition": 'attachment; filename="daftar-orang.csv"'}
    return Response(f"\ufeff{_HEADINGS}", media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/bantuan/daftar")
def report(request: Request, sent: Sent, now: Now) -> Response:
    """The check, with all that was typed; 303 to the receipt once what was checked is sent."""
    token = sent.fields.get("pengiriman", "").strip()[:60] or secrets.token_urlsafe(18)
    filled = list_form.parse(
        sent.fields, file=_file(sent), language=Language(pages.language_of(request))
    )
    try:
        return _reported(request, sent, filled, token, now=now)
    except DatabaseAway:
        notice = "database.away_form" if _is_sent(sent, filled) else "daftar.away"
        back = Back(token, notice, is_checked=_is_sent(sent, filled), is_refused=True)
        return _form(request, filled, back, status=503)


def _reported(
    request: Request, sent: Submitted, filled: FilledList, token: str, *, now: datetime
) -> Response:
    if is_flooded(request, now=now):
        too_many = Back(token, limits.TooManyTries.key, is_refused=True)
        return _form(request, filled, too_many, status=429)
    count_work(request, sent, now=now)
    if filled.submission is None:
        return _form(request, filled, Back(token, "form.wrong", is_refused=True), status=422)
    if not _is_sent(sent, filled):
        notice = "daftar.changed" if _is_to_be_sent(sent) else "daftar.not_sent"
        return _form(request, filled, Back(token, notice, is_checked=True))
    submission = replace(filled.submission, submission=identity(token, sent))
    receipt = received(request, submission, now=now)
    target = request.app.url_path_for("tracking", number=receipt.number)
    query = urlencode({"kunci": receipt.key, "baru": 1})
    return RedirectResponse(f"{target}?{query}", status_code=303)


def _is_to_be_sent(sent: Submitted) -> bool:
    return sent.fields.get("langkah") == "kirim"


def _is_sent(sent: Submitted, filled: FilledList) -> bool:
    """What was checked is to be sent, and nothing else."""
    is_whole = filled.submission is not None and sent.fields.get("sidik") == fingerprint(filled)
    return _is_to_be_sent(sent) and is_whole


def fingerprint(filled: FilledList) -> str:
    """Names the list that was checked, so that no other one is sent unseen."""
    text = filled.typed["daftar"].replace("\r\n", "\n").strip()
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]


def _file(sent: Submitted) -> bytes | None:
    return next((each.content for each in sent.files if each.place == _FILE), None)


def _form(request: Request, filled: FilledList, back: Back, *, status: int = 200) -> Response:
    return pages.page(
        request,
        "daftar/form.html",
        status=status,
        form=filled,
        back=back,
        preview=list_preview.preview(filled),
        fingerprint=fingerprint(filled),
        most=MOST,
        groups=groups(),
        user_types=tuple(UserType),
    )
