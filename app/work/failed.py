"""Duties the queue has given up or lost track of: none may be left where nobody sees it."""

from datetime import datetime, timedelta

import structlog
from dbos import WorkflowStatus

from app import settle, threads, triage
from app.access import checking
from app.bulk import job
from app.learning import course
from app.reply import send
from app.reply.send import Sent
from app.report import mailing
from app.store import owed, plans, replies, tickets
from app.store.session import Database
from models.vocabulary import PlanState, ReplyState, TicketState

_GIVEN_UP = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_AT_ONCE = 200
# Far longer than any of these duties takes.
_LOST_AFTER = timedelta(minutes=15)
# A simulation has no case of its own: its page says that it came to nothing.
_DUTIES = [*owed.QUEUES, *owed.BESIDE, owed.LEARN, owed.SIMULATE, owed.CHECK_TRAIL]

log = structlog.get_logger(__name__)


def take_up(database: Database, now: datetime) -> None:
    """Duties begun long ago and never ended are done again; each finds its own traces.

    The watchdog takes over from dead workers. A living one can lose track of a duty too: the
    queue could not write down its end, because the disk was full just then.
    """
    latest = (now - _LOST_AFTER).timestamp() * 1000
    for duty in database.queue.list_workflows(
        status="PENDING", name=[*owed.QUEUES, *owed.BESIDE], load_input=False, load_output=False
    ):
        if duty.updated_at is not None and duty.updated_at < latest:
            log.warning("lost track of", workflow=duty.workflow_id)
            database.queue.resume_workflow(duty.workflow_id)


def hand_over(database: Database, now: datetime) -> None:
    """A ticket or plan whose duty failed for good goes to a person; an answer is tried again."""
    for duty in database.queue.list_workflows(
        status=_GIVEN_UP, name=_DUTIES, limit=_AT_ONCE, load_output=False
    ):
        try:
            _hand_over(database, duty, now)
        except Exception:
            log.exception("not handed over", workflow=duty.workflow_id)
        else:
            database.queue.delete_workflow(duty.workflow_id)


def _hand_over(database: Database, duty: WorkflowStatus, now: datetime) -> None:
    row_id = int(duty.input["args"][0]) if duty.input else 0
    log.error("failed for good", workflow=duty.workflow_id)
    match duty.name:
        case owed.TRIAGE if _is_waiting(database, row_id):
            triage.give_up(database, row_id, now=now)
        case owed.CARRY_OUT if _is_approved(database, row_id):
            settle.given_up(database, row_id, now=now)
        case owed.LEARN:
            course.fail(database, row_id, now=now)
        case owed.CHECK_TRAIL:
            checking.fail(database, row_id, now=now)
        case owed.BULK | owed.BULK_UNDO:
            job.give_up(database, row_id, now=now)
        case owed.CLOSE_THREAD:
            threads.give_up_later(database, row_id, now=now)
        case owed.DELIVER | owed.POST:
            _try_later(database, duty.name, row_id, now)


def _is_waiting(database: Database, ticket_id: int) -> bool:
    """Not, when a later duty of the same ticket has done it meanwhile."""
    with database.read() as session:
        return tickets.by_id(session, ticket_id).state is TicketState.RECEIVED


def _is_approved(database: Database, plan_id: int) -> bool:
    with database.read() as session:
        return plans.by_id(session, plan_id).state is PlanState.APPROVED


def _try_later(database: Database, duty: str, reply_id: int, now: datetime) -> None:
    """A letter to the public, or one to a colleague."""
    if duty == owed.POST:
        mailing.try_later(database, reply_id, now=now)
        return
    with database.write() as session:
        reply = replies.by_id(session, reply_id)
        if reply.state is ReplyState.QUEUED:
            send.note(reply, Sent(ReplyState.QUEUED, "failed"), now=now)
            session.add(reply)
