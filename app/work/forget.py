"""What nobody needs any more is let go of: work long done, tries long counted, old visits."""

from datetime import datetime, timedelta

from app.kit.clock import wib_day
from app.store import letters, staff, trials
from app.store.session import Database

KEPT_FOR = timedelta(days=30)
TRIALS_KEPT_FOR = timedelta(days=730)
# Far longer than any limit looks back.
_TRIES_KEPT_FOR = timedelta(days=1)
_LETTERS_KEPT_FOR = timedelta(days=90)
_AT_ONCE = 5000


def run(database: Database, now: datetime, *, trials_kept: timedelta = TRIALS_KEPT_FOR) -> None:
    """Delete counted tries of yesterday, letters to colleagues of the quarter before, visits begun
    longer ago than `trials_kept`, and the queue's rows of work that ended more than `KEPT_FOR`
    ago, oldest first.
    """
    with database.write() as session:
        staff.forget_tries(session, before=now - _TRIES_KEPT_FOR)
        letters.forget(session, before=now - _LETTERS_KEPT_FOR)
        trials.forget(session, before=wib_day(now - trials_kept), limit=_AT_ONCE)
    done = database.queue.list_workflows(
        status=["SUCCESS", "CANCELLED"],
        completed_before=(now - KEPT_FOR).isoformat(),
        limit=_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if done:
        database.queue.delete_workflows([each.workflow_id for each in done])
