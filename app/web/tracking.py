"""Where a report stands, for whoever holds its key."""

import re
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.access import limits
from app.intake import keys
from app.intake.form import Complaint
from app.store import tickets
from app.store.session import DatabaseAway
from app.web import pages
from app.web.deps import Now, TheSite, client_address
from app.web.further import Draft, add, typed
from app.web.holding import LARGEST, NoSuchReport, opens
from app.web.site import site_of
from app.web.submitted import Sent, places
from app.web.tracking_view import gathered

router = APIRouter()

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
def message(request: Request, number: int, sent: Sent, site: TheSite, now: Now) -> Response:
    """303 to the report with the message in it; the same message twice is one."""
    key = sent.fields.get("kunci", "")[:200]
    if not opens(request, number, key, now=now):
        raise NoSuchReport
    with site.database.read() as session:
        limits.check(session, limits.FORM_PER_ADDRESS, "form", client_address(request), now=now)
    try:
        draft = add(site, number, sent, address=client_address(request), now=now)
    except DatabaseAway:
        not_sure = {"pesan": Complaint("database.away_form")}
        return _report(request, number, draft=Draft(typed(sent), not_sure), status=503)
    if draft.complaints:
        return _report(request, number, draft=draft, status=422)
    return RedirectResponse(
        _address(request, number, keys.key_for(number, site.secret), tambah=1), status_code=303
    )


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
        is_new="baru" in request.query_params,
        was_added="tambah" in request.query_params,
    )


def _address(request: Request, number: int, key: str, **more: int) -> str:
    path = request.app.url_path_for("tracking", number=number)
    return f"{path}?{urlencode({'kunci': key, **more})}"
