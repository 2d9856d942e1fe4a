"""The answer to one reading: composed from its plans and their outcome, and queued once."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from app.lookup import keep as kept_lookups
from app.lookup.contacts import personal_mail
from app.reply import compose
from app.reply.compose import Answer, DoneStep, Line
from app.reply.outcomes import list_url, outcomes
from app.reply.told import may_know_account, may_name_report
from app.resolution import editions
from app.resolution import keep as kept_plans
from app.store import owed, plans, readings, replies
from app.store.lines import Count
from app.store.session import Session
from models import Plan, Reply, Step, Ticket
from models.vocabulary import CHANGES_ACCOUNT, StepAction, StepState

_TOLD = frozenset({StepState.DONE, StepState.SCHEDULED})


def queue(
    session: Session, ticket: Ticket, reading_id: int, *, tracking_url: str | None, now: datetime
) -> Reply:
    """The answer in the outbox; a reading has one, made before or made now."""
    existing = replies.of_reading(session, reading_id)
    if existing is not None:
        return existing
    lines = tuple(_line(session, plan) for plan in plans.of_reading(session, reading_id))
    composed = compose.compose(
        Answer(
            number=ticket.number,
            requester_name=ticket.requester_name,
            now=now,
            lines=lines,
            tracking_url=tracking_url,
        )
    )
    reply = _reply(ticket, composed, to=ticket.requester_email, now=now)
    reply.reading_id = reading_id
    return _owed(session, reply)


def queue_list(
    session: Session,
    ticket: Ticket,
    reading_id: int,
    counts: Sequence[Count],
    *,
    tracking_url: str | None,
    now: datetime,
) -> Reply:
    """The answer to a list in the outbox; a reading has one, made before or made now."""
    existing = replies.of_reading(session, reading_id)
    if existing is not None:
        return existing
    composed = compose.of_list(
        ticket.number,
        ticket.requester_name,
        outcomes(counts),
        tracking_url=tracking_url,
        list_url=list_url(tracking_url),
        now=now,
    )
    reply = _reply(ticket, composed, to=ticket.requester_email, now=now)
    reply.reading_id = reading_id
    return _owed(session, reply)


def queue_by_hand(
    session: Session,
    ticket: Ticket,
    text: str,
    *,
    staff_id: int,
    tracking_url: str | None,
    now: datetime,
) -> Reply:
    """A colleague's own answer in the outbox."""
    composed = compose.by_hand(
        ticket.number, ticket.requester_name, text, tracking_url=tracking_url, now=now
    )
    reply = _reply(ticket, composed, to=ticket.requester_email, now=now)
    reply.staff_id = staff_id
    return _owed(session, reply)


def notify_owner(session: Session, ticket: Ticket, plan: Plan, *, now: datetime) -> None:
    """Every owner hears of a change made, or of a deletion to come, where they can be reached.

    Once for each step and state: a repeated run, or a step carried out on its day, finds the
    notice it has already queued.
    """
    dossier = kept_lookups.recall(readings.lookup(session, plan.lookup_id))
    personal = {
        str(account.address): account.recovery_email
        for account in dossier.accounts
        if account.recovery_email
    }
    for step in plans.steps_of(session, plan.id):
        if step.action not in CHANGES_ACCOUNT or step.state not in _TOLD:
            continue
        done = _done(step)
        known = personal.get(step.target) or _elsewhere(step, personal)
        if known is None and step.action is StepAction.CREATE_ACCOUNT:
            # Nobody reads a mailbox they have not been told of.
            known = next(filter(None, map(personal_mail, dossier.accounts_of_person)), None)
        to = known or done.address
        mail_id = f"tiket-{ticket.number}.langkah-{step.id}-{step.state.value}@loket"
        told_already = (
            to == ticket.requester_email and plan.undoes_id is None and may_know_account(dossier)
        )
        if told_already or replies.by_mail_id(session, mail_id) is not None:
            continue
        composed = compose.owner_notice(
            ticket.number, done, takes_back=plan.undoes_id is not None, now=now
        )
        notice = _reply(ticket, composed, to=to, now=now)
        notice.is_notice, notice.mail_id = True, mail_id
        _owed(session, notice)


def _elsewhere(step: Step, personal: Mapping[str, str]) -> str | None:
    """Nobody reads the mail of an account that is gone: then another address of the owner."""
    is_gone = step.action is StepAction.DELETE_ACCOUNT and step.state is StepState.DONE
    return next(iter(personal.values()), None) if is_gone else None


def _line(session: Session, plan: Plan) -> Line:
    dossier = kept_lookups.recall(readings.lookup(session, plan.lookup_id))
    verdict = kept_plans.recall(plan)
    return Line(
        as_written=dossier.as_written,
        verdict=verdict,
        done=tuple(_done(step) for step in plans.steps_of(session, plan.id) if step.state in _TOLD),
        reveal=may_know_account(dossier),
        names_report=may_name_report(session, plan, verdict),
        terms=editions.terms_with(session, plan.edition_id),
    )


def _done(step: Step) -> DoneStep:
    after = step.after if isinstance(step.after, dict) else {}
    on = step.not_before if step.state is StepState.SCHEDULED else None
    return DoneStep(
        action=StepAction(step.action),
        target=step.target,
        address=str(after.get("primary_email") or step.target),
        on=on,
    )


def _reply(ticket: Ticket, composed: compose.Composed, *, to: str | None, now: datetime) -> Reply:
    return Reply(
        ticket_id=ticket.id,
        to=to,
        subject=composed.subject,
        body=composed.body,
        mail_id=f"tiket-{ticket.number}.{secrets.token_hex(8)}@loket",
        created_at=now,
    )


def _owed(session: Session, reply: Reply) -> Reply:
    session.add(reply)
    owed.deliver(session, reply)
    return reply
