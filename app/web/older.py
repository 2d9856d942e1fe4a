"""The older messages of a long thread, on demand."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.store import staff, tickets
from app.web import conversation, pages
from app.web.deps import Read, Viewer
from app.web.reader import reader_of
from app.web.typed import Id

router = APIRouter()


@router.get("/tiket/{number}/pesan-lama", name="older_messages")
def show(request: Request, number: Id, db: Read, who: Viewer) -> Response:
    """A page with the whole thread; for htmx what the ticket's page had left out."""
    ticket = tickets.by_number(db, number)
    reader = reader_of(request, db, who.staff)
    names = staff.usernames(db)
    all_of_them = conversation.whole(db, ticket, (), reader=reader, colleagues=names)
    if pages.wants_fragment(request):
        left_out = conversation.shortened(all_of_them).older
        older = all_of_them[:left_out][::-1]
        return pages.fragment(request, "ticket/_older.html", number=number, messages=older)
    return pages.page(request, "ticket/older.html", number=number, messages=all_of_them[::-1])
