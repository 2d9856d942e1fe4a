"""What an action would do to one ticket, from its present state; nothing is changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app import aside
from app.bulk.wanted import Unsaid, Wanted
from app.kit.errors import Refusal
from app.learning import blind
from app.proving import gate
from app.resolution import approve as approval
from app.store import lines, plans, readings, staff, tickets
from app.store.session import Session
from models import Staff, Ticket
from models.vocabulary import BulkAction, ItemOutcome, TicketState


@dataclass(frozen=True, slots=True)
class Foreseen:
    """DONE where it would change, ALREADY where nothing is left to do, else REFUSED with why.

    `seen` names the proposal a yes would be given to.
    """

    outcome: ItemOutcome
    reason: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class _At:
    session: Session
    ticket: Ticket
    wanted: Wanted
    by: Staff
    now: datetime


_CHANGES = Foreseen(ItemOutcome.DONE)
_ALREADY = Foreseen(ItemOutcome.ALREADY)


def must_make_sense(wanted: Wanted, *, now: datetime) -> None:
    """Raises Unsaid, DayMissing, DayPast or DayTooFar, whatever the tickets are."""
    wanted.must_be_whole()
    if wanted.what is not None:
        aside.last_moment(wanted.what, wanted.day, now=now)


def foresee(
    session: Session, ticket: Ticket, wanted: Wanted, *, by: Staff, now: datetime
) -> Foreseen:
    """As the act itself would find it at this moment."""
    try:
        return _FORESEEN[wanted.action](_At(session, ticket, wanted, by, now))
    except Refusal as refusal:
        return _refused(refusal.key)


def _assign(at: _At) -> Foreseen:
    to = staff.by_id(at.session, at.wanted.colleague_id or 0)
    if to is None or not to.is_active:
        raise Unsaid
    return _ALREADY if at.ticket.assigned_to_id == at.wanted.colleague_id else _CHANGES


def _category(at: _At) -> Foreseen:
    _must_be_idle(at.ticket)
    blind.must_not_await(at.session, at.ticket)
    if readings.latest(at.session, at.ticket.id) is None:
        raise approval.AlreadyDecided
    return _ALREADY if at.ticket.category == at.wanted.category else _CHANGES


def _snooze(at: _At) -> Foreseen:
    if at.wanted.what is None or at.ticket.state not in aside.UNDECIDED:
        raise aside.NothingToPutOff
    until = aside.last_moment(at.wanted.what, at.wanted.day, now=at.now)
    is_so = (at.ticket.snoozed_for, at.ticket.snoozed_until) == (at.wanted.what, until)
    return _ALREADY if is_so else _CHANGES


def _close(at: _At) -> Foreseen:
    _must_be_idle(at.ticket)
    return _ALREADY if at.ticket.state is TicketState.CLOSED else _CHANGES


def _approve(at: _At) -> Foreseen:
    """Only what one yes may carry: a second person reads, and does not tick a box."""
    if at.ticket.state is TicketState.RUNNING:
        return _ALREADY
    waiting = plans.proposed(at.session, at.ticket.id)
    if at.ticket.state is not TicketState.PLANNED or not waiting:
        return _refused("bulk.no_proposal")
    if lines.is_list(at.session, at.ticket.id):
        return _refused("bulk.is_list")
    blind.must_not_await(at.session, at.ticket)
    gate.must_be_theirs(at.session, at.ticket, waiting)
    for plan in waiting:
        if at.by.id in {each.staff_id for each in plans.approvals_of(at.session, plan.id)}:
            return _ALREADY
        steps = plans.steps_of(at.session, plan.id)
        if approval.yeses_needed(each.automation for each in steps) > 1:
            return _refused("bulk.second_yes")
    seen = ".".join(str(each) for each in sorted(plan.id for plan in waiting))
    return Foreseen(ItemOutcome.DONE, seen=seen)


def _duplicate(at: _At) -> Foreseen:
    _must_be_idle(at.ticket)
    earlier = tickets.with_number(at.session, at.wanted.number) if at.wanted.number else None
    if earlier is None or earlier.id == at.ticket.id:
        raise aside.NoSuchReport
    if earlier.linked_to_id == at.ticket.id:
        raise aside.TheOtherWayRound
    if aside.is_settled_as(at.ticket, earlier):
        return _ALREADY
    if aside.names_different_people(at.session, at.ticket, earlier):
        return _refused("bulk.different_people")
    return _CHANGES


def _answer(at: _At) -> Foreseen:
    _must_be_idle(at.ticket)
    return _CHANGES


def _look(at: _At) -> Foreseen:
    _must_be_idle(at.ticket)
    return _ALREADY if at.ticket.state is TicketState.RECEIVED else _CHANGES


def _must_be_idle(ticket: Ticket) -> None:
    if ticket.state is TicketState.RUNNING:
        raise approval.AlreadyDecided


def _refused(key: str) -> Foreseen:
    return Foreseen(ItemOutcome.REFUSED, key)


_FORESEEN: Mapping[BulkAction, Callable[[_At], Foreseen]] = {
    BulkAction.ASSIGN: _assign,
    BulkAction.CATEGORY: _category,
    BulkAction.SNOOZE: _snooze,
    BulkAction.CLOSE: _close,
    BulkAction.APPROVE: _approve,
    BulkAction.DUPLICATE: _duplicate,
    BulkAction.ANSWER: _answer,
    BulkAction.LOOK_AGAIN: _look,
}
