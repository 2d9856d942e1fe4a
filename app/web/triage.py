"""Triage: one undecided report after the other, one key for each decision."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.kit.clock import at_wib, wib_day
from app.store import events, queue, staff, tickets
from app.store.session import Session
from app.web import beside_view, category_list, labels, looked, offered, pages, queue_rows
from app.web.deps import Decider, Now, TheSite
from app.web.queue_address import asked
from app.web.reader import reader_of
from app.web.ticket_view import TicketView, gathered
from app.web.triage_order import AT_MOST, Round, place_of
from app.web.typed import Id
from models import Staff, Ticket

router = APIRouter()

# What a form of this page did, as its address says it; each has a sentence.
DONE = ("setuju", "tanya", "sama", "kategori", "tunda", "serah", "lewati", "nama")
_DECISIONS = frozenset(
    {"approved", "approved_first", "rejected", "answered_by_hand", "closed", "named_blindly"}
)


@router.get("/triase", name="triage")
def index(request: Request, site: TheSite, who: Decider, now: Now) -> Response:
    """On to the next report behind `sesudah`; the end of the view where there is none."""
    with site.database.read() as session:
        way = _round(request, who.staff, now)
        found = way.next_row(session, place_of(request.query_params.get("sesudah", "")), now=now)
        if found is None:
            return _page(request, "triage/_done.html", **_progress(request, session, way, now))
    said = {name: request.query_params.get(name, "") for name in ("sudah", "apa")}
    path = str(request.app.url_path_for("triage_ticket", number=found.number))
    return RedirectResponse(way.address(path, **said), status_code=303)


@router.get("/triase/{number}", name="triage_ticket")
def show(request: Request, number: Id, site: TheSite, who: Decider, now: Now) -> Response:
    """One screen to decide by; the body alone for htmx."""
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
    looked.note(site, ticket, who.staff, now=now)
    looked.open_now(site, ticket, who.staff, now=now)
    with site.database.read() as session:
        reader = reader_of(request, session, who.staff)
        way = _round(request, who.staff, now)
        row = queue.row(session, number)
        view = gathered(session, ticket, who=who.staff, reader=reader, now=now)
        place = way.place(row).text()
        path = str(request.app.url_path_for("triage"))
        onward = {
            what: way.address(path, sesudah=place, sudah=str(number), apa=what) for what in DONE
        }
        context = {
            "ticket": ticket,
            "view": view,
            "line": queue_rows.shown(session, [row], reader=reader, now=now)[0],
            "newest_first": view.messages[::-1],
            "onward": onward,
            "others": beside_view.present(session, ticket, who=who.staff, reader=reader, now=now),
            "ready": _asking(view, ticket),
            "categories": category_list.in_use(session),
            "colleagues": sorted(
                (name, key) for key, name in staff.names(session).items() if key != who.staff.id
            ),
            "is_open": row.state in way.states,
            **_offered(request, number),
            **_progress(request, session, way, now),
        }
    answer = _page(request, "triage/_triage.html", **context)
    if pages.wants_fragment(request):
        answer.headers["HX-Push-Url"] = way.address(str(request.url.path))
    return answer


def _round(request: Request, who: Staff, now: Now) -> Round:
    question = asked(request.query_params, my_id=who.id, now=now)
    return Round(question, bool(request.query_params.get("tampilan")), who)


def _offered(request: Request, number: int) -> dict[str, str | None]:
    """Where this site puts off, marks as the same and hands over; None where it cannot."""
    return {
        name: offered.path(request, f"/tiket/{number}/{last}", "POST")
        for name, last in (("snooze", "tunda"), ("same", "sama"), ("hand", "petugas"))
    }


def _progress(request: Request, session: Session, way: Round, now: Now) -> dict[str, Any]:
    """How far one is, and what was done last, in words."""
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
    path = str(request.app.url_path_for("triage"))
    return {
        "progress": reader.say("triage.progress", done=_number(done), left=_number(left)),
        "said": said,
        "again": way.address(path),
        "is_left": left > 0,
        "question": way.question.question() if way.is_chosen else "",
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


def _page(request: Request, part: str, **context: Any) -> Response:
    if pages.wants_fragment(request):
        return pages.fragment(request, part, is_part=True, **context)
    return pages.page(request, "triage/show.html", part=part, is_part=False, **context)
