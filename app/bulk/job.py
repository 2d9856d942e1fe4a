"""A bulk job: begun once, done ticket by ticket in a transaction each, taken back together.

Whatever stops it, the next run goes on with the first ticket that still waits for its turn.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from app import held
from app.bulk import acts
from app.bulk.foresee import foresee, must_make_sense
from app.bulk.wanted import AT_MOST, NothingChosen, TooMany, Wanted
from app.held import AnothersAct, Hold, TooLate
from app.kit.errors import NotFound, Refusal
from app.kit.kept import dump, load
from app.resolution.approve import AlreadyDecided
from app.store import bulk, owed, staff, tickets
from app.store.session import Database, Session
from models import BulkItem, BulkJob, Staff
from models.vocabulary import ItemOutcome

# The first ticket of many can be taken back until the last one can no more.
_EACH = timedelta(milliseconds=100)
# Whoever asked in time is not refused because the queue took a while.
_UNDO_WITHIN = timedelta(minutes=5)


def begin(  # noqa: PLR0913 what is done to which, by whom, once
    session: Session,
    wanted: Wanted,
    chosen: Sequence[tuple[int, str]],
    *,
    token: str,
    by: Staff,
    now: datetime,
    span: timedelta,
) -> BulkJob:
    """The job, owed; the one that token began before, if any.

    `chosen` is each nomor laporan with the proposal its preview showed. Raises NothingChosen,
    TooMany, Unsaid, NotFound.
    """
    known = bulk.by_token(session, token)
    if known is not None:
        return known
    if not chosen:
        raise NothingChosen
    if len(chosen) > AT_MOST:
        raise TooMany
    must_make_sense(wanted, now=now)
    job = BulkJob(
        token=token,
        action=wanted.action,
        params=dump(wanted),
        staff_id=by.id,
        hold_seconds=span.total_seconds(),
        created_at=now,
    )
    session.add(job)
    session.flush()
    for number, seen in dict(chosen).items():
        ticket = tickets.by_number(session, number)
        session.add(BulkItem(job_id=job.id, ticket_id=ticket.id, number=number, seen=seen))
    owed.bulk(session, job)
    return job


def run(
    database: Database,
    job_id: int,
    *,
    tracking_url: Callable[[int], str | None],
    clock: Callable[[], datetime],
) -> None:
    """Each ticket that still waits, in order; what is refused is written down and passed over."""
    with database.read() as session:
        job = bulk.by_id(session, job_id)
        by = staff.by_id(session, job.staff_id)
    if by is None:
        raise NotFound
    wanted = load(Wanted, job.params)
    while _one(database, job, wanted, by, tracking_url, clock()):
        pass
    with database.write() as session:
        job = bulk.by_id(session, job_id)
        job.ended_at = job.ended_at or clock()
        session.add(job)


def ask_back(session: Session, job_id: int, *, by: Staff, now: datetime) -> BulkJob:
    """What waits is left alone, what was done is to be taken back; asked twice it is once.

    Raises AnothersAct, TooLate where nothing can be taken back any more.
    """
    job = bulk.locked(session, job_id)
    if job.staff_id != by.id:
        raise AnothersAct
    if job.undo_asked_at is not None:
        return job
    left = bulk.leave_waiting(session, job.id, now=now)
    kept = bulk.keep_undoable(session, job.id, now=now, until=now + _UNDO_WITHIN)
    if not left and not kept:
        raise TooLate
    job.undo_asked_at = now
    session.add(job)
    owed.bulk_undo(session, job)
    return job


def take_back(database: Database, job_id: int, *, clock: Callable[[], datetime]) -> None:
    """Each ticket as it was before, or STAYS with the reason."""
    with database.read() as session:
        job = bulk.by_id(session, job_id)
        by = staff.by_id(session, job.staff_id)
        done = bulk.done(session, job_id)
    if by is None:
        raise NotFound
    for item in done:
        with database.write() as session:
            row = bulk.item(session, item.id)
            if row.outcome is ItemOutcome.DONE:
                _take_back(session, row, by, clock())
    with database.write() as session:
        job = bulk.by_id(session, job_id)
        job.undo_ended_at = job.undo_ended_at or clock()
        session.add(job)


def give_up(database: Database, job_id: int, *, now: datetime) -> None:
    """Its duty failed for good: what still waits is left alone, and its page says so."""
    with database.write() as session:
        job = bulk.locked(session, job_id)
        bulk.leave_waiting(session, job.id, now=now)
        job.ended_at = job.ended_at or now
        if job.undo_asked_at is not None:
            job.undo_ended_at = job.undo_ended_at or now
        session.add(job)


def _one(
    database: Database,
    job: BulkJob,
    wanted: Wanted,
    by: Staff,
    tracking_url: Callable[[int], str | None],
    now: datetime,
) -> bool:
    """The next ticket; False where none waits any more."""
    with database.write() as session:
        item = bulk.next_waiting(session, job.id)
        if item is None:
            return False
        ticket = tickets.locked(session, item.ticket_id)
        item.at = now
        foreseen = foresee(session, ticket, wanted, by=by, now=now)
        item.outcome, item.reason = foreseen.outcome, foreseen.reason
        if foreseen.outcome is ItemOutcome.DONE:
            how = Hold(acts.KIND[wanted.action], by, now, _span(session, job))
            try:
                if foreseen.seen != item.seen:
                    raise AlreadyDecided
                with session.begin_nested():
                    done = acts.act(wanted, by=by, url=tracking_url(item.number), now=now)
                    act = held.hold(session, ticket, how, done)
                item.held_id = act.id if act else None
            except Refusal as refusal:
                item.outcome, item.reason = ItemOutcome.REFUSED, refusal.key
        session.add(item)
    return True


def _span(session: Session, job: BulkJob) -> timedelta:
    if not job.hold_seconds:
        return timedelta(0)
    return timedelta(seconds=job.hold_seconds) + _EACH * bulk.waiting(session, job.id)


def _take_back(session: Session, item: BulkItem, by: Staff, now: datetime) -> None:
    try:
        if item.held_id is None:
            raise TooLate
        with session.begin_nested():
            held.undo(session, item.held_id, by=by, now=now)
        item.outcome = ItemOutcome.TAKEN_BACK
    except Refusal as refusal:
        item.outcome, item.reason = ItemOutcome.STAYS, refusal.key
    session.add(item)
