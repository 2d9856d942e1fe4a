"""What the queue remembers of work long done is let go of."""

from datetime import datetime, timedelta

from app.store.session import Database

KEPT_FOR = timedelta(days=30)
_AT_ONCE = 5000


def run(database: Database, now: datetime) -> None:
    """Delete the queue's rows of work that ended more than `KEPT_FOR` ago, oldest first."""
    done = database.queue.list_workflows(
        status=["SUCCESS", "CANCELLED"],
        completed_before=(now - KEPT_FOR).isoformat(),
        limit=_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if done:
        database.queue.delete_workflows([each.workflow_id for each in done])
