"""What has become due since the last minute is owed again."""

from datetime import datetime

from app import triage
from app.kit.clock import wib_day
from app.store import owed, plans, replies, tickets
from app.store.session import Database

_AT_ONCE = 200


def run(database: Database, now: datetime) -> None:
    """Owe the work of tickets, plans, steps and answers whose time has come."""
    with database.write() as session:
        for ticket in tickets.due(session, now, limit=_AT_ONCE):
            triage.wake(session, ticket, now=now)
        for plan in plans.kept_waiting(session, now, limit=_AT_ONCE):
            plan.next_try_at = None
            owed.carry_out(session, plan)
        for step in plans.scheduled(session, wib_day(now), limit=_AT_ONCE):
            triage.start_scheduled(session, step, now=now)
        for reply in replies.due(session, now, limit=_AT_ONCE):
            reply.next_try_at = None
            owed.deliver(session, reply)
