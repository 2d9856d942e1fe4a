"""Plans, their steps, approvals, attempts and verifications."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Approval, Attempt, Plan, Step, Verification
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
