"""What nobody needs any more is let go of: work long done, tries long counted."""

from datetime import datetime, timedelta

from app.store import letters, staff
from app.store.session import Database

KEPT_FOR = timedelta(days=30)
# Far longer than any limit looks back.
_TRIES_KEPT_FOR = timedelta(days=1)
_LETTERS_KEPT_FOR = timedelta(days=90)
_AT_ONCE = 5000


def run(database: Database, now: datetime) -> None:
    """Delete counted tries of yesterday, letters to colleagues of the quarter before, and the
    queue's rows of work that ended more than `KEPT_FOR` ago, oldest first.
    """
    with database.write() as session:
        staff.forget_tries(session, before=now - _TRIES_KEPT_FOR)
        letters.forget(session, before=now - _LETTERS_KEPT_FOR)
    done = database.queue.list_workflows(
        status=["SUCCESS", "CANCELLED"],
        completed_before=(now - KEPT_FOR).isoformat(),
        limit=_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if done:
        database.queue.delete_workflows([each.workflow_id for each in done])
