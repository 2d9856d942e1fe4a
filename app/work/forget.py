"""What nobody needs any more is let go of: work long done, yesterday's tries, old visits."""

from datetime import datetime, timedelta

from app.kit.clock import wib_day
from app.store import bulk, drafts, held, letters, staff, trials
from app.store.session import Database

KEPT_FOR = timedelta(days=30)
TRIALS_KEPT_FOR = timedelta(days=730)
# Far longer than any limit looks back.
_TRIES_KEPT_FOR = timedelta(days=1)
# What an act changed is for taking it back, which it can be for some minutes at most.
_ACTS_KEPT_FOR = timedelta(days=1)
_LETTERS_KEPT_FOR = _DRAFTS_KEPT_FOR = timedelta(days=90)
_AT_ONCE = 5000
_ACTS_AT_ONCE, _JOBS_AT_ONCE = 500, 50


def run(database: Database, now: datetime, *, trials_kept: timedelta = TRIALS_KEPT_FOR) -> None:
    """Delete counted tries and held acts of yesterday, drafts nobody has touched and letters to
    colleagues made three months ago, visits begun longer ago than `trials_kept`, and what ended
    more than `KEPT_FOR` ago: bulk jobs, and the queue's rows of work, oldest first.
    """
    with database.write() as session:
        staff.forget_tries(session, before=now - _TRIES_KEPT_FOR)
        letters.forget(session, before=now - _LETTERS_KEPT_FOR)
        drafts.forget(session, before=now - _DRAFTS_KEPT_FOR)
        bulk.forget(session, before=now - KEPT_FOR, limit=_JOBS_AT_ONCE)
        trials.forget(session, before=wib_day(now - trials_kept), limit=_AT_ONCE)
    _acts(database, now - _ACTS_KEPT_FOR)
    done = database.queue.list_workflows(
        status=["SUCCESS", "CANCELLED"],
        completed_before=(now - KEPT_FOR).isoformat(),
        limit=_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if done:
        database.queue.delete_workflows([each.workflow_id for each in done])


def _acts(database: Database, before: datetime) -> None:
    """A few hundred in one transaction: colleagues go on taking acts back meanwhile."""
    gone = _ACTS_AT_ONCE
    while gone == _ACTS_AT_ONCE:
        with database.write() as session:
            gone = held.forget(session, before=before, limit=_ACTS_AT_ONCE)
