"""What came of a plan's steps, written down in one transaction each; the ticket follows."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app import settle, states, ties
from app.lookup import keep as kept_lookups
from app.lookup.asking import Asked
from app.lookup.ports import LookupUnavailable
from app.outside import Outside
from app.proving import ask, counting, vouching
from app.proving.post import Handling
from app.reply import answer
from app.resolution import carry, takeback
from app.resolution.execute import Performed
from app.resolution.ports import AdminUnavailable
from app.store import lines, plans, tickets
from app.store.session import Database, Session
from models import Plan, Step
from models.vocabulary import PlanState, StepState, WhoActs


def claimed(database: Database, step: Step, *, by: str = "", now: datetime) -> Step | None:
    """The step, for this worker alone for a while; None while another has it.

    The other may have died over it: then the plan is due again when its time is up. None also
    for a plan that was stopped since its last step: an objection counts at any time.
    """
    until = now + carry.LEASE
    with database.write() as session:
        plan = plans.by_id(session, step.plan_id)
        if plan.state is not PlanState.APPROVED:
            return None
        if plans.claim(session, step.id, by=by, now=now, until=until):
            return plans.step(session, step.id)
        if plan.next_try_at is None:
            plan.tries, plan.next_try_at = plan.tries + 1, until
            session.add(plan)
    return None


def tried(
    database: Database, plan: Plan, step: Step, *, outside: Outside, clock: Callable[[], datetime]
) -> Performed | None:
    """One try at a claimed step; None where a system is away, and it is tried again later.

    What both systems are asked before a change is logged as in any look-up.
    """
    with database.read() as session:
        grounds = counting.grounds(session, plan, now=clock())
        is_list = lines.is_list(session, plan.ticket_id)
    began = clock()
    asked: list[Asked] = []

    def note(question: Asked) -> None:
        asked.append(question)
        if clock() - began > carry.LOOKS_FOR_AT_MOST:
            raise LookupUnavailable(question.system, "answers too slowly to act on")

    try:
        return carry.perform(
            step,
            plan,
            outside=outside.systems(of_list=is_list),
            grounds=grounds,
            now=clock(),
            on_access=note,
        )
    except (AdminUnavailable, LookupUnavailable) as error:
        postponed(database, step, error, stuck_after=outside.stuck_after, now=clock())
        return None
    finally:
        if asked:
            with database.write() as session:
                ticket = tickets.by_id(session, plan.ticket_id)
                kept_lookups.log(session, ticket, asked, by=states.LOKET, now=clock())


def postponed(
    database: Database,
    step: Step,
    error: AdminUnavailable | LookupUnavailable,
    *,
    stuck_after: timedelta,
    now: datetime,
) -> None:
    """A system is away: tried again ever more rarely, and after `stuck_after` a person knows."""
    with database.write() as session:
        plan = plans.by_id(session, step.plan_id)
        ticket = tickets.locked(session, plan.ticket_id)
        since = carry.postpone(session, plan, plans.step(session, step.id), error, now=now)
        # A line says so itself; five hundred of them would bury the report's history.
        if not lines.is_list(session, ticket.id):
            states.happened(session, ticket, "step_delayed", states.LOKET, now)
        if now - since >= stuck_after and ticket.waiting_on is WhoActs.SYSTEM:
            states.stuck(session, ticket, now=now)


def noted(database: Database, step: Step, done: Performed, *, now: datetime) -> bool:
    """Whether the plan goes on; else the ticket is RETURNED, or RECEIVED to be decided anew."""
    with database.write() as session:
        plan = plans.by_id(session, step.plan_id)
        ticket = tickets.locked(session, plan.ticket_id)
        row = plans.step(session, step.id)
        if row.state is not StepState.PLANNED:
            # A worker taken for dead came back, after another had done its work.
            return row.state is StepState.DONE
        if carry.note(session, plan, row, done, now=now):
            return True
        if done.anew and not _has_others_under_way(session, plan):
            states.decided_anew(session, ticket, done.anew, now=now)
        else:
            settle.came_back(session, ticket, "returned", now=now)
        return False


def called_off(database: Database, step: Step, *, now: datetime) -> bool:
    """A deletion that stands for a later day is called off, within our own books."""
    with database.read() as session:
        plan = plans.by_id(session, step.plan_id)
    with database.write() as session:
        tickets.locked(session, plan.ticket_id)
        stood = takeback.call_off(session, plans.by_id(session, plan.id), step)
    done = carry.CALLED_OFF if stood else carry.NOT_STANDING
    return noted(database, step, done, now=now)


def finished(database: Database, plan_id: int, *, outside: Outside, now: datetime) -> None:
    """The plan is done. When its sisters are too: the answer, and WAITING, ANSWERED or MANUAL."""
    with database.write() as session:
        ticket = tickets.locked(session, plans.by_id(session, plan_id).ticket_id)
        plan = plans.by_id(session, plan_id)
        if plan.state is not PlanState.APPROVED:
            # Stopped while its last step was under way: the owner hears of it all the same.
            answer.notify_owner(session, ticket, plan, now=now)
            return
        carry.finish(session, plan)
        vouching.spend(session, plan)
        answer.notify_owner(session, ticket, plan, now=now)
        if plan.undoes_id is not None:
            states.undone(session, ticket, plan.remedy, now=now)
            return
        for number in carry.links(session, plan):
            ties.linked(session, ticket, number, now=now)
        if lines.is_list(session, ticket.id):
            if states.is_running(ticket):
                url = outside.tracking_url(ticket.number)
                settle.list_went_on(session, ticket, tracking_url=url, now=now)
            return
        states.happened(session, ticket, "carried_out", states.LOKET, now, remedy=plan.remedy)
        if states.is_running(ticket) and not _has_others_under_way(session, plan):
            _answer(Handling(session, ticket, outside.links, now), plan, outside.tracking_url)


def _answer(at: Handling, plan: Plan, tracking_url: Callable[[int], str | None]) -> None:
    sisters = plans.of_reading(at.session, plan.reading_id)
    ask.for_plans(at, sisters)
    url = tracking_url(at.ticket.number)
    answer.queue(at.session, at.ticket, plan.reading_id, tracking_url=url, now=at.now)
    states.answered(at.session, at.ticket, sisters, now=at.now)


def _has_others_under_way(session: Session, plan: Plan) -> bool:
    return any(
        each.state is PlanState.APPROVED and each.id != plan.id
        for each in plans.of_reading(session, plan.reading_id)
    )
