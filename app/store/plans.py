"""Plans, their steps, approvals, attempts and verifications."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import or_
from sqlmodel import Session, col, func, select, update

from app.kit.errors import NotFound
from models import (
    Approval,
    Attempt,
    Audit,
    Lookup,
    Plan,
    Reading,
    Staff,
    Step,
    Ticket,
    Verification,
)
from models.vocabulary import PlanState, StepAction, StepState


def by_id(session: Session, plan_id: int) -> Plan:
    """Raises NotFound."""
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise NotFound
    return plan


def step(session: Session, step_id: int) -> Step:
    """Raises NotFound."""
    found = session.get(Step, step_id)
    if found is None:
        raise NotFound
    return found


def of_reading(session: Session, reading_id: int) -> Sequence[Plan]:
    """One for each subject of that reading, in order; those that take others back left out."""
    query = select(Plan).where(Plan.reading_id == reading_id, col(Plan.undoes_id).is_(None))
    return session.exec(query.order_by(col(Plan.subject_no), col(Plan.id))).all()


def proposed(session: Session, ticket_id: int) -> Sequence[Plan]:
    """What waits for a yes; locked, so that two colleagues cannot both decide it."""
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    return session.exec(query.order_by(col(Plan.subject_no), col(Plan.id)).with_for_update()).all()


def waiting(session: Session, ticket_id: int) -> Sequence[Plan]:
    """What waits for a yes, to be looked at only."""
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    return session.exec(query.order_by(col(Plan.subject_no), col(Plan.id))).all()


def is_any_approved(session: Session, ticket_id: int) -> bool:
    """Whether something that was approved is not done yet, today or on its day."""
    query = select(Plan.id).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.APPROVED)
    return session.exec(query.limit(1)).first() is not None


def steps_of(session: Session, plan_id: int) -> Sequence[Step]:
    query = select(Step).where(Step.plan_id == plan_id)
    return session.exec(query.order_by(col(Step.position))).all()


def steps_of_each(session: Session, plan_ids: Collection[int]) -> Mapping[int, list[Step]]:
    """The steps of those plans, in order, by plan; every plan has an entry."""
    found: dict[int, list[Step]] = {each: [] for each in plan_ids}
    query = select(Step).where(col(Step.plan_id).in_(plan_ids))
    for step in session.exec(query.order_by(col(Step.plan_id), col(Step.position))):
        found[step.plan_id].append(step)
    return found


def last_done(session: Session, ticket_ids: Collection[int]) -> Mapping[int, Plan]:
    """The newest plan of each ticket that was carried out, where there is one."""
    query = select(Plan).where(col(Plan.ticket_id).in_(ticket_ids), Plan.state == PlanState.DONE)
    return {each.ticket_id: each for each in session.exec(query.order_by(col(Plan.id)))}


def count(session: Session, since: datetime) -> int:
    """Plans of verdicts made from that instant on; those that take others back are none."""
    query = select(func.count()).where(col(Plan.created_at) >= since)
    return session.exec(query.where(col(Plan.undoes_id).is_(None))).one()


def with_records(
    session: Session, since: datetime, *, after: int, limit: int
) -> Sequence[tuple[Plan, Lookup, Reading, int]]:
    """Plans of verdicts made from that instant on with an id above `after`, in that order.

    Each with the look-up and the reading it was made from, and the nomor laporan.
    """
    query = (
        select(Plan, Lookup, Reading, col(Ticket.number))
        .join(Lookup, col(Lookup.id) == Plan.lookup_id)
        .join(Reading, col(Reading.id) == Plan.reading_id)
        .join(Ticket, col(Ticket.id) == Plan.ticket_id)
        .where(
            col(Plan.created_at) >= since,
            col(Plan.id) > after,
            col(Plan.undoes_id).is_(None),
        )
    )
    return session.exec(query.order_by(col(Plan.id)).limit(limit)).all()


def judged_ids(
    session: Session, since: datetime, *, after: int, limit: int
) -> Sequence[tuple[int, int]]:
    """Of the same plans the id and the nomor laporan: rows nobody can read have these."""
    query = select(col(Plan.id), col(Ticket.number)).where(
        col(Ticket.id) == Plan.ticket_id,
        col(Plan.created_at) >= since,
        col(Plan.id) > after,
        col(Plan.undoes_id).is_(None),
    )
    return session.exec(query.order_by(col(Plan.id)).limit(limit)).all()


def approvals_of(session: Session, *plan_ids: int) -> Sequence[Approval]:
    """Every word on those plans, oldest first.

    On what still waits, the word of a colleague who has left no longer counts and is not among
    them: of two people who agree, both are here.
    """
    query = (
        select(Approval)
        .join(Plan, col(Plan.id) == Approval.plan_id)
        .join(Staff, col(Staff.id) == Approval.staff_id)
        .where(
            col(Approval.plan_id).in_(plan_ids),
            or_(col(Staff.is_active), col(Plan.state) != PlanState.PROPOSED),
        )
    )
    return session.exec(query.order_by(col(Approval.id))).all()


def attempts_of(session: Session, step_id: int) -> Sequence[Attempt]:
    query = select(Attempt).where(Attempt.step_id == step_id)
    return session.exec(query.order_by(col(Attempt.id))).all()


def verifications_of(session: Session, step_id: int) -> Sequence[Verification]:
    query = select(Verification).where(Verification.step_id == step_id)
    return session.exec(query.order_by(col(Verification.id))).all()


def claim(session: Session, step_id: int, *, by: str, now: datetime, until: datetime) -> bool:
    """Have the step to oneself until then; False when it is not owed or another worker has it.

    A worker that was started anew has what it had; one without a name ("") never does.
    """
    free = or_(col(Step.claimed_until).is_(None), col(Step.claimed_until) <= now)
    if by:
        free = or_(free, col(Step.claimed_by) == by)
    taken = (
        update(Step)
        .where(col(Step.id) == step_id, col(Step.state) == StepState.PLANNED, free)
        .values(claimed_by=by, claimed_until=until)
        .execution_options(synchronize_session=False)
    )
    return session.exec(taken).rowcount == 1


def undo_of(session: Session, plan_id: int) -> Plan | None:
    """The plan that takes that one back: waiting, being carried out, or done."""
    query = select(Plan).where(
        Plan.undoes_id == plan_id,
        col(Plan.state).in_([PlanState.PROPOSED, PlanState.APPROVED, PlanState.DONE]),
    )
    return session.exec(query).first()


def failed_of(session: Session, ticket_id: int) -> Sequence[Plan]:
    """Plans whose step did not come true and that nothing newer has replaced; locked.

    An undo stands alone; other plans are those of the newest reading that was judged.
    """
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state != PlanState.SUPERSEDED)
    newest = session.exec(query.order_by(col(Plan.id).desc()).limit(1)).first()
    if newest is None:
        return ()
    failed = select(Plan).where(Plan.state == PlanState.FAILED)
    if newest.undoes_id is not None:
        failed = failed.where(Plan.id == newest.id)
    else:
        failed = failed.where(Plan.reading_id == newest.reading_id, col(Plan.undoes_id).is_(None))
    return session.exec(failed.order_by(col(Plan.id)).with_for_update()).all()


def refused_addresses(session: Session, ticket_id: int) -> Sequence[str]:
    """Addresses of new accounts that the directory would not give this ticket."""
    query = (
        select(Step.target)
        .join(Plan, col(Plan.id) == Step.plan_id)
        .where(
            Plan.ticket_id == ticket_id,
            Step.action == StepAction.CREATE_ACCOUNT,
            Step.state == StepState.REFUSED,
        )
    )
    return session.exec(query.order_by(col(Step.id))).all()


def audits_of(session: Session, plan_id: int) -> Sequence[Audit]:
    return session.exec(select(Audit).where(Audit.plan_id == plan_id)).all()


def of_ticket(session: Session, ticket_id: int) -> Sequence[Plan]:
    """Every plan the ticket ever had, oldest first."""
    query = select(Plan).where(Plan.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Plan.id))).all()


def supersede(session: Session, ticket_id: int) -> None:
    """Proposals that nobody approved give way to a new consideration."""
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    for plan in session.exec(query):
        plan.state = PlanState.SUPERSEDED
        session.add(plan)


def halt(session: Session, ticket_id: int) -> None:
    """Approved plans are carried no further, but for those that take something back; locked
    against a worker that notes a step."""
    query = select(Plan).where(
        Plan.ticket_id == ticket_id,
        Plan.state == PlanState.APPROVED,
        col(Plan.undoes_id).is_(None),
    )
    for plan in session.exec(query.with_for_update()):
        plan.state, plan.next_try_at = PlanState.SUPERSEDED, None
        session.add(plan)


def kept_waiting(session: Session, now: datetime, *, limit: int) -> Sequence[Plan]:
    """Approved plans whose outside system was away and whose next try is due; locked,
    without those another sweep holds.
    """
    query = select(Plan).where(
        Plan.state == PlanState.APPROVED,
        col(Plan.next_try_at).is_not(None),
        col(Plan.next_try_at) <= now,
    )
    query = query.order_by(col(Plan.next_try_at)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()


def scheduled(session: Session, today: date, *, limit: int) -> Sequence[Step]:
    """Steps whose own day (WIB) has come; locked, without those another sweep holds."""
    query = select(Step).where(Step.state == StepState.SCHEDULED, col(Step.not_before) <= today)
    query = query.order_by(col(Step.not_before)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()
