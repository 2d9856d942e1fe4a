"""The audit trail: who did what, whether it is whole, and all of it as a table."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from app.access import checking, trail
from app.access.trail import Deed
from app.kit import tanggal
from app.kit.clock import at_wib
from app.report.export import safe
from app.store import slots, staff, trail_checks
from app.store import trail as rows
from app.store.trail import Wanted
from app.web import pages
from app.web.deps import Auditor, Genuine, Now, TheSite
from app.web.site import Site, site_of
from models import Trail, TrailAnchor, TrailCheck
from models.vocabulary import TrailAction

router = APIRouter()

_A_PAGE = 50
SILENCE = timedelta(minutes=2)  # of all workers: none is there
_COLUMNS = (
    "baris", "waktu", "siapa", "peran", "tindakan", "laporan", "tentang",
    "alasan", "rincian", "hash",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as typed; `wanted` is None where they cannot be read."""

    actor: str
    ticket: str
    action: str
    day: str
    wanted: Wanted | None

    @property
    def query(self) -> Mapping[str, str]:
        named = {
            "siapa": self.actor, "laporan": self.ticket, "tindakan": self.action, "hari": self.day,
        }  # fmt: skip
        return {name: typed for name, typed in named.items() if typed}


@dataclass(frozen=True, slots=True)
class ChainView:
    """The head of the chain, the last walk along it, the last along all of it, one asked for."""

    anchor: TrailAnchor | None
    last: TrailCheck | None
    full: TrailCheck | None
    waiting: TrailCheck | None
    is_worker_there: bool
    people: Mapping[str, str]


@router.get("/jejak", name="trail")
def index(
    request: Request,
    who: Auditor,
    *,
    before: Annotated[int | None, Query(alias="sebelum", ge=0, lt=2**63)] = None,
) -> Response:
    """The newest first, a page at a time."""
    return _page(request, _asked(request, before))


@router.get("/jejak/unduhan.csv", name="trail_export")
def export(request: Request, site: TheSite, who: Auditor, now: Now) -> Response:
    """Every row that is wanted; the download itself is written down first."""
    asked = _asked(request, None)
    if asked.wanted is None:
        return _page(request, asked)
    deed = Deed(TrailAction.EXPORTED, subject="jejak", reason=urlencode(asked.query))
    with site.database.write() as session:
        trail.record(session, deed, by=who.staff, now=now)
    return StreamingResponse(
        _lines(site, asked.wanted),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="jejak.csv"'},
    )


@router.post("/jejak/pemeriksaan", name="trail_check", dependencies=[Genuine])
def check(
    request: Request,
    site: TheSite,
    who: Auditor,
    now: Now,
    *,
    whole: Annotated[str, Form(alias="seluruhnya", max_length=10)] = "",
) -> Response:
    """A worker goes along the chain: its new rows, or all of it."""
    with site.database.write() as session:
        checking.ask(session, by=who.staff.username, is_full=bool(whole), now=now)
    if pages.wants_fragment(request):
        return progress(request, who)
    return RedirectResponse(request.url_for("trail"), status_code=303)


@router.get("/jejak/pemeriksaan", name="trail_checks")
def progress(request: Request, who: Auditor) -> Response:
    """What was found, and whether a walk is under way."""
    if not pages.wants_fragment(request):
        return RedirectResponse(request.url_for("trail"), status_code=303)
    return pages.fragment(request, "trail/_chain.html", chain=_chain(request))


def _chain(request: Request) -> ChainView:
    site = site_of(request)
    now = site.clock()
    with site.database.read() as session:
        ended = trail_checks.ended(session, limit=1)
        beat = slots.newest_beat(session)
        return ChainView(
            anchor=rows.newest_anchor(session),
            last=ended[0] if ended else None,
            full=trail_checks.newest_whole(session, is_full=True),
            waiting=checking.under_way(session, now=now),
            is_worker_there=beat is not None and now - beat < SILENCE,
            people=staff.usernames(session),
        )


def _page(request: Request, asked: Asked) -> Response:
    with site_of(request).database.read() as session:
        shown = rows.listed(session, asked.wanted, limit=_A_PAGE + 1) if asked.wanted else []
        names = [each.username for each in staff.everyone(session)]
    older = {**asked.query, "sebelum": str(shown[_A_PAGE - 1].id)} if len(shown) > _A_PAGE else None
    here = request.app.url_path_for("trail")
    return pages.page(
        request,
        "trail/show.html",
        status=200 if asked.wanted else 422,
        asked=asked,
        rows=shown[:_A_PAGE],
        older=f"{here}?{urlencode(older)}" if older else None,
        is_later=bool(asked.wanted and asked.wanted.before is not None),
        newest=f"{here}?{urlencode(asked.query)}",
        export=f"{request.app.url_path_for('trail_export')}?{urlencode(asked.query)}",
        names=names,
        actions=tuple(TrailAction),
        chain=_chain(request),
    )


def _asked(request: Request, before: int | None) -> Asked:
    actor, ticket, action, day = (
        request.query_params.get(name, "").strip()[:120]
        for name in ("siapa", "laporan", "tindakan", "hari")
    )
    try:
        wanted = Wanted(
            actor=actor,
            action=TrailAction(action) if action else None,
            ticket_number=_number(ticket),
            before=before,
        )
        wanted = _of_day(wanted, date.fromisoformat(day)) if day else wanted
    except (ValueError, OverflowError):
        return Asked(actor, ticket, action, day, None)
    return Asked(actor, ticket, action, day, wanted)


def _number(typed: str) -> int | None:
    """Raises ValueError for what is no number of a report."""
    if not typed:
        return None
    if not re.fullmatch(r"#?\d{1,18}", typed, re.ASCII):
        raise ValueError
    return int(typed.removeprefix("#"))


def _of_day(wanted: Wanted, day: date) -> Wanted:
    begin: datetime = at_wib(day)
    return replace(wanted, since=begin, until=begin + timedelta(days=1))


def _lines(site: Site, wanted: Wanted) -> Iterator[str]:
    yield _line(_COLUMNS)
    with site.database.read() as session:
        for row in trail.in_pages(session, wanted):
            yield _line(_cells(row))


def _cells(row: Trail) -> tuple[str, ...]:
    detail = row.detail if isinstance(row.detail, dict) else {}
    return (
        str(row.seq or ""),
        tanggal.short_instant(row.at),
        row.actor,
        row.role,
        row.action.value,
        str(row.ticket_number or ""),
        row.subject,
        row.reason,
        " ".join(f"{name}={value}" for name, value in sorted(detail.items())),
        row.hash or "",
    )


def _line(cells: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow([safe(cell) for cell in cells])
    return text.getvalue()
