"""One ticket: its page, its progress while the system works, and its attachments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from app.access.permissions import Permission, may
from app.kit.errors import NotFound
from app.store import readings, staff, tickets
from app.store.session import Session
from app.web import category_list, pages
from app.web.deps import Now, Read, TheSite, Viewer
from app.web.reader import Reader
from app.web.site import Site, site_of
from app.web.ticket_view import gathered, is_busy
from app.web.typed import Id
from models import Staff, Ticket
from models.vocabulary import System

router = APIRouter()

_VIEW_GRAIN = timedelta(minutes=15)
_SEEN_WHOLE = "halaman laporan, data pribadi lengkap"
_PICTURES = frozenset({"image/png", "image/jpeg", "image/webp"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a form that was refused, the sentence on why, and the status."""

    typed: Mapping[str, str] = field(default_factory=dict)
    complaint: str = ""
    status: int = 200


@router.get("/tiket/{number}", name="ticket")
def show(request: Request, number: Id, site: TheSite, who: Viewer, now: Now) -> Response:
    """The page; the body alone for htmx. A look at unmasked personal data is written down."""
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        must_log = _is_new_look(session, ticket, who.staff, now)
    if must_log:
        _log(site, ticket, who.staff, _SEEN_WHOLE, now=now)
    return ticket_page(request, number, who=who.staff, now=now)


@router.get("/tiket/{number}/kemajuan", name="progress")
def progress(request: Request, number: Id, site: TheSite, who: Viewer, now: Now) -> Response:
    """204 while the system works on it; then the whole body, for htmx."""
    with site.database.read() as session:
        busy = is_busy(tickets.by_number(session, number))
    if busy:
        return Response(status_code=204)
    answer = ticket_page(request, number, who=who.staff, now=now)
    answer.headers["HX-Retarget"] = f"#ticket-{number}"
    answer.headers["HX-Reswap"] = "outerHTML"
    return answer


@router.get("/lampiran/{attachment_id}", name="attachment")
def attachment(attachment_id: Id, db: Read, site: TheSite, who: Viewer, now: Now) -> Response:
    """The file: pictures, which were made anew, in the browser; anything else as a download."""
    found = tickets.attachment(db, attachment_id)
    ticket = tickets.by_id(db, found.ticket_id)
    path = site.files / found.stored_as
    if not path.is_file():
        raise NotFound
    _log(site, ticket, who.staff, f"lampiran {found.id} ({found.content_type})", now=now)
    is_picture = found.content_type in _PICTURES
    return FileResponse(
        path,
        media_type=found.content_type if is_picture else "application/octet-stream",
        filename=found.filename,
        content_disposition_type="inline" if is_picture else "attachment",
        headers={
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


def ticket_page(
    request: Request, number: int, *, who: Staff, now: datetime, draft: Draft | None = None
) -> Response:
    """The ticket as it is now; the body alone for htmx."""
    draft = draft or Draft()
    with site_of(request).database.read() as session:
        reader = Reader(
            pages.language_of(request),
            sees_all=may(who.role, Permission.UNMASK),
            names=staff.names(session),
        )
        ticket = tickets.by_number(session, number)
        view = gathered(session, ticket, who=who, reader=reader, now=now)
        categories = category_list.in_use(session)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "ticket/_ticket.html" if is_part else "ticket/show.html",
        status=draft.status,
        view=view,
        ticket=ticket,
        categories=categories,
        typed=draft.typed,
        complaint=draft.complaint,
    )


def _is_new_look(session: Session, ticket: Ticket, who: Staff, now: datetime) -> bool:
    """Whether this colleague sees personal data whole, and has not just done so."""
    if not may(who.role, Permission.UNMASK):
        return False
    return not any(
        each.actor == who.username and each.asked == _SEEN_WHOLE and now - each.at < _VIEW_GRAIN
        for each in readings.accesses_of(session, ticket.id)
    )


def _log(site: Site, ticket: Ticket, who: Staff, asked: str, *, now: datetime) -> None:
    with site.database.write() as session:
        readings.log_access(
            session,
            ticket_id=ticket.id,
            actor=who.username,
            reason=f"laporan {ticket.number}",
            asked=[(System.LOKET, asked, 1)],
            at=now,
        )
