"""The screen of the triage: one report to decide by, as it is now, or the end of the round."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from app.aside import LONGEST
from app.kit.clock import at_wib, wib_day
from app.kit.working_hours import add_working_days
from app.store import events, queue, staff, tickets
from app.store.session import Session
from app.web import (
    beside_view,
    category_list,
    held_view,
    labels,
    pages,
    queue_rows,
    similar_view,
)
from app.web.held_view import HeldView
from app.web.kept import Draft
from app.web.queue_address import asked
from app.web.reader import reader_of
from app.web.site import site_of
from app.web.ticket_view import TicketView, gathered
from app.web.triage_order import AT_MOST, Round
from models import Staff, Ticket

# What a form of this page did, as its address says it; each has a sentence.
DONE = ("setuju", "tanya", "sama", "kategori", "tunda", "serah", "lewati", "nama")
_DECISIONS = frozenset(
    {"approved", "approved_first", "rejected", "answered_by_hand", "closed", "named_blindly"}
)
_A_DAY = timedelta(days=1)


def round_of(query: Mapping[str, str], who: Staff, now: datetime) -> Round:
    """The way through the view that the address names."""
    question = asked(query, my_id=who.id, now=now)
    return Round(question, bool(query.get("tampilan")), who)


def triage_page(
    request: Request,
    number: int,
    way: Round,
    *,
    now: datetime,
    draft: Draft | None = None,
) -> Response:
    """That report; for htmx the part alone. With a `draft` what was refused, and why."""
    draft = draft or Draft()
    here = str(request.app.url_path_for("triage_ticket", number=number))
    with site_of(request).database.read() as session:
        ticket = tickets.by_number(session, number)
        context = _of_ticket(request, session, ticket, way, now)
        around = progress(request, session, way, now)
    held: HeldView | None = around["held"]
    undone = held.typed if held and held.number == number else {}
    answer = page(
        request,
        "triage/_triage.html",
        status=draft.status,
        typed=draft.typed or undone,
        complaint=draft.complaint,
        **context,
        **around,
    )
    if pages.wants_fragment(request):
        answer.headers["HX-Push-Url"] = way.address(here)
    return answer


def progress(request: Request, session: Session, way: Round, now: datetime) -> dict[str, Any]:
    """How far one is, what was done last, in words, and how to take it back."""
    reader = reader_of(request, session, way.who)
    midnight = at_wib(wib_day(now))
    done = events.count_by(
        session, way.who.username, _DECISIONS, since=midnight, at_most=AT_MOST + 1
    )
    left = way.left(session)
    query = request.query_params
    said = ""
    if query.get("apa") in DONE and query.get("sudah", "").isdecimal():
        said = reader.say(f"triage.done_{query['apa']}", number=query["sudah"])
    held = held_view.anywhere(session, who=way.who, now=now)
    back = request.app.url_path_for("triage_ticket", number=held.number) if held else ""
    return {
        "progress": reader.say("triage.progress", done=_number(done), left=_number(left)),
        "said": said,
        "again": way.address(str(request.app.url_path_for("triage"))),
        "is_left": left > 0,
        "question": way.question.question() if way.is_chosen else "",
        "held": held,
        "undo_to": way.address(str(back)) if held else "",
    }


def page(request: Request, part: str, *, status: int = 200, **context: Any) -> Response:
    """The whole page, or for htmx that part of it."""
    if pages.wants_fragment(request):
        return pages.fragment(request, part, status=status, is_part=True, **context)
    return pages.page(
        request, "triage/show.html", status=status, part=part, is_part=False, **context
    )


def _of_ticket(
    request: Request, session: Session, ticket: Ticket, way: Round, now: datetime
) -> dict[str, Any]:
    reader = reader_of(request, session, way.who)
    row = queue.row(session, ticket.number)
    view = gathered(session, ticket, who=way.who, reader=reader, now=now)
    place = way.place(row).text()
    path, gone = str(request.app.url_path_for("triage")), str(ticket.number)
    onward = {what: way.address(path, sesudah=place, sudah=gone, apa=what) for what in DONE}
    return {
        "ticket": ticket,
        "view": view,
        "seen": beside_view.shown(session, ticket),
        "line": queue_rows.shown(session, [row], reader=reader, now=now)[0],
        "newest_first": view.messages[::-1],
        "onward": onward,
        "others": beside_view.present(session, ticket, who=way.who, reader=reader, now=now),
        "earlier": similar_view.earlier_reports(session, ticket, reader),
        "ready": _asking(view, ticket),
        "days": _days(now),
        "categories": category_list.in_use(session),
        "colleagues": sorted(
            (each.name, each.id) for each in staff.active(session) if each.id != way.who.id
        ),
        "is_open": row.state in way.states,
    }


def _days(now: datetime) -> Mapping[str, str]:
    """The first and the last day a report may be put off to, and the next working day."""
    return {
        "first": wib_day(now + _A_DAY).isoformat(),
        "last": wib_day(now + LONGEST).isoformat(),
        "usual": wib_day(add_working_days(now, 1)).isoformat(),
    }


def _number(count: int) -> str:
    return "1.000+" if count > AT_MOST else str(count)


def _asking(view: TicketView, ticket: Ticket) -> str:
    """The words that ask for what is missing, ready to be changed; in Indonesian."""
    missing = [each for subject in view.subjects if subject.plan for each in subject.plan.missing]
    wanted = [labels.label(each) for each in dict.fromkeys(missing)]
    wanted = wanted or labels.say("triage.ask_usual").split("; ")
    points = "\n".join(f"- {each}" for each in wanted)
    return labels.say("triage.ask_text", name=ticket.requester_name or "Bapak/Ibu", points=points)
