"""The outbox: every letter to the public; where no mail server is set, its reader too."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.access.permissions import Permission, may
from app.proving import post
from app.store import outbox, replies, tickets
from app.web import looked, masks, pages
from app.web.deps import Now, Read, TheSite, Viewer
from app.web.typed import Id
from models.vocabulary import ReplyState

router = APIRouter()

_PAGE = 40


@router.get("/kotak-keluar", name="outbox")
def index(
    request: Request,
    db: Read,
    site: TheSite,
    who: Viewer,
    state: Annotated[str, Query(alias="keadaan", max_length=40)] = "",
    before: Annotated[int | None, Query(alias="sebelum", ge=0, lt=2**63)] = None,
) -> Response:
    """The newest letters; an unknown state asks for all."""
    wanted = ReplyState(state) if state in set(ReplyState) else None
    rows = outbox.listed(db, state=wanted, before=before, limit=_PAGE + 1)
    return pages.page(
        request,
        "outbox/show.html",
        rows=rows[:_PAGE],
        next_before=rows[_PAGE - 1][0].id if len(rows) > _PAGE else None,
        states=tuple(ReplyState),
        state=wanted,
        is_later_page=before is not None,
        has_no_server=site.outbox is not None,
        mail=str if may(who.staff.role, Permission.UNMASK) else masks.mail,
    )


@router.get("/kotak-keluar/{reply_id}", name="letter")
def show(
    request: Request, reply_id: Id, db: Read, site: TheSite, who: Viewer, now: Now
) -> Response:
    """One letter as it was or will be sent; a link for its reader alone only in the demo."""
    reply = replies.by_id(db, reply_id)
    ticket = tickets.by_id(db, reply.ticket_id)
    looked.note(site, ticket, who.staff, now=now)
    return pages.page(
        request,
        "outbox/letter.html",
        reply=reply,
        body=post.body_of(db, reply, site.links) if site.is_demo else reply.body,
        number=ticket.number,
        mail=str if may(who.staff.role, Permission.UNMASK) else masks.mail,
    )
