"""Where a report stands, for whoever holds its key."""

import re
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from app import requester
from app.access import limits
from app.intake import keys
from app.intake.form import Complaint
from app.intake.tidy import one_line
from app.store import tickets
from app.store.session import DatabaseAway
from app.web import pages
from app.web.deps import Now, TheSite, client_address
from app.web.further import Draft, add, typed
from app.web.holding import LARGEST, NoSuchReport, opens
from app.web.site import site_of
from app.web.submitted import Sent, Submitted, places
from app.web.tracking_view import gathered
from models.vocabulary import Helped

router = APIRouter()

LONGEST_NOTE = 500  # characters of a rating's sentence
# What was just done, by the word in the address; a sentence of each.
_DONE = {
    "tambah": "track.added",
    "belum": "closing.reopened",
    "selesai": "closing.thanks",
    "lama": "closing.too_early",
}

Key = Annotated[str, Query(alias="kunci", max_length=200)]


@router.get("/laporan", name="tracking_start")
def start(request: Request, nomor: str = "", kunci: Key = "") -> Response:
    """The form; with both entries, on to the report."""
    number = re.sub(r"\D", "", nomor[:40])
    if number and int(number) < LARGEST and kunci:
        return RedirectResponse(_address(request, int(number), kunci), status_code=303)
    status = 422 if nomor or kunci else 200
    return pages.page(request, "public/track.html", status=status, number=nomor, typed_key=kunci)


@router.get("/laporan/{number}", name="tracking")
def show(request: Request, number: int, now: Now, kunci: Key = "") -> Response:
    """The report; 404 for a wrong key or number alike, each counted; 429 after some."""
    if not kunci:
        return pages.page(
            request, "public/track.html", status=200, number=str(number), typed_key=""
        )
    if not opens(request, number, kunci, now=now):
        return pages.page(
            request, "public/track.html", status=404, number=str(number), typed_key=kunci
        )
    return _report(request, number)


@router.post("/laporan/{number}/pesan", name="tracking_message")
def message(request: Request, number: int, sent: Sent, now: Now) -> Response:
    """303 to the report with the message in it; the same message twice is one."""
    return _added(request, number, sent, is_unsolved=False, now=now)


@router.post("/laporan/{number}/belum", name="tracking_unsolved")
def unsolved(request: Request, number: int, sent: Sent, now: Now) -> Response:
    """303 to the report, open again with the words that say why."""
    return _added(request, number, sent, is_unsolved=True, now=now)


@router.post("/laporan/{number}/selesai", name="tracking_solved")
def solved(request: Request, number: int, sent: Sent, site: TheSite, now: Now) -> Response:
    """303 to the closed report; once more changes nothing."""
    _must_open(request, number, sent, now=now)
    _count_tap(request, now=now)
    with site.database.write() as session:
        is_closed = requester.solved(session, tickets.by_number(session, number), now=now)
    return _to(request, number, **{"selesai": 1} if is_closed else {"lama": 1})


@router.post("/laporan/{number}/nilai", name="tracking_rating")
def rating(request: Request, number: int, sent: Sent, site: TheSite, now: Now) -> Response:
    """303 to the report with the word of the requester on that answer; 422 for no word of ours."""
    _must_open(request, number, sent, now=now)
    reply_id, word = sent.fields.get("jawaban", ""), sent.fields.get("nilai", "")
    note = one_line(sent.fields["kalimat"]) if "kalimat" in sent.fields else None
    if word not in set(Helped) or not re.fullmatch(r"[0-9]{1,18}", reply_id):
        raise HTTPException(422)
    if note is not None and len(note) > LONGEST_NOTE:
        complaint = Complaint("closing.note_long", str(LONGEST_NOTE))
        return _report(request, number, draft=Draft(note, {"kalimat": complaint}), status=422)
    _count_tap(request, now=now)
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        requester.rate(session, ticket, int(reply_id), Helped(word), note=note, now=now)
    return _to(request, number, dinilai=1)


def _must_open(request: Request, number: int, sent: Submitted, *, now: datetime) -> None:
    if not opens(request, number, sent.fields.get("kunci", "")[:200], now=now):
        raise NoSuchReport


def _count_tap(request: Request, *, now: datetime) -> None:
    """Raises TooManyTries."""
    address = client_address(request)
    with site_of(request).database.write() as session:
        limits.check(session, limits.TAP_PER_ADDRESS, "tap", address, now=now)
        limits.count(session, "tap", address, now=now)


def _added(
    request: Request, number: int, sent: Submitted, *, is_unsolved: bool, now: datetime
) -> Response:
    _must_open(request, number, sent, now=now)
    site, address = site_of(request), client_address(request)
    with site.database.read() as session:
        limits.check(session, limits.FORM_PER_ADDRESS, "form", address, now=now)
    try:
        draft = add(site, number, sent, address=address, is_unsolved=is_unsolved, now=now)
    except DatabaseAway:
        not_sure = {"pesan": Complaint("database.away_form")}
        return _report(request, number, draft=Draft(typed(sent), not_sure), status=503)
    if draft.complaints:
        return _report(request, number, draft=draft, status=422)
    return _to(request, number, **{"belum": 1} if is_unsolved else {"tambah": 1})


def _to(request: Request, number: int, **more: int) -> Response:
    key = keys.key_for(number, site_of(request).secret)
    return RedirectResponse(_address(request, number, key, **more), status_code=303)


def _report(
    request: Request, number: int, *, draft: Draft | None = None, status: int = 200
) -> Response:
    site = site_of(request)
    with site.database.read() as session:
        report = gathered(session, tickets.by_number(session, number))
    key = keys.key_for(number, site.secret)
    return pages.page(
        request,
        "public/report.html",
        status=status,
        report=report,
        key=key,
        link=f"{site.public_url.rstrip('/')}{_address(request, number, key)}",
        draft=draft or Draft(),
        places=places(),
        helped_words=tuple(Helped),
        is_new="baru" in request.query_params,
        done=_DONE.get(next(iter(request.query_params.keys() & _DONE.keys()), ""), ""),
    )


def _address(request: Request, number: int, key: str, **more: int) -> str:
    path = request.app.url_path_for("tracking", number=number)
    return f"{path}?{urlencode({'kunci': key, **more})}"
