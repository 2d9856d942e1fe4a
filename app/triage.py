"""The path of a ticket, in order: read, look up, join, resolve, approve, carry out, deliver.

Each function is one step; its docstring says which state (`app/states.py`) it leaves behind.
Between planned and running stands a person: their acts are in `app/desk.py`; letters leave by
`app/proving/delivery.py`. A step that asks an
outside system does so between two transactions, never inside one, and may be repeated after a
crash at any point.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from app import held, outcome, states, unasked
from app.kit.backoff import next_try
from app.kit.clock import wib_day
from app.learning import blind
from app.linking.join import join
from app.listing import look
from app.lookup import gather
from app.lookup import keep as kept_lookups
from app.lookup.gather import Asked
from app.lookup.ports import LookupUnavailable
from app.lookup.requester import confirmed
from app.outside import Outside
from app.proving import ask, counting
from app.proving.post import Handling
from app.reading import keep as kept_readings
from app.reading.facts import Incoming, Understanding
from app.reading.listed import as_chosen
from app.resolution import carry, judge
from app.store import calendars, lines, owed, plans, readings, tickets
from app.store.session import Database, Session
from models import Plan, Reading, Step, Ticket
from models.vocabulary import TicketState

# Reading, looking up, judging: received -> planned | manual ------------------------------------


def consider(database: Database, ticket_id: int, *, outside: Outside, now: datetime) -> None:
    """Read, look up, join, resolve. A system that is away leaves it RECEIVED, due later.

    A list is looked up and judged in parts: after each the next is owed.
    """
    with database.read() as session:
        is_list = lines.is_list(session, ticket_id)
        ticket = tickets.by_id(session, ticket_id)
        if ticket.state is not TicketState.RECEIVED:
            return
    if not held.may_begin(database, ticket_id, again=partial(owed.triage, ticket=ticket), now=now):
        return
    draws = outside.draws_blind
    reading_id = read(database, ticket_id, reader=outside.read, now=now, draws_blind=draws)
    try:
        if is_list:
            if not look.advance(database, reading_id, outside=outside, now=now):
                return
        else:
            look_up(database, reading_id, outside=outside, now=now)
    except LookupUnavailable as error:
        postpone(database, ticket_id, error, now=now)
        join(database, ticket_id, seal=outside.seal, now=now)
        return
    join(database, ticket_id, seal=outside.seal, now=now)
    if is_list:
        look.conclude(database, reading_id, outside=outside, now=now)
    else:
        resolve(database, reading_id, outside=outside, now=now)


def read(
    database: Database,
    ticket_id: int,
    *,
    reader: Callable[[Incoming], Understanding],
    now: datetime,
    draws_blind: Callable[[int], bool] = lambda _number: False,
) -> int:
    """The id of this revision's reading; an earlier one of the same revision is kept.

    A person's word on the category outlives a later look. A blind one's stays unsaid until named.
    """
    with database.read() as session:
        ticket = tickets.by_id(session, ticket_id)
        revision, incoming = ticket.revision, kept_readings.incoming(session, ticket)
        is_list = lines.is_list(session, ticket_id)
    understanding = reader(incoming)
    if is_list:
        understanding = as_chosen(understanding, ticket.self_category)
    with database.write() as session:
        ticket = tickets.locked(session, ticket_id)
        if ticket.revision == revision:
            if not is_list:
                blind.draw(session, ticket, understanding.category, draws_blind)
            return _reading(session, ticket, understanding, now=now).id
    # Something was written meanwhile, and this revision stands for that too.
    return read(database, ticket_id, reader=reader, now=now, draws_blind=draws_blind)


def look_up(database: Database, reading_id: int, *, outside: Outside, now: datetime) -> None:
    """One stored dossier per subject; every question asked is logged. LookupUnavailable."""
    with database.read() as session:
        if readings.lookups_of(session, reading_id):
            return
        reading = readings.by_id(session, reading_id)
        ticket = tickets.by_id(session, reading.ticket_id)
        incoming = kept_readings.incoming(session, ticket)
        said = counting.confirmations(session, ticket, now=now)
    asked: list[Asked] = []
    try:
        dossiers = gather.dossiers(
            kept_readings.recall(reading),
            dapodik=outside.dapodik,
            accounts=outside.accounts,
            stated=kept_lookups.stated(ticket, f"{ticket.subject}\n{incoming.text}"),
            now=now,
            on_access=asked.append,
        )
    finally:
        with database.write() as session:
            kept_lookups.log(session, ticket, asked, by=states.LOKET, now=now)
    with database.write() as session:
        ticket = tickets.locked(session, ticket.id)
        # A worker taken for dead may have come back with the same answers.
        if readings.lookups_of(session, reading_id):
            return
        for number, dossier in enumerate(dossiers):
            found = confirmed(dossier, said)
            kept_lookups.keep(session, found, reading=reading, subject_no=number, now=now)
        states.happened(session, ticket, "looked_up", states.LOKET, now, subjects=len(dossiers))


def resolve(database: Database, reading_id: int, *, outside: Outside, now: datetime) -> None:
    """A verdict and a plan for each subject: PLANNED, or MANUAL where no rule has a proposal.

    What would hand over access is asked of the registered address at once. RUNNING where every
    rule of it may act by itself and nothing speaks for a person.
    """
    with database.write() as session:
        reading = readings.by_id(session, reading_id)
        ticket = tickets.locked(session, reading.ticket_id)
        # Something new may have been written meanwhile: then its own consideration is owed.
        if ticket.state is not TicketState.RECEIVED or ticket.revision != reading.revision:
            return
        plans.supersede(session, ticket.id)
        hours = calendars.hours_at(session, now, first=outside.hours)
        verdicts = judge.judge(session, ticket, reading, hours=hours, now=now)
        ticket.urgent = any(verdict.urgent for verdict in verdicts)
        if judge.is_proposal(reading, verdicts):
            stale_at = judge.stale_at(session, reading, verdicts)
            states.planned(session, ticket, verdicts[0].remedy, stale_at=stale_at, now=now)
            ask.for_proposals(Handling(session, ticket, outside.links, now), reading_id)
            unasked.begin(session, ticket, reading, verdicts, watch=outside.watch, now=now)
        else:
            states.manual(session, ticket, "no_rule", by=states.LOKET, now=now)


def postpone(
    database: Database, ticket_id: int, error: LookupUnavailable, *, now: datetime
) -> None:
    """A system is away: the ticket stays RECEIVED and is considered again, ever more rarely."""
    with database.write() as session:
        ticket = tickets.locked(session, ticket_id)
        ticket.tries += 1
        ticket.due_at = next_try(ticket.tries, now)
        states.happened(session, ticket, "lookup_delayed", states.LOKET, now, system=error.system)


def give_up(database: Database, ticket_id: int, *, now: datetime) -> None:
    """Something nobody foresaw: MANUAL, so that a person sees it."""
    with database.write() as session:
        ticket = tickets.locked(session, ticket_id)
        states.manual(session, ticket, "triage_failed", by=states.LOKET, now=now)


def wake(session: Session, ticket: Ticket, *, now: datetime) -> None:
    """A due date has come: owed again where a look-up was delayed, else looked at afresh."""
    if ticket.state is TicketState.RECEIVED:
        ticket.due_at = None
        owed.triage(session, ticket)
    elif ticket.state in {TicketState.WAITING, TicketState.PLANNED, TicketState.MANUAL}:
        states.received_again(session, ticket, by=states.LOKET, kind="woken", now=now)


# Carrying out and reading back: running -> waiting | answered | returned ------------------------


def carry_out(
    database: Database,
    plan_id: int,
    *,
    outside: Outside,
    clock: Callable[[], datetime],
    worker: str = "",
) -> None:
    """Each step once, each read back. Then the answer; or RETURNED with the difference.

    `worker` is the name under which one was started, and is started again.
    """
    if not may_carry_out(database, plan_id, now=clock()):
        return
    with database.write() as session:
        plan = plans.by_id(session, plan_id)
        if unasked.is_withdrawn(session, plan, watch=outside.watch, now=clock()):
            return
        steps = carry.owed_steps(session, plan)
    for step in steps:
        if carry.must_wait(step, wib_day(clock())):
            with database.write() as session:
                carry.schedule(session, plans.step(session, step.id))
            continue
        if not _carried_out(database, plan, step, outside=outside, clock=clock, worker=worker):
            return
    outcome.finished(database, plan_id, outside=outside, now=clock())


def may_carry_out(database: Database, plan_id: int, *, now: datetime) -> bool:
    """Not while who approved can take it back; then it is owed anew for when that is over."""
    with database.read() as session:
        plan = plans.by_id(session, plan_id)
    again = partial(owed.carry_out, plan=plan)
    return held.may_begin(database, plan.ticket_id, again=again, now=now)


def _carried_out(
    database: Database,
    plan: Plan,
    step: Step,
    *,
    outside: Outside,
    clock: Callable[[], datetime],
    worker: str,
) -> bool:
    """Whether the next step may be begun."""
    mine = outcome.claimed(database, step, by=worker, now=clock())
    if mine is None:
        return False
    if carry.is_our_own(mine):
        return outcome.called_off(database, mine, now=clock())
    done = outcome.tried(database, plan, mine, outside=outside, clock=clock)
    return done is not None and outcome.noted(database, mine, done, now=clock())


def start_scheduled(session: Session, step: Step, *, now: datetime) -> None:
    """A step's own day has come: its plan is carried on, unless it is being taken back."""
    plan = plans.by_id(session, step.plan_id)
    if plans.undo_of(session, plan.id) is not None:
        return
    carry.resume(session, plan, step)
    ticket = tickets.locked(session, plan.ticket_id)
    states.happened(session, ticket, "woken", states.LOKET, now)
    owed.carry_out(session, plan)


# What the steps share -------------------------------------------------------------------------


def _reading(
    session: Session, ticket: Ticket, understanding: Understanding, *, now: datetime
) -> Reading:
    existing = readings.latest(session, ticket.id)
    if existing is not None and existing.revision == ticket.revision:
        return existing
    reading = kept_readings.keep(session, ticket, understanding, now=now)
    if existing is not None and existing.corrected_by_id and existing.category:
        reading = kept_readings.correct(
            session, ticket, reading, existing.category, by_id=existing.corrected_by_id, now=now
        )
    ticket.category = None if blind.awaits(session, ticket) else reading.category
    states.happened(session, ticket, "read", states.LOKET, now, category=ticket.category)
    return reading
