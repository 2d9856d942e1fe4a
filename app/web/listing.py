"""The list of a report: a page of its lines, one line whole, and the look before a yes to many."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from app.kit.errors import NotFound
from app.resolution.approve import yeses_needed
from app.store import casework, lines, tickets
from app.store.lines import Wanted
from app.store.session import Session
from app.web import listing_view, looked, pages, subject_view
from app.web.deps import Decider, Now, Viewer
from app.web.listing_view import Asked
from app.web.reader import Reader, reader_of
from app.web.site import site_of
from app.web.typed import Id
from models import Plan, Staff, Ticket
from models.vocabulary import CHANGES_ACCOUNT, PlanState, StepAction

router = APIRouter()

_NAMES_AT_MOST = 20
Outcome = Annotated[str, Query(alias="hasil", max_length=40)]
State = Annotated[str, Query(alias="keadaan", max_length=20)]
PageNumber = Annotated[int, Query(alias="hal", ge=1, le=1000)]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a yes to all of one outcome would do. `fingerprint` names the very proposals."""

    key: str
    title: str
    number: int
    names: tuple[str, ...]
    actions: tuple[tuple[StepAction, int], ...]
    irreversible: int
    yeses_needed: int
    mine_given: int
    fingerprint: str


def _asked(outcome: Outcome = "", state: State = "", page: PageNumber = 1) -> Asked:
    return Asked(outcome, state, page)


@router.get("/tiket/{number}/daftar", name="listing")
def show(
    request: Request, number: Id, who: Viewer, now: Now, asked: Annotated[Asked, Depends(_asked)]
) -> Response:
    """One page of the lines; the section alone for htmx. NotFound for a report without a list."""
    ticket = _seen(request, number, who.staff, now=now)
    with site_of(request).database.read() as session:
        reader = reader_of(request, session, who.staff)
        view = listing_view.listing(session, ticket, asked, reader=reader)
    if view is None:
        raise NotFound
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "listing/_listing.html" if is_part else "listing/show.html",
        ticket=ticket,
        listing=view,
        typed={},
    )


@router.get("/tiket/{number}/daftar/pratinjau", name="listing_preview")
def preview(request: Request, number: Id, who: Decider, outcome: Outcome = "") -> Response:
    """What would be done to how many; the yes is given here."""
    with site_of(request).database.read() as session:
        ticket = tickets.by_number(session, number)
        reader = reader_of(request, session, who.staff)
        waiting = proposed(session, ticket.id, outcome)
        if not waiting:
            raise NotFound
        shown = _preview(session, waiting, outcome, who=who.staff, reader=reader)
    return pages.page(request, "listing/preview.html", ticket=ticket, preview=shown)


@router.get("/tiket/{number}/daftar/{line}", name="listing_line")
def line(request: Request, number: Id, line: Id, who: Viewer, now: Now) -> Response:
    """One line with both systems' word on the person, the proposal and what came of it."""
    ticket = _seen(request, number, who.staff, now=now)
    with site_of(request).database.read() as session:
        reader = reader_of(request, session, who.staff)
        written = lines.by_number(session, ticket.id, line)
        subject = subject_view.of_line(session, ticket, written, reader=reader, now=now)
    return pages.page(
        request,
        "listing/line.html",
        ticket=ticket,
        number=written.number,
        as_written=reader.text(written.as_written),
        subject=subject,
    )


def proposed(session: Session, ticket_id: int, outcome: str) -> list[Plan]:
    """Proposals of that outcome that wait for a yes; none for a word that is no outcome."""
    asked = Asked(outcome).wanted
    if asked == Wanted():
        return []
    return list(lines.plans(session, ticket_id, replace(asked, state=PlanState.PROPOSED)))


def fingerprint(plans: Iterable[Plan]) -> str:
    """Names exactly these proposals, so that no one says yes to others."""
    ids = ".".join(str(each.id) for each in sorted(plans, key=lambda each: each.id))
    return hashlib.sha256(ids.encode()).hexdigest()[:20]


def _preview(
    session: Session, waiting: list[Plan], outcome: str, *, who: Staff, reader: Reader
) -> Preview:
    work = casework.of_plans(session, waiting)
    steps = [step for each in waiting for step in work.steps.get(each.id, ())]
    changes = [step for step in steps if step.action in CHANGES_ACCOUNT]
    numbers = [each.subject_no + 1 for each in waiting[:_NAMES_AT_MOST]]
    named = lines.numbered(session, waiting[0].ticket_id, numbers)
    given = [
        each
        for each in waiting
        if who.id in {said.staff_id for said in work.approvals.get(each.id, ())}
    ]
    kinds = [step.action for step in changes]
    return Preview(
        key=outcome,
        title=listing_view.title(outcome, reader),
        number=len(waiting),
        names=tuple(reader.text(named[each].as_written) for each in numbers),
        actions=tuple((each, kinds.count(each)) for each in dict.fromkeys(kinds)),
        irreversible=sum(step.undo is None for step in changes),
        yeses_needed=yeses_needed(step.automation for step in steps),
        mine_given=len(given),
        fingerprint=fingerprint(waiting),
    )


def _seen(request: Request, number: int, who: Staff, *, now: datetime) -> Ticket:
    with site_of(request).database.read() as session:
        ticket = tickets.by_number(session, number)
    looked.note(site_of(request), ticket, who, now=now)
    return ticket
