"""One ticket: its page, its progress while the system works, and its attachments."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from app.kit.errors import NotFound
from app.store import tickets
from app.web import beside_view, category_list, held_view, looked, pages, thread_view
from app.web.deps import Now, Read, TheSite, Viewer
from app.web.kept import Draft
from app.web.reader import reader_of
from app.web.site import site_of
from app.web.ticket_view import gathered, is_busy
from app.web.typed import Id
from models import Staff
from models.vocabulary import Avoidable

router = APIRouter()

_PICTURES = frozenset({"image/png", "image/jpeg", "image/webp"})


@router.get("/tiket/{number}", name="ticket")
def show(request: Request, number: Id, site: TheSite, who: Viewer, now: Now) -> Response:
    """The page; the body alone for htmx. The look is written down."""
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
    looked.opened(site, ticket, who.staff, now=now)
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
    looked.attachment(site, ticket, who.staff, found, now=now)
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
        reader = reader_of(request, session, who)
        ticket = tickets.by_number(session, number)
        view = gathered(session, ticket, who=who, reader=reader, now=now)
        beside = beside_view.gathered(session, ticket, who=who, reader=reader, now=now)
        categories = category_list.in_use(session)
        connected = site_of(request).has_help_centre
        thread = thread_view.gathered(session, ticket, is_connected=connected, now=now)
        held = held_view.on_ticket(session, ticket, who=who, now=now)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        draft.part if is_part else "ticket/show.html",
        status=draft.status,
        view=view,
        ticket=ticket,
        beside=beside,
        thread=thread,
        avoidable=tuple(Avoidable),
        categories=categories,
        typed=draft.typed or (held.typed if held else {}),
        complaint=draft.complaint,
        held=held,
        announces=draft.announces,
    )
