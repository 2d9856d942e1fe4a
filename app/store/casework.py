"""All of a ticket's plans with what was said, tried and read back, in few queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, col, select

from app.store.plans import approvals_of
from models import Approval, Attempt, Plan, Reply, Step, Verification
from models.vocabulary import PlanState, ReplyState

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Casework:
    """Rows in order of their making. Steps and approvals by plan id, the rest by step id.

    Approvals are those that count (`plans.approvals_of`).
    """

    plans: Sequence[Plan]
    steps: Mapping[int, Sequence[Step]]
    approvals: Mapping[int, Sequence[Approval]]
    attempts: Mapping[int, Sequence[Attempt]]
    verifications: Mapping[int, Sequence[Verification]]


def of_ticket(session: Session, ticket_id: int) -> Casework:
    """Every plan the ticket ever had, oldest first."""
    query = select(Plan).where(Plan.ticket_id == ticket_id)
    return of_plans(session, session.exec(query.order_by(col(Plan.id))).all())


def of_plans(session: Session, plans: Sequence[Plan]) -> Casework:
    """Those plans and no others."""
    ids = [plan.id for plan in plans]
    steps = session.exec(
        select(Step).where(col(Step.plan_id).in_(ids)).order_by(col(Step.position))
    ).all()
    step_ids = [step.id for step in steps]
    attempts = select(Attempt).where(col(Attempt.step_id).in_(step_ids)).order_by(col(Attempt.id))
    looks = select(Verification).where(col(Verification.step_id).in_(step_ids))
    return Casework(
        plans=plans,
        steps=_by((step.plan_id, step) for step in steps),
        approvals=_by((each.plan_id, each) for each in approvals_of(session, *ids)),
        attempts=_by((each.step_id, each) for each in session.exec(attempts)),
        verifications=_by(
            (each.step_id, each) for each in session.exec(looks.order_by(col(Verification.id)))
        ),
    )


def proposed_ids(session: Session, ticket_id: int) -> Sequence[int]:
    """Ids of the plans that wait for a yes, in order."""
    query = select(Plan.id).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.PROPOSED)
    return session.exec(query.order_by(col(Plan.id))).all()


def answers_count(session: Session, ticket_id: int) -> int:
    """How many answers to the requester there are, sent or not.

    Notices to owners aside, and what its author took back.
    """
    query = select(Reply.id).where(
        Reply.ticket_id == ticket_id,
        col(Reply.is_notice).is_(False),
        Reply.state != ReplyState.WITHDRAWN,
    )
    return len(session.exec(query).all())


def _by(pairs: Iterable[tuple[int, _Row]]) -> Mapping[int, Sequence[_Row]]:
    found: dict[int, list[_Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return found
