"""One person a report is about: both records, the proposal, what happened when."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.kit.clock import wib_day
from app.lookup import keep as kept_lookups
from app.proving.subject import of_plan
from app.store import casework, lines, readings
from app.store.casework import Casework
from app.store.session import Session
from app.web import past_view, plan_view, records_view, timeline_view
from app.web.asker_view import AskerView, asker
from app.web.plan_view import PlanView
from app.web.reader import Reader
from app.web.records_view import RecordsView
from app.web.timeline_view import MomentView
from models import Line, Lookup, Plan, Reading, Ticket


@dataclass(frozen=True, slots=True)
class SubjectView:
    """`plan` and `asker` are None while nothing was judged. `moments` are oldest first.

    `has_past`: what the records said of them on the day it was written can be shown.
    """

    number: int
    records: RecordsView
    plan: PlanView | None
    moments: tuple[MomentView, ...]
    asker: AskerView | None = None
    has_past: bool = False


def subjects(
    session: Session,
    ticket: Ticket,
    reading: Reading | None,
    work: Casework,
    *,
    reader: Reader,
    now: datetime,
) -> tuple[SubjectView, ...]:
    """Of the reading in force; a lookup without a plan yet stands alone."""
    if reading is None:
        return ()
    plan_of = {plan.lookup_id: plan for plan in work.plans if plan.undoes_id is None}
    is_kept = past_view.extract_of(session, ticket) is not None
    found = []
    for lookup in readings.lookups_of(session, reading.id):
        row = plan_of.get(lookup.id)
        seen = subject(ticket, lookup, row, work, reader=reader, now=now)
        about = of_plan(session, row) if row else None
        found.append(
            replace(
                seen,
                has_past=is_kept and bool(seen.records.person_name),
                asker=asker(session, ticket, about, reader=reader, now=now) if about else None,
            )
        )
    return tuple(found)


def of_line(
    session: Session, ticket: Ticket, line: Line, *, reader: Reader, now: datetime
) -> SubjectView | None:
    """What is known of one line of a list by its plan in force; None while it is not judged."""
    plan = lines.plan_of(session, ticket.id, line.number)
    if plan is None:
        return None
    lookup = readings.lookup(session, plan.lookup_id)
    work = casework.of_plans(session, [plan])
    return subject(ticket, lookup, plan, work, reader=reader, now=now)


def subject(
    ticket: Ticket,
    lookup: Lookup,
    plan: Plan | None,
    work: Casework,
    *,
    reader: Reader,
    now: datetime,
) -> SubjectView:
    dossier = kept_lookups.recall(lookup)
    return SubjectView(
        number=lookup.subject_no + 1,
        records=records_view.records(dossier, reader=reader, now=now),
        plan=plan_view.plan(plan, work, reader=reader, today=wib_day(now)) if plan else None,
        moments=timeline_view.moments(dossier, ticket, plan, work, reader=reader, now=now),
    )
