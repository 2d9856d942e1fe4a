"""Plans, their steps, approvals, attempts and verifications."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from models import Approval, Attempt, Lookup, Plan, Reading, Step, Ticket, Verification
from models.vocabulary import PlanState, StepState


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
    """One for each subject of that reading, in order."""
    query = select(Plan).where(Plan.reading_id == reading_id)
    return session.exec(query.order_by(col(Plan.subject_no), col(Plan.id))).all()


def proposed(session: Session, ticket_id: int) -> Sequence[Plan]:
    """What waits for a yes; locked, so that two colleagues cannot both decide it."""
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    return session.exec(query.order_by(col(Plan.subject_no), col(Plan.id)).with_for_update()).all()


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


def count(session: Session, since: datetime) -> int:
    """Plans made from that instant on."""
    return session.exec(select(func.count()).where(col(Plan.created_at) >= since)).one()


def with_records(
    session: Session, since: datetime, *, after: int, limit: int
) -> Sequence[tuple[Plan, Lookup, Reading, int]]:
    """Plans made from that instant on with an id above `after`, in that order.

    Each with the look-up and the reading it was made from, and the nomor laporan.
    """
    query = (
        select(Plan, Lookup, Reading, col(Ticket.number))
        .join(Lookup, col(Lookup.id) == Plan.lookup_id)
        .join(Reading, col(Reading.id) == Plan.reading_id)
        .join(Ticket, col(Ticket.id) == Plan.ticket_id)
        .where(col(Plan.created_at) >= since, col(Plan.id) > after)
    )
    return session.exec(query.order_by(col(Plan.id)).limit(limit)).all()


def approvals_of(session: Session, plan_id: int) -> Sequence[Approval]:
    query = select(Approval).where(Approval.plan_id == plan_id)
    return session.exec(query.order_by(col(Approval.id))).all()


def attempts_of(session: Session, step_id: int) -> Sequence[Attempt]:
    query = select(Attempt).where(Attempt.step_id == step_id)
    return session.exec(query.order_by(col(Attempt.id))).all()


def verifications_of(session: Session, step_id: int) -> Sequence[Verification]:
    query = select(Verification).where(Verification.step_id == step_id)
    return session.exec(query.order_by(col(Verification.id))).all()


def supersede(session: Session, ticket_id: int) -> None:
    """Proposals that nobody approved give way to a new consideration."""
    query = select(Plan).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    for plan in session.exec(query):
        plan.state = PlanState.SUPERSEDED
        session.add(plan)


def kept_waiting(session: Session, now: datetime, *, limit: int) -> Sequence[Plan]:
    """Approved plans whose outside system was away and whose next try is due."""
    query = select(Plan).where(
        Plan.state == PlanState.APPROVED,
        col(Plan.next_try_at).is_not(None),
        col(Plan.next_try_at) <= now,
    )
    return session.exec(query.order_by(col(Plan.next_try_at)).limit(limit)).all()


def scheduled(session: Session, today: date, *, limit: int) -> Sequence[Step]:
    """Steps whose own day (WIB) has come."""
    query = select(Step).where(Step.state == StepState.SCHEDULED, col(Step.not_before) <= today)
    return session.exec(query.order_by(col(Step.not_before)).limit(limit)).all()
