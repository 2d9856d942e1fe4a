"""One durable workflow per duty; each is a function of `app.triage` with ids for arguments.

The queue runs a duty at least once: every function here may be repeated after a crash at any
point, and finds its own traces in the database.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from dbos import DBOS

from app import mailed, settle, threads, triage
from app.access import checking, trail
from app.bulk import job
from app.learning import course
from app.outside import Outside
from app.proving import delivery
from app.report import days, mailing
from app.resolution import trial
from app.retention import remove
from app.staffing import distribute
from app.states import LOKET
from app.store import owed, statistics
from app.store.session import Database, DatabaseAway
from app.work import failed, forget, sweep
from app.work.clocks import Clocks

log = structlog.get_logger(__name__)

# A duty that takes its process down with it is not begun for ever; the sweep hands it to a person.
_BEGUN_AT_MOST = 5
# The database may be away for half a minute: one, two, four, eight and sixteen seconds.
_TRIES = 6


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the duties work with; `worker` is the slot this process works in, `files` the folder
    of attachments. Visits of the report form are kept for `trials_kept`. `two_clocks` are ours
    and one that tells when ours is wrong; without them ours is believed."""

    database: Database
    outside: Outside
    worker: str = ""
    files: Path | None = None
    trials_kept: timedelta = forget.TRIALS_KEPT_FOR
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    two_clocks: Clocks | None = None

    @property
    def clocks(self) -> Clocks:
        return self.two_clocks or Clocks(self.clock)


# The queue's library waits for the next minute by the clock: one that was a day fast and was put
# right would be waited for a day.
_SWEEP_IS_LATE_AFTER = 180.0  # seconds

_current: list[Workshop] = []
_swept_at: list[float] = []  # of this process, by a clock that nobody sets


def furnish(workshop: Workshop) -> None:
    """The workshop of this process. The queue's library knows functions by name only, so the
    things they work with are set here, once, before it is launched."""
    _current[:] = [workshop]
    _swept_at[:] = [time.monotonic()]


def sweep_if_late(*, after: float = _SWEEP_IS_LATE_AFTER) -> None:
    """Begin a sweep where this process has not had one for `after` seconds; another may have."""
    if time.monotonic() - _swept_at[0] > after:
        _swept_at[:] = [time.monotonic()]
        DBOS.start_workflow(sweep_due, datetime.now(UTC), None)


@DBOS.workflow(name=owed.TRIAGE, max_recovery_attempts=_BEGUN_AT_MOST)
def consider(ticket_id: int) -> None:
    """Read, look up, judge."""
    _consider(ticket_id)


@DBOS.workflow(name=owed.CARRY_OUT, max_recovery_attempts=_BEGUN_AT_MOST)
def carry_out(plan_id: int) -> None:
    """Carry an approved plan out and read it back."""
    _carry_out(plan_id)


@DBOS.workflow(name=owed.DELIVER, max_recovery_attempts=_BEGUN_AT_MOST)
def deliver(reply_id: int) -> None:
    """Send one answer."""
    _deliver(reply_id)


@DBOS.workflow(name=owed.POST, max_recovery_attempts=_BEGUN_AT_MOST)
def post(letter_id: int) -> None:
    """Send one letter to a colleague."""
    _post(letter_id)


@DBOS.workflow(name=owed.CLOSE_THREAD, max_recovery_attempts=_BEGUN_AT_MOST)
def close_thread(reply_id: int) -> None:
    """Put one public reply into its thread."""
    _close_thread(reply_id)


@DBOS.workflow(name=owed.LEARN, max_recovery_attempts=_BEGUN_AT_MOST)
def learn(training_id: int) -> None:
    """Fit and judge a classifier."""
    _learn(training_id)


@DBOS.workflow(name=owed.SIMULATE, max_recovery_attempts=_BEGUN_AT_MOST)
def simulate(whatif_id: int) -> None:
    """Try an edition's numbers on the recorded cases."""
    _simulate(whatif_id)


@DBOS.workflow(name=owed.BULK, max_recovery_attempts=_BEGUN_AT_MOST)
def bulk(job_id: int) -> None:
    """Do a colleague's act to many tickets."""
    _bulk(job_id)


@DBOS.workflow(name=owed.BULK_UNDO, max_recovery_attempts=_BEGUN_AT_MOST)
def bulk_undo(job_id: int) -> None:
    """Take back what was done to many tickets."""
    _bulk_undo(job_id)


@DBOS.workflow(name=owed.CHECK_TRAIL, max_recovery_attempts=_BEGUN_AT_MOST)
def check_trail(check_id: int) -> None:
    """Go along the chain of the audit trail."""
    _check_trail(check_id)


@DBOS.workflow(name="sweep")
def sweep_due(_scheduled: datetime, _context: object) -> None:
    """Every minute: what has become due is owed again."""
    _sweep()


@DBOS.workflow(name="look_for_mail")
def look_for_mail(_scheduled: datetime, _context: object) -> None:
    """Every minute, where a mailbox is set: what came into it is taken in."""
    _look_for_mail()


@DBOS.workflow(name="forget")
def forget_done(_scheduled: datetime, _context: object) -> None:
    """Every hour: the queue forgets what is long done."""
    _forget()


@DBOS.workflow(name="check_nightly")
def check_nightly(_scheduled: datetime, _context: object) -> None:
    """Each night: a walk along the chain of the audit trail is owed."""
    _check_nightly()


@DBOS.workflow(name="count_nightly")
def count_nightly(_scheduled: datetime, _context: object) -> None:
    """Each night: the database counts what is in its indexes."""
    _count_nightly()


@DBOS.workflow(name="learn_nightly")
def learn_nightly(_scheduled: datetime, _context: object) -> None:
    """Each night: a training is owed where there is something new to learn."""
    _learn_nightly()


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _consider(ticket_id: int) -> None:
    shop = _current[0]
    try:
        now = shop.clocks.cautious()()
        triage.consider(shop.database, ticket_id, outside=shop.outside, now=now)
    except DatabaseAway:
        # Nothing of the ticket's making: the step is tried again.
        raise
    except Exception:
        # Nothing may get stuck unseen: a person takes over, the log has the reason.
        log.exception("triage failed", ticket_id=ticket_id)
        triage.give_up(shop.database, ticket_id, now=shop.clock())


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _carry_out(plan_id: int) -> None:
    shop = _current[0]
    try:
        triage.carry_out(
            shop.database,
            plan_id,
            outside=shop.outside,
            clock=shop.clocks.cautious(),
            worker=shop.worker,
        )
    except DatabaseAway:
        # What was done outside and not written down is found done at the next try.
        raise
    except Exception:
        log.exception("carrying out failed", plan_id=plan_id)
        settle.given_up(shop.database, plan_id, now=shop.clock())


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _deliver(reply_id: int) -> None:
    shop = _current[0]
    outside = shop.outside
    delivery.deliver(
        shop.database, reply_id, mailer=outside.mailer, links=outside.links, now=shop.clock()
    )


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _post(letter_id: int) -> None:
    shop = _current[0]
    outside = shop.outside
    mailing.deliver(
        shop.database, letter_id, mailer=outside.mailer, links=outside.links, now=shop.clock()
    )


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _close_thread(reply_id: int) -> None:
    shop = _current[0]
    help_centre = shop.outside.help_centre
    threads.deliver(shop.database, reply_id, help_centre=help_centre, now=shop.clock())


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _learn(training_id: int) -> None:
    shop = _current[0]
    if not shop.outside.fit(training_id):
        log.error("training failed", training_id=training_id)
        course.fail(shop.database, training_id, now=shop.clock())


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _simulate(whatif_id: int) -> None:
    shop = _current[0]
    trial.run(shop.database, whatif_id, clock=shop.clock)


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _bulk(job_id: int) -> None:
    shop = _current[0]
    tracking_url = shop.outside.tracking_url
    job.run(shop.database, job_id, tracking_url=tracking_url, clock=shop.clock)


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _bulk_undo(job_id: int) -> None:
    shop = _current[0]
    job.take_back(shop.database, job_id, clock=shop.clock)


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _check_trail(check_id: int) -> None:
    shop = _current[0]
    checking.run(shop.database, check_id, shop.outside.links.secret, now=shop.clock())


@DBOS.step()
def _check_nightly() -> None:
    shop = _current[0]
    with shop.database.write() as session:
        checking.ask_nightly(session, by=LOKET, now=shop.clock())


@DBOS.step()
def _count_nightly() -> None:
    statistics.renew(_current[0].database)


@DBOS.step()
def _learn_nightly() -> None:
    shop = _current[0]
    course.ask_nightly(shop.database, by="loket", now=shop.clock())


@DBOS.step()
def _sweep() -> None:
    shop = _current[0]
    _swept_at[:] = [time.monotonic()]
    now = shop.clocks.agreed()
    if now is None:
        return
    sweep.run(shop.database, now, watch=shop.outside.watch)
    failed.take_up(shop.database, now)
    failed.hand_over(shop.database, now)
    distribute.run(shop.database, now)
    trail.link_due(shop.database, shop.outside.links.secret, now=now)
    mailing.run(shop.database, shop.outside.links, hours=shop.outside.hours, now=now)
    days.renew(shop.database, now)


@DBOS.step(retries_allowed=True, max_attempts=_TRIES)
def _look_for_mail() -> None:
    shop = _current[0]
    mailed.look(shop.database, shop.outside, now=shop.clock())


@DBOS.step()
def _forget() -> None:
    shop = _current[0]
    now = shop.clocks.agreed()
    if now is None:
        return
    forget.run(shop.database, now, trials_kept=shop.trials_kept)
    secret = shop.outside.links.secret
    remove.run(shop.database, files=shop.files, secret=secret, now=now)
