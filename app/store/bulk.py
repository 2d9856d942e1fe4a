"""Bulk jobs and their items."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, func, or_, select, update

from app.kit.errors import NotFound
from models import BulkItem, BulkJob, HeldAct, Ticket
from models.vocabulary import ItemOutcome


def by_id(session: Session, job_id: int) -> BulkJob:
    """Raises NotFound."""
    return _found(session.get(BulkJob, job_id))


def locked(session: Session, job_id: int) -> BulkJob:
    """Kept from other writers until this transaction ends. Raises NotFound."""
    query = select(BulkJob).where(BulkJob.id == job_id).with_for_update()
    return _found(session.exec(query.execution_options(populate_existing=True)).first())


def by_token(session: Session, token: str) -> BulkJob | None:
    return session.exec(select(BulkJob).where(BulkJob.token == token)).first()


def of_colleague(session: Session, staff_id: int, *, limit: int) -> Sequence[BulkJob]:
    """The newest first."""
    query = select(BulkJob).where(BulkJob.staff_id == staff_id)
    return session.exec(query.order_by(col(BulkJob.id).desc()).limit(limit)).all()


def items(session: Session, job_id: int) -> Sequence[BulkItem]:
    """In the order in which they were chosen."""
    query = select(BulkItem).where(BulkItem.job_id == job_id)
    return session.exec(query.order_by(col(BulkItem.id))).all()


def item(session: Session, item_id: int) -> BulkItem:
    """Locked."""
    query = select(BulkItem).where(BulkItem.id == item_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def next_waiting(session: Session, job_id: int) -> BulkItem | None:
    """Locked; None where none waits for its turn."""
    query = select(BulkItem).where(
        BulkItem.job_id == job_id, BulkItem.outcome == ItemOutcome.WAITING
    )
    return session.exec(query.order_by(col(BulkItem.id)).limit(1).with_for_update()).first()


def waiting(session: Session, job_id: int) -> int:
    query = select(func.count()).where(
        col(BulkItem.job_id) == job_id, col(BulkItem.outcome) == ItemOutcome.WAITING
    )
    return session.exec(query).one()


def done(session: Session, job_id: int) -> Sequence[BulkItem]:
    """What was done and not taken back."""
    query = select(BulkItem).where(BulkItem.job_id == job_id, BulkItem.outcome == ItemOutcome.DONE)
    return session.exec(query.order_by(col(BulkItem.id))).all()


def counts(session: Session, job_ids: Collection[int]) -> Mapping[int, Mapping[ItemOutcome, int]]:
    """How many items of each job stand where; outcomes without any are left out."""
    query = select(BulkItem.job_id, BulkItem.outcome, func.count()).where(
        col(BulkItem.job_id).in_(job_ids)
    )
    found: dict[int, dict[ItemOutcome, int]] = {each: {} for each in job_ids}
    grouped = query.group_by(col(BulkItem.job_id), col(BulkItem.outcome))
    for job_id, outcome, number in session.exec(grouped):
        found[job_id][ItemOutcome(outcome)] = number
    return found


def leave_waiting(session: Session, job_id: int, *, now: datetime) -> int:
    """What waits for its turn is left as it is; how many those are."""
    waits = update(BulkItem).where(
        col(BulkItem.job_id) == job_id, col(BulkItem.outcome) == ItemOutcome.WAITING
    )
    return session.exec(waits.values(outcome=ItemOutcome.LEFT, at=now)).rowcount


def keep_undoable(session: Session, job_id: int, *, now: datetime, until: datetime) -> int:
    """The job's acts that can be taken back now can be so until then; how many those are."""
    mine = select(BulkItem.held_id).where(
        BulkItem.job_id == job_id, BulkItem.outcome == ItemOutcome.DONE
    )
    pending = update(HeldAct).where(
        col(HeldAct.id).in_(mine),
        col(HeldAct.begun_at).is_(None),
        col(HeldAct.undone_at).is_(None),
        col(HeldAct.until) > now,
    )
    changed = pending.values(until=until).execution_options(synchronize_session=False)
    return session.exec(changed).rowcount


def undoable_until(session: Session, job_id: int) -> datetime | None:
    """When the last of its acts can no longer be taken back; None where there is none."""
    query = (
        select(func.max(HeldAct.until))
        .join(BulkItem, col(BulkItem.held_id) == HeldAct.id)
        .where(BulkItem.job_id == job_id, col(HeldAct.begun_at).is_(None))
    )
    return session.exec(query).one()


def forget(session: Session, *, before: datetime, limit: int) -> None:
    """Some of the jobs that ended before then, with their items; none that is being taken back."""
    old = select(BulkJob.id).where(
        col(BulkJob.ended_at) < before,
        or_(col(BulkJob.undo_asked_at).is_(None), col(BulkJob.undo_ended_at).is_not(None)),
    )
    ids = session.exec(old.order_by(col(BulkJob.id)).limit(limit)).all()
    session.exec(delete(BulkItem).where(col(BulkItem.job_id).in_(ids)))
    session.exec(delete(BulkJob).where(col(BulkJob.id).in_(ids)))


def chosen(session: Session, numbers: Collection[int]) -> Sequence[Ticket]:
    """Those tickets, by number; unknown numbers are left out."""
    query = select(Ticket).where(col(Ticket.number).in_(numbers))
    return session.exec(query.order_by(col(Ticket.number))).all()


def _found(job: BulkJob | None) -> BulkJob:
    if job is None:
        raise NotFound
    return job
