"""Everything the printable proof of one proposal shows."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.kit.errors import NotFound
from app.learning import blind
from app.lookup import keep as kept_lookups
from app.resolution.replay import Kept, Replayed, replay
from app.store import casework, plans, readings
from app.store.session import Session
from app.web import records_view
from app.web.plan_view import PlanView
from app.web.reader import Reader
from app.web.subject_view import SubjectView, subject
from models import Plan, Ticket
from models.vocabulary import Category


@dataclass(frozen=True, slots=True)
class ProofView:
    """`category` is the one the verdict was reached with; `replayed` was computed just now."""

    subject: SubjectView
    plan: PlanView
    category: Category | None
    email: str
    about: str
    is_automatic: bool
    replayed: Replayed


def shown(session: Session, ticket: Ticket, plan_id: int) -> Plan:
    """The ticket's plan of that id, to be proved. Raises NotFound, AwaitsBlindWord."""
    plan = plans.by_id(session, plan_id)
    if plan.ticket_id != ticket.id:
        raise NotFound
    blind.must_not_await(session, ticket)
    return plan


def proof(
    session: Session, ticket: Ticket, plan: Plan, *, reader: Reader, now: datetime
) -> ProofView:
    lookup = readings.lookup(session, plan.lookup_id)
    reading = readings.by_id(session, plan.reading_id)
    work = casework.of_ticket(session, ticket.id)
    seen = subject(ticket, lookup, plan, work, reader=reader, now=now)
    # Whether the records were fresh is a question of the day they were used.
    used = records_view.records(kept_lookups.recall(lookup), reader=reader, now=plan.created_at)
    if seen.plan is None:
        raise NotFound
    return ProofView(
        subject=replace(seen, records=used),
        plan=seen.plan,
        category=reading.category,
        email=reader.mail(ticket.requester_email),
        about=reader.text(ticket.subject),
        is_automatic=plan.is_automatic,
        replayed=replay(Kept(plan, lookup, reading, work.steps.get(plan.id, ()))),
    )
