"""What has become due since the last minute is owed again; what failed for good is told."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog

from app import aside, states, triage
from app.kit.clock import wib_day
from app.linking import bursts
from app.linking import incidents as watched
from app.resolution import automatic
from app.resolution.automatic import NO_RULE_ACTS, Watch
from app.store import (
    calendars,
    incidents,
    owed,
    plans,
    presence,
    replies,
    snoozes,
    targets,
    thread_replies,
    tickets,
    vouches,
)
from app.store.session import Database, Session
from app.targets import alarm
from models import Incident, Plan, Reply, Step, Target, ThreadReply, Ticket, Vouch

_AT_ONCE = 200

log = structlog.get_logger(__name__)
Row = TypeVar("Row", Ticket, Plan, Step, Reply, ThreadReply, Incident, Vouch, Target)


def run(database: Database, now: datetime, *, watch: Watch = NO_RULE_ACTS) -> None:
    """Owe the work of tickets, plans, steps and answers whose time has come; end quiet incidents.

    Rules whose samples nobody looks at, or whose figures fell, act no longer.

    What fails for one of them is logged, and holds back none of the others.
    """

    def vouch(session: Session, due: Vouch) -> None:
        ripe = tickets.locked(session, due.ticket_id)
        states.received_again(session, ripe, by=states.LOKET, kind=vouches.RIPE, now=now)

    def plan(session: Session, due: Plan) -> None:
        due.next_try_at = None
        owed.carry_out(session, due)

    def step(session: Session, due: Step) -> None:
        triage.start_scheduled(session, due, now=now)

    back = partial(aside.its_time_has_come, now=now)
    with database.write() as session:
        # First: a ticket woken for its vouch is not woken a second time for its day.
        _each(session, vouches.ripe(session, now, limit=_AT_ONCE), vouch)
        _each(session, tickets.due(session, now, limit=_AT_ONCE), partial(triage.wake, now=now))
        _each(session, snoozes.over(session, now, limit=_AT_ONCE), back)
        _each(session, plans.kept_waiting(session, now, limit=_AT_ONCE), plan)
        _each(session, plans.scheduled(session, wib_day(now), limit=_AT_ONCE), step)
        _answers(session, now)
        _targets(session, now)
        automatic.demote(session, watch, now=now)
        _quiet(session, now)


def _answers(session: Session, now: datetime) -> None:
    """Letters and public replies that could not be sent at the last try."""

    def letter(session: Session, due: Reply) -> None:
        due.next_try_at = None
        owed.deliver(session, due)

    def public(session: Session, due: ThreadReply) -> None:
        due.next_try_at = None
        owed.close_thread(session, due)

    _each(session, replies.due(session, now, limit=_AT_ONCE), letter)
    _each(session, thread_replies.due(session, now, limit=_AT_ONCE), public)


def _quiet(session: Session, now: datetime) -> None:
    """Incidents nobody writes about any more end; who left a page is forgotten."""

    def incident(session: Session, due: Incident) -> None:
        watched.end_if_quiet(session, due, now=now)

    _each(session, incidents.quiet(session, now - bursts.QUIET, limit=_AT_ONCE), incident)
    presence.sweep(session, now=now)


def _targets(session: Session, now: datetime) -> None:
    """A new calendar reaches what is open, then warnings and misses are told, each once."""

    newest = calendars.newest_id(session)
    _each(session, targets.behind(session, newest, limit=_AT_ONCE), alarm.carry_over)
    _each(session, targets.ringing(session, now, limit=_AT_ONCE), partial(alarm.ring, now=now))


def _each(session: Session, due: Sequence[Row], act: Callable[[Session, Row], None]) -> None:
    for row in due:
        row_id = row.id
        try:
            with session.begin_nested():
                act(session, row)
        except Exception:
            log.exception("not owed", kind=type(row).__name__, row_id=row_id)
