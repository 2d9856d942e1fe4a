"""The path of a ticket, in order: read, look up, resolve, approve, carry out, answer, deliver.

Each function is one step; its docstring says which state it leaves behind. Only this module
changes `Ticket.state`, always together with an Event. A step that asks an outside system does so
between two transactions, never inside one, and may be repeated after a crash at any point.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit.backoff import next_try
from app.lookup import gather
from app.lookup import keep as kept_lookups
from app.lookup.ports import Accounts, Dapodik, LookupUnavailable
from app.reading import keep as kept_readings
from app.reading.facts import Incoming, Understanding
from app.reply import compose, send
from app.reply.ports import Mailer
from app.resolution import approve as approval
from app.resolution import execute, outcome, policy
from app.resolution import keep as kept_plans
from app.resolution.plan import plan as planned
from app.resolution.ports import AccountAdmin, AdminUnavailable
from app.resolution.verdict import Case, Verdict
from app.store import events, owed, plans, readings, replies, tickets
from app.store.session import Database, Session
from models import Approval, Plan, Reading, Reply, Staff, Step, Ticket
from models.vocabulary import (
    Category,
    Decision,
    PlanState,
    Remedy,
    ReplyState,
    StepAction,
    StepState,
    TicketState,
    WhoActs,
)

LOKET = "loket"


@dataclass(frozen=True, slots=True)
class Outside:
    """Everything beyond our own database, as ports."""

    read: Callable[[Incoming], Understanding]
    dapodik: Dapodik
    accounts: Accounts
    admin: AccountAdmin
    mailer: Mailer
    tracking_url: Callable[[Ticket], str | None]


# Reading, looking up, judging: received -> planned | manual ------------------------------------


def consider(database: Database, ticket_id: int, *, outside: Outside, now: datetime) -> None:
    """Read, look up, resolve. A system that is away leaves the ticket RECEIVED, due later."""
    with database.read() as session:
        if tickets.by_id(session, ticket_id).state is not TicketState.RECEIVED:
            return
    reading_id = read(database, ticket_id, reader=outside.read, now=now)
    try:
        look_up(database, reading_id, outside=outside, now=now)
    except LookupUnavailable as error:
        postpone(database, ticket_id, error, now=now)
        return
    resolve(database, reading_id, now=now)


def read(
    database: Database,
    ticket_id: int,
    *,
    reader: Callable[[Incoming], Understanding],
    now: datetime,
) -> int:
    """The id of this revision's reading; an earlier one of the same revision is kept."""
    with database.write() as session:
        ticket = tickets.by_id(session, ticket_id)
        existing = readings.latest(session, ticket_id)
        if existing is not None and existing.revision == ticket.revision:
            return existing.id
        understanding = reader(_incoming(session, ticket))
        reading = kept_readings.keep(session, ticket, understanding, now=now)
        ticket.category = understanding.category
        _happened(session, ticket, "read", LOKET, now, category=understanding.category)
        return reading.id


def look_up(database: Database, reading_id: int, *, outside: Outside, now: datetime) -> None:
    """One stored dossier per subject; every question asked is logged. LookupUnavailable."""
    with database.read() as session:
        if readings.lookups_of(session, reading_id):
            return
        reading = readings.by_id(session, reading_id)
        ticket = tickets.by_id(session, reading.ticket_id)
    asked: list[gather.Asked] = []
    try:
        dossiers = gather.dossiers(
            kept_readings.recall(reading),
            dapodik=outside.dapodik,
            accounts=outside.accounts,
            stated=_stated(ticket),
            now=now,
            on_access=asked.append,
        )
    finally:
        with database.write() as session:
            _log_access(session, ticket, asked, now)
    with database.write() as session:
        for number, dossier in enumerate(dossiers):
            kept_lookups.keep(session, dossier, reading=reading, subject_no=number, now=now)
        _happened(session, ticket, "looked_up", LOKET, now, subjects=len(dossiers))


def resolve(database: Database, reading_id: int, *, now: datetime) -> None:
    """A verdict and a plan for each subject: PLANNED, or MANUAL where no rule has a proposal."""
    with database.write() as session:
        reading = readings.by_id(session, reading_id)
        ticket = tickets.by_id(session, reading.ticket_id)
        if ticket.state is not TicketState.RECEIVED:
            return
        plans.supersede(session, ticket.id)
        verdicts = [] if reading.category is None else _judge(session, ticket, reading, now)
        ticket.tries, ticket.due_at = 0, None
        ticket.urgent = any(verdict.urgent for verdict in verdicts)
        ticket.waiting_on = WhoActs.HELPDESK
        if _proposes(reading, verdicts):
            ticket.state = TicketState.PLANNED
            _happened(session, ticket, "planned", LOKET, now, remedy=verdicts[0].remedy)
        else:
            ticket.state = TicketState.MANUAL
            _happened(session, ticket, "no_rule", LOKET, now)


def postpone(
    database: Database, ticket_id: int, error: LookupUnavailable, *, now: datetime
) -> None:
    """A system is away: the ticket stays RECEIVED and is considered again, ever more rarely."""
    with database.write() as session:
        ticket = tickets.by_id(session, ticket_id)
        ticket.tries += 1
        ticket.due_at = next_try(ticket.tries, now)
        _happened(session, ticket, "lookup_delayed", LOKET, now, system=error.system)


def give_up(database: Database, ticket_id: int, *, now: datetime) -> None:
    """Something nobody foresaw: MANUAL, so that a person sees it."""
    with database.write() as session:
        ticket = tickets.by_id(session, ticket_id)
        ticket.state, ticket.waiting_on = TicketState.MANUAL, WhoActs.HELPDESK
        _happened(session, ticket, "triage_failed", LOKET, now)


def reconsider(session: Session, ticket: Ticket, *, by: str, kind: str, now: datetime) -> None:
    """Something new is known (a message, a date, a wish to look again): RECEIVED, work owed."""
    ticket.revision += 1
    ticket.tries, ticket.due_at = 0, None
    ticket.state, ticket.waiting_on = TicketState.RECEIVED, WhoActs.HELPDESK
    plans.supersede(session, ticket.id)
    _happened(session, ticket, kind, by, now)
    owed.triage(session, ticket)


def correct(
    session: Session, ticket: Ticket, category: Category, *, by: Staff, now: datetime
) -> None:
    """A person's word on the category: kept as a reading of its own, and judged anew."""
    reading = readings.latest(session, ticket.id)
    if reading is None:
        return
    reconsider(session, ticket, by=by.username, kind="corrected", now=now)
    kept_readings.correct(session, ticket, reading, category, by_id=by.id, now=now)
    ticket.category = category


def wake(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """A due date has come: owed again where a look-up was delayed, else looked at afresh."""
    if ticket.state is TicketState.RECEIVED:
        ticket.due_at = None
        owed.triage(session, ticket)
    elif ticket.state is TicketState.WAITING:
        reconsider(session, ticket, by=LOKET, kind="woken", now=now)


# A person's yes or no: planned -> running | manual ---------------------------------------------


def approve(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """One yes to the whole proposal. RUNNING when it has enough; AlreadyDecided, AlreadyApproved."""
    proposed = _proposed(session, ticket)
    for plan in proposed:
        if by.id in {each.staff_id for each in plans.approvals_of(session, plan.id)}:
            raise approval.AlreadyApproved
        session.add(Approval(plan_id=plan.id, staff_id=by.id, yes=True, at=now))
    session.flush()
    if not all(_has_enough(session, plan) for plan in proposed):
        _happened(session, ticket, "approved_first", by.username, now)
        return
    for plan in proposed:
        plan.state = PlanState.APPROVED
        owed.carry_out(session, plan)
    ticket.state, ticket.waiting_on = TicketState.RUNNING, WhoActs.SYSTEM
    _happened(session, ticket, "approved", by.username, now)


def reject(session: Session, ticket: Ticket, *, by: Staff, reason: str, now: datetime) -> None:
    """A no to the whole proposal: MANUAL. Raises AlreadyDecided."""
    for plan in _proposed(session, ticket):
        session.add(Approval(plan_id=plan.id, staff_id=by.id, yes=False, reason=reason, at=now))
        plan.state = PlanState.REJECTED
    ticket.state, ticket.waiting_on = TicketState.MANUAL, WhoActs.HELPDESK
    _happened(session, ticket, "rejected", by.username, now, reason=reason)


# Carrying out and reading back: running -> (answer) | returned ---------------------------------


def carry_out(
    database: Database, plan_id: int, *, outside: Outside, clock: Callable[[], datetime]
) -> None:
    """Each step once, each read back. Then the answer; or RETURNED with the difference."""
    with database.read() as session:
        plan = plans.by_id(session, plan_id)
        waiting = [step for step in plans.steps_of(session, plan_id) if _is_owed(step)]
    if plan.state is not PlanState.APPROVED:
        return
    for step in waiting:
        try:
            performed = execute.perform(step, outside.admin, today=clock())
        except AdminUnavailable as error:
            _postpone_plan(database, plan_id, step.id, str(error), now=clock())
            return
        if not _record(database, step.id, performed, now=clock()):
            return
    _finish(database, plan_id, outside=outside, now=clock())


def start_scheduled(session: Session, step: Step, *, now: datetime) -> None:
    """A step's own day has come: its plan is carried on."""
    plan = plans.by_id(session, step.plan_id)
    step.state = StepState.PLANNED
    plan.state = PlanState.APPROVED
    plan.tries += 1
    ticket = tickets.by_id(session, plan.ticket_id)
    _happened(session, ticket, "woken", LOKET, now)
    owed.carry_out(session, plan)


def give_up_plan(database: Database, plan_id: int, *, now: datetime) -> None:
    """Something nobody foresaw while carrying out: RETURNED, so that a person looks."""
    with database.write() as session:
        plan = plans.by_id(session, plan_id)
        ticket = tickets.by_id(session, plan.ticket_id)
        plan.state = PlanState.FAILED
        ticket.state, ticket.waiting_on = TicketState.RETURNED, WhoActs.HELPDESK
        _happened(session, ticket, "triage_failed", LOKET, now)


# Answering: running -> waiting | answered ------------------------------------------------------


def answer_by_hand(
    session: Session, ticket: Ticket, text: str, *, by: Staff, now: datetime
) -> None:
    """A person's own answer, in place of the proposal: ANSWERED."""
    plans.supersede(session, ticket.id)
    reply = compose.by_hand(ticket, text, by_id=by.id, now=now)
    session.add(reply)
    owed.deliver(session, reply)
    ticket.state, ticket.waiting_on = TicketState.ANSWERED, WhoActs.NOBODY
    ticket.settled_at = now
    _happened(session, ticket, "answered_by_hand", by.username, now)


def deliver(database: Database, reply_id: int, *, mailer: Mailer, now: datetime) -> None:
    """One answer sent, or its next try set, or known as undeliverable."""
    with database.read() as session:
        reply = replies.by_id(session, reply_id)
    if reply.state is not ReplyState.QUEUED:
        return
    sent = send.attempt(mailer, reply)
    with database.write() as session:
        reply = replies.by_id(session, reply_id)
        ticket = tickets.by_id(session, reply.ticket_id)
        send.note(reply, sent, now=now)
        if reply.state is ReplyState.SENT and ticket.first_answered_at is None:
            ticket.first_answered_at = now
        if reply.state is ReplyState.UNDELIVERABLE:
            _happened(session, ticket, "delivery_failed", LOKET, now)


def close(session: Session, ticket: Ticket, *, by: str, now: datetime) -> None:
    """Nothing is owed any more: CLOSED."""
    plans.supersede(session, ticket.id)
    ticket.state, ticket.waiting_on = TicketState.CLOSED, WhoActs.NOBODY
    ticket.settled_at = ticket.settled_at or now
    _happened(session, ticket, "closed", by, now)


# What the steps share -------------------------------------------------------------------------


def _happened(
    session: Session, ticket: Ticket, kind: str, by: str, now: datetime, **detail: str | int | None
) -> None:
    ticket.updated_at = now
    session.add(ticket)
    events.record(session, ticket.id, kind, by, at=now, **detail)


def _incoming(session: Session, ticket: Ticket) -> Incoming:
    """Everything the requester wrote, oldest first, as one text."""
    texts = [message.body for message in tickets.messages_of(session, ticket.id, by_requester=True)]
    return Incoming(
        text="\n\n".join(texts),
        subject=ticket.subject or None,
        channel=ticket.channel.value,
        self_category=ticket.self_category,
    )


def _judge(session: Session, ticket: Ticket, reading: Reading, now: datetime) -> list[Verdict]:
    understanding = kept_readings.recall(reading)
    lookups = readings.lookups_of(session, reading.id)
    verdicts = []
    for lookup in lookups:
        case = Case(
            category=reading.category or Category.OUT_OF_SCOPE,
            facts=understanding.facts,
            facets=understanding.facets,
            dossier=kept_lookups.recall(lookup),
            now=now,
            attachments=tickets.attachment_kinds(session, ticket.id),
            history=tickets.earlier_numbers(session, ticket),
            subjects=len(lookups),
        )
        verdict = planned(policy.decide(case), case)
        kept_plans.keep(session, verdict, lookup, now=now)
        verdicts.append(verdict)
    return verdicts
