"""Signs of life; the work of a dead process is resumed by the living.

The queue's library leaves a dead process's running work to that process's return. Here any
living worker takes it over as soon as the other has been silent for a while.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from app.store import slots
from app.store.session import Database

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pulse:
    """How often a worker says that it lives, and the silence after which it counts as dead.

    All workers of one database need the same.
    """

    beat_every: timedelta = timedelta(seconds=5)
    dead_after: timedelta = timedelta(seconds=30)


USUAL = Pulse()


def beat(
    database: Database,
    name: str,
    now: datetime,
    *,
    dead_after: timedelta,
    is_clock_right: bool = True,
) -> None:
    """Say that we live; take over from those who have not said so for `dead_after`.

    By a wrong clock the living look dead: then nobody is taken over from.
    """
    with database.write() as session:
        slots.beat(session, name, now)
        silent = slots.silent(session, now, after=dead_after) if is_clock_right else ()
        dead = [slot.name for slot in silent if slot.name != name]
    for other in dead:
        take_over(database, other)
        with database.write() as session:
            slots.forget(session, other)


def take_over(database: Database, other: str) -> None:
    """Resume what `other` left running."""
    for workflow_id in left_by(database, other):
        log.warning("taking over", workflow=workflow_id, from_slot=other)
        database.queue.resume_workflow(workflow_id)


def left_by(database: Database, name: str) -> list[str]:
    """What that worker has begun and not ended."""
    begun = database.queue.list_workflows(
        status="PENDING", executor_id=name, load_input=False, load_output=False
    )
    return [workflow.workflow_id for workflow in begun]
