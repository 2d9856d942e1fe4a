"""What a colleague may do to a ticket: say yes or no, correct, look again, answer, close."""

from collections.abc import Sequence
from datetime import datetime

from app import states, ties
from app.kit.errors import NotFound
from app.learning import blind
from app.learning import keep as kept_words
from app.proving import gate
from app.reading import keep as kept_readings
from app.reply import answer
from app.resolution import approve as approval
from app.resolution import carry, judge, takeback
from app.store import lines, links, owed, plans, readings, tickets
from app.store.session import Session
from models import Approval, Link, Plan, Staff, Ticket
from models.vocabulary import Category, LabelKind, LinkState, PlanState, TicketState


def approve(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """One yes to the whole proposal: RUNNING when it has enough.

    A yes to a change that rests on records older than 48 hours is a wish to look again: the
    ticket is RECEIVED, and a fresh proposal waits for its own yes. Raises AlreadyDecided, or
    AlreadyApproved for the same person's second yes,
    AwaitsBlindWord, or AwaitsConfirmation and Denied where access would be handed over.
    """
    ticket = tickets.locked(session, ticket.id)
    blind.must_not_await(session, ticket)
    proposed = _proposed(session, ticket)
    gate.must_be_theirs(session, ticket, proposed)
    if any(judge.rests_on_old_records(session, plan, now) for plan in proposed):
        states.received_again(session, ticket, by=by.username, kind="looked_again", now=now)
        return
    for plan in proposed:
        if by.id in {each.staff_id for each in plans.approvals_of(session, plan.id)}:
            raise approval.AlreadyApproved
        session.add(Approval(plan_id=plan.id, staff_id=by.id, yes=True, at=now))
    session.flush()
    if not all(_has_enough(session, plan) for plan in proposed):
        states.happened(session, ticket, "approved_first", by.username, now)
        return
    for plan in proposed:
        plan.state = PlanState.APPROVED
        session.add(plan)
        owed.carry_out(session, plan)
    if ticket.category is not None and not _takes_back(proposed):
        kept_words.said(session, ticket, LabelKind.CONFIRMED, ticket.category, by=by, now=now)
    states.running(session, ticket, by=by.username, now=now)


def reject(session: Session, ticket: Ticket, *, by: Staff, reason: str, now: datetime) -> None:
    """A no to the whole proposal: MANUAL, or as it stood where that was an undo.

    Raises AlreadyDecided, AwaitsBlindWord.
    """
    ticket = tickets.locked(session, ticket.id)
    blind.must_not_await(session, ticket)
    proposed = _proposed(session, ticket)
    for plan in proposed:
        session.add(Approval(plan_id=plan.id, staff_id=by.id, yes=False, reason=reason, at=now))
        plan.state = PlanState.REJECTED
        session.add(plan)
    if _takes_back(proposed):
        states.undo_rejected(session, ticket, by=by.username, now=now)
        return
    states.manual(session, ticket, "rejected", by=by.username, now=now)


def undo(
    session: Session, ticket: Ticket, plan: Plan, *, by: Staff, reason: str, now: datetime
) -> Plan:
    """A plan that takes that one back: PLANNED, waiting for its own yes.

    Raises AlreadyDecided while steps are being carried out, NothingToUndo, DecideFirst.
    """
    ticket = _idle(session, ticket)
    if plan.ticket_id != ticket.id:
        raise NotFound
    back = takeback.propose(session, plan, by=by.name, reason=reason, now=now)
    states.undo_asked(session, ticket, plan.remedy, by=by.username, now=now)
    return back


def try_again(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """The cause was mended: what failed is carried out again under the yeses it has: RUNNING.

    Where that would change an account on the word of old records, the ticket is RECEIVED
    instead. Raises AlreadyDecided where nothing failed.
    """
    ticket = tickets.locked(session, ticket.id)
    failed = plans.failed_of(session, ticket.id)
    if ticket.state is not TicketState.RETURNED or not failed:
        raise approval.AlreadyDecided
    if any(judge.rests_on_old_records(session, plan, now) for plan in failed):
        states.received_again(session, ticket, by=by.username, kind="looked_again", now=now)
        return
    for plan in failed:
        carry.take_up_again(session, plan)
        owed.carry_out(session, plan)
    states.tried_again(session, ticket, by=by.username, now=now)


def correct(
    session: Session, ticket: Ticket, category: Category, *, by: Staff, now: datetime
) -> None:
    """A person's word on the category: kept as a reading of its own, and judged anew.

    Raises AlreadyDecided while steps are being carried out or before the first reading,
    AwaitsBlindWord, NoSuchCategory.
    """
    ticket = _idle(session, ticket)
    blind.must_not_await(session, ticket)
    kept_words.must_exist(session, category)
    reading = readings.latest(session, ticket.id)
    if reading is None:
        raise approval.AlreadyDecided
    kept_words.said(session, ticket, LabelKind.CORRECTED, category, by=by, now=now)
    lines.reopen(session, ticket.id)
    states.received_again(session, ticket, by=by.username, kind="corrected", now=now)
    kept_readings.correct(session, ticket, reading, category, by_id=by.id, now=now)
    ticket.category = category


def name_blindly(
    session: Session, ticket: Ticket, category: Category, *, by: Staff, now: datetime
) -> None:
    """The category named from the text alone; from now on everything is shown.

    It changes nothing of what was read. Raises NotBlind, NoSuchCategory.
    """
    ticket = tickets.locked(session, ticket.id)
    if not blind.awaits(session, ticket):
        raise blind.NotBlind
    kept_words.must_exist(session, category)
    kept_words.said(session, ticket, LabelKind.BLIND, category, by=by, now=now)
    _reveal(session, ticket)
    states.happened(session, ticket, "named_blindly", by.username, now)


def reconsider(session: Session, ticket: Ticket, *, by: str, kind: str, now: datetime) -> None:
    """Read, look up and judge anew, for the reason `kind` (message_added, looked_again)."""
    ticket = tickets.locked(session, ticket.id)
    if kind == "looked_again":
        lines.reopen(session, ticket.id)
    states.received_again(session, ticket, by=by, kind=kind, now=now)


def answer_by_hand(
    session: Session,
    ticket: Ticket,
    text: str,
    *,
    by: Staff,
    tracking_url: str | None,
    now: datetime,
) -> None:
    """A person's own answer, in place of the proposal: ANSWERED. AlreadyDecided while running."""
    ticket = _idle(session, ticket)
    _reveal(session, ticket)
    answer.queue_by_hand(session, ticket, text, staff_id=by.id, tracking_url=tracking_url, now=now)
    states.answered_by_hand(session, ticket, by=by.username, now=now)


def close(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """Nothing is owed any more: CLOSED. AlreadyDecided while steps are being carried out."""
    ticket = _idle(session, ticket)
    _reveal(session, ticket)
    states.closed(session, ticket, by=by.username, now=now)


def _reveal(session: Session, ticket: Ticket) -> None:
    """What was read of a blind ticket is its category from now on."""
    reading = readings.latest(session, ticket.id)
    if ticket.is_blind and ticket.category is None and reading is not None:
        ticket.category = reading.category
        session.add(ticket)


def link(session: Session, ticket: Ticket, number: int, *, by: Staff, now: datetime) -> None:
    """A yes to a suggested link. Neither report is merged or closed. Raises NotFound."""
    _link(session, ticket, number)
    ties.linked(session, ticket, number, by=by, now=now)


def unlink(session: Session, ticket: Ticket, number: int, *, by: Staff, now: datetime) -> None:
    """A no to a link, suggested or confirmed; it is not suggested again. Raises NotFound."""
    found = _link(session, ticket, number)
    if found.state is not LinkState.REJECTED:
        ties.not_linked(session, ticket, found, by=by, now=now)


def _link(session: Session, ticket: Ticket, number: int) -> Link:
    earlier = tickets.by_number(session, number)
    found = links.between(session, ticket.id, earlier.id)
    if found is None:
        raise NotFound
    return found


def _idle(session: Session, ticket: Ticket) -> Ticket:
    ticket = tickets.locked(session, ticket.id)
    if ticket.state is TicketState.RUNNING:
        raise approval.AlreadyDecided
    return ticket


def _proposed(session: Session, ticket: Ticket) -> Sequence[Plan]:
    proposed = plans.proposed(session, ticket.id)
    if ticket.state is not TicketState.PLANNED or not proposed:
        raise approval.AlreadyDecided
    return proposed


def _takes_back(proposed: Sequence[Plan]) -> bool:
    return any(plan.undoes_id is not None for plan in proposed)


def _has_enough(session: Session, plan: Plan) -> bool:
    needed = approval.yeses_needed(step.automation for step in plans.steps_of(session, plan.id))
    yes_by = [each.staff_id for each in plans.approvals_of(session, plan.id) if each.yes]
    return approval.is_approved(yes_by, needed)
