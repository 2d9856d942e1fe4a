"""What follows when a plan was held up, came back or came true: for the ticket and its answer."""

from collections.abc import Callable
from datetime import datetime

from app import states
from app.reply import answer
from app.resolution import carry
from app.resolution.execute import Performed
from app.store import lines, plans, readings, tickets
from app.store.lines import Wanted
from app.store.session import Database, Session
from models import Step, Ticket
from models.vocabulary import PlanState, TicketState

TrackingUrl = Callable[[int], str | None]


def held_up(database: Database, step: Step, reason: str, *, now: datetime) -> None:
    """A system was away: the plan is tried again later."""
    with database.write() as session:
        plan = plans.by_id(session, step.plan_id)
        carry.postpone(session, plan, step, reason, now=now)
        ticket = tickets.locked(session, plan.ticket_id)
        # A line says so itself; five hundred of them would bury the report's history.
        if not lines.total(session, ticket.id):
            states.happened(session, ticket, "step_delayed", states.LOKET, now)


def noted(database: Database, step: Step, done: Performed, *, now: datetime) -> bool:
    """A step was tried. False where it did not come true: RETURNED, a list once all has ended."""
    with database.write() as session:
        plan = plans.by_id(session, step.plan_id)
        came_true = carry.note(session, plan, plans.step(session, step.id), done, now=now)
        if not came_true:
            _came_back(session, tickets.locked(session, plan.ticket_id), "returned", now=now)
        return came_true


def given_up(database: Database, plan_id: int, *, now: datetime) -> None:
    """Something nobody foresaw while carrying out: RETURNED, so that a person looks."""
    with database.write() as session:
        plan = plans.by_id(session, plan_id)
        plan.state = PlanState.FAILED
        session.add(plan)
        _came_back(session, tickets.locked(session, plan.ticket_id), "triage_failed", now=now)


def finished(database: Database, plan_id: int, *, tracking_url: TrackingUrl, now: datetime) -> None:
    """The plan is done. When its sisters are too: the answer, and WAITING, ANSWERED or MANUAL."""
    with database.write() as session:
        ticket = tickets.locked(session, plans.by_id(session, plan_id).ticket_id)
        plan = plans.by_id(session, plan_id)
        if plan.state is not PlanState.APPROVED:
            return
        carry.finish(session, plan)
        answer.notify_owner(session, ticket, plan, now=now)
        for number in carry.links(session, plan):
            states.linked(session, ticket, number, now=now)
        if lines.total(session, ticket.id):
            if ticket.state is TicketState.RUNNING:
                list_went_on(session, ticket, tracking_url=tracking_url(ticket.number), now=now)
            return
        states.happened(session, ticket, "carried_out", states.LOKET, now, remedy=plan.remedy)
        sisters = plans.of_reading(session, plan.reading_id)
        if ticket.state is not TicketState.RUNNING or any(
            each.state is PlanState.APPROVED for each in sisters
        ):
            return
        url = tracking_url(ticket.number)
        answer.queue(session, ticket, plan.reading_id, tracking_url=url, now=now)
        states.answered(session, ticket, sisters, now=now)


def list_went_on(
    session: Session, ticket: Ticket, *, tracking_url: str | None, now: datetime
) -> None:
    """A list follows its lines, once none of them is being carried out any more.

    RETURNED where some came back, PLANNED where some wait for a yes, else it is answered.
    """
    session.flush()
    if lines.any_runs(session, ticket.id) or states.received_meanwhile(session, ticket):
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


def _came_back(session: Session, ticket: Ticket, kind: str, *, now: datetime) -> None:
    session.flush()
    is_list = lines.total(session, ticket.id) > 0
    if is_list and lines.any_runs(session, ticket.id):
        return
    if (
        is_list
        and ticket.state is TicketState.RUNNING
        and states.received_meanwhile(session, ticket)
    ):
        return
    states.returned(session, ticket, kind, now=now)


def _answer_list(
    session: Session, ticket: Ticket, *, tracking_url: str | None, now: datetime
) -> None:
    done = lines.plans(session, ticket.id, Wanted(state=PlanState.DONE))
    reading = readings.latest(session, ticket.id)
    if reading is not None:
        counts = lines.counts(session, ticket.id)
        answer.queue_list(session, ticket, reading.id, counts, tracking_url=tracking_url, now=now)
    states.list_answered(session, ticket, done, now=now)
