"""What follows for a ticket when plans of it came back, and how a list goes on with its lines."""

from datetime import datetime

from app import states
from app.reply import answer
from app.store import lines, plans, readings, tickets
from app.store.lines import Wanted
from app.store.session import Database, Session
from models import Ticket
from models.vocabulary import PlanState, TicketState


def given_up(database: Database, plan_id: int, *, now: datetime) -> None:
    """Something nobody foresaw while carrying out: RETURNED, so that a person looks."""
    with database.write() as session:
        plan = plans.by_id(session, plan_id)
        plan.state = PlanState.FAILED
        session.add(plan)
        came_back(session, tickets.locked(session, plan.ticket_id), "triage_failed", now=now)


def came_back(session: Session, ticket: Ticket, kind: str, *, now: datetime) -> None:
    """A plan did not come true: RETURNED, a list once none of its lines runs any more."""
    session.flush()
    is_list = lines.is_list(session, ticket.id)
    if is_list and lines.any_runs(session, ticket.id):
        return
    if (
        is_list
        and ticket.state is TicketState.RUNNING
        and states.received_meanwhile(session, ticket, now=now)
    ):
        return
    states.returned(session, ticket, kind, now=now)


def list_went_on(
    session: Session, ticket: Ticket, *, tracking_url: str | None, now: datetime
) -> None:
    """A list follows its lines, once none of them is being carried out any more.

    RETURNED where some came back, PLANNED where some wait for a yes, else it is answered.
    """
    session.flush()
    if lines.any_runs(session, ticket.id) or states.received_meanwhile(session, ticket, now=now):
        return
    standing = lines.standing(session, ticket.id)
    if standing.get(PlanState.FAILED):
        states.returned(session, ticket, "returned", now=now)
    elif standing.get(PlanState.PROPOSED):
        states.list_paused(session, ticket, now=now)
    elif standing.get(PlanState.DONE):
        _answer_list(session, ticket, tracking_url=tracking_url, now=now)
    else:
        states.manual(session, ticket, "rejected", by=states.LOKET, now=now)


def _answer_list(
    session: Session, ticket: Ticket, *, tracking_url: str | None, now: datetime
) -> None:
    done = lines.plans(session, ticket.id, Wanted(state=PlanState.DONE))
    reading = readings.latest(session, ticket.id)
    if reading is not None:
        counts = lines.counts(session, ticket.id)
        answer.queue_list(session, ticket, reading.id, counts, tracking_url=tracking_url, now=now)
    states.list_answered(session, ticket, done, now=now)
