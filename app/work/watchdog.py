"""Signs of life; the work of a dead process is resumed by the living.

The queue's library leaves a dead process's running work to that process's return. Here any
living worker takes it over as soon as the other has been silent for a while.
"""

from datetime import datetime, timedelta

import structlog

from app.store import slots
from app.store.session import Database

BEAT_EVERY = timedelta(seconds=5)
DEAD_AFTER = timedelta(seconds=30)

log = structlog.get_logger(__name__)


def beat(database: Database, name: str, now: datetime) -> None:
    """Say that we live; take over from those who have not said so for `DEAD_AFTER`."""
    with database.write() as session:
        slots.beat(session, name, now)
        dead = [slot.name for slot in slots.silent(session, now, after=DEAD_AFTER)]
    for other in dead:
        take_over(database, other)
        with database.write() as session:
            slots.forget(session, other)


def take_over(database: Database, other: str) -> None:
    """Resume what `other` left running."""
    left = database.queue.list_workflows(status="PENDING", executor_id=other, load_input=False)
    for workflow in left:
        log.warning("taking over", workflow=workflow.workflow_id, from_slot=other)
        database.queue.resume_workflow(workflow.workflow_id)
