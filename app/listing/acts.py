"""What a colleague decides of the lines of a list: yes, no, or once more. Each goes its own way."""

from collections.abc import Collection, Sequence
from datetime import datetime

from app import settle, states
from app.kit.errors import Refusal
from app.learning import blind
from app.proving import gate
from app.resolution import approve as approval
from app.resolution import carry, judge
from app.store import casework, lines, owed, tickets
from app.store.casework import Casework
from app.store.lines import Wanted
from app.store.session import Session
from models import Approval, Plan, Staff, Ticket
from models.vocabulary import PlanState, TicketState

_OPEN = frozenset(
    {TicketState.PLANNED, TicketState.RUNNING, TicketState.RETURNED, TicketState.MANUAL}
)


class NothingChosen(Refusal):
    """422: no line was chosen."""

    status = 422
    key = "list.nothing_chosen"


def approve(
    session: Session, ticket: Ticket, plan_ids: Collection[int], *, by: Staff, now: datetime
) -> None:
    """A yes to those lines; each that has enough is carried out by itself: RUNNING.

    A yes on records older than 48 hours is a wish to look again, at every line not settled yet.
    Raises AlreadyDecided where one was decided meanwhile, AlreadyApproved where each had this
    colleague's yes, NothingChosen, AwaitsConfirmation and Denied where access would be handed
    over.
    """
    ticket, chosen = _chosen(session, ticket, plan_ids, (PlanState.PROPOSED,))
    if judge.any_rests_on_old_records(session, chosen, now):
        states.received_again(session, ticket, by=by.username, kind="looked_again", now=now)
        return
    work = casework.of_plans(session, chosen)
    fresh = [each for each in chosen if by.id not in _yes_by(each, work)]
    if not fresh:
        raise approval.AlreadyApproved
    gate.must_be_theirs(session, ticket, fresh)
    session.add_all(Approval(plan_id=each.id, staff_id=by.id, yes=True, at=now) for each in fresh)
    ready = [each for each in fresh if _has_enough(each, work, by)]
    if len(ready) < len(fresh):
        number = len(fresh) - len(ready)
        states.happened(session, ticket, "lines_approved_first", by.username, now, number=number)
    if ready:
        _start(session, ready)
        number = len(ready)
        states.running(
            session, ticket, by=by.username, now=now, kind="lines_approved", number=number
        )


def reject(  # noqa: PLR0913 as desk.reject, of some lines
    session: Session,
    ticket: Ticket,
    plan_ids: Collection[int],
    *,
    by: Staff,
    reason: str,
    tracking_url: str | None,
    now: datetime,
) -> None:
    """A no to those lines, also to some that came back. Raises AlreadyDecided, NothingChosen."""
    states_of = (PlanState.PROPOSED, PlanState.FAILED)
    ticket, chosen = _chosen(session, ticket, plan_ids, states_of)
    for plan in chosen:
        plan.state = PlanState.REJECTED
    session.add_all(chosen)
    session.add_all(
        Approval(plan_id=plan.id, staff_id=by.id, yes=False, reason=reason, at=now)
        for plan in chosen
    )
    states.happened(session, ticket, "lines_rejected", by.username, now, number=len(chosen))
    if ticket.state is not TicketState.RUNNING:
        settle.list_went_on(session, ticket, tracking_url=tracking_url, now=now)


def try_again(
    session: Session, ticket: Ticket, plan_ids: Collection[int], *, by: Staff, now: datetime
) -> None:
    """The very steps that were approved, once more, for lines that came back: RUNNING.

    What they require is read again before they act. On records older than 48 hours everything
    not settled is looked at again instead. Raises AlreadyDecided, NothingChosen.
    """
    ticket, chosen = _chosen(session, ticket, plan_ids, (PlanState.FAILED,))
    if judge.any_rests_on_old_records(session, chosen, now):
        states.received_again(session, ticket, by=by.username, kind="looked_again", now=now)
        return
    for plan in chosen:
        carry.take_up_again(session, plan)
    _start(session, chosen)
    number = len(chosen)
    states.running(
        session, ticket, by=by.username, now=now, kind="lines_tried_again", number=number
    )


def _chosen(
    session: Session, ticket: Ticket, plan_ids: Collection[int], may_be: Sequence[PlanState]
) -> tuple[Ticket, Sequence[Plan]]:
    """The locked ticket and the plans in force with those ids, each still in such a state."""
    if not plan_ids:
        raise NothingChosen
    ticket = tickets.locked(session, ticket.id)
    blind.must_not_await(session, ticket)
    if ticket.state not in _OPEN:
        raise approval.AlreadyDecided
    found = [
        plan
        for state in may_be
        for plan in lines.plans(session, ticket.id, Wanted(state=state))
        if plan.id in plan_ids
    ]
    if len(found) != len(set(plan_ids)):
        raise approval.AlreadyDecided
    return ticket, found


def _start(session: Session, ready: Sequence[Plan]) -> None:
    for plan in ready:
        plan.state = PlanState.APPROVED
        session.add(plan)
    session.flush()
    for plan in ready:
        owed.carry_out(session, plan)


def _yes_by(plan: Plan, work: Casework) -> set[int]:
    return {each.staff_id for each in work.approvals.get(plan.id, ()) if each.yes}


def _has_enough(plan: Plan, work: Casework, by: Staff) -> bool:
    needed = approval.yeses_needed(step.automation for step in work.steps.get(plan.id, ()))
    return approval.is_approved({*_yes_by(plan, work), by.id}, needed)
