"""A plan that was carried out, and the plan that takes it back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from app.kit.clock import wib_day
from app.kit.errors import Refusal
from app.resolution import keep as kept_plans
from app.resolution import undo
from app.resolution.promise import record
from app.resolution.undo import Carried
from app.resolution.verdict import PlannedStep
from app.store import plans, readings
from app.store.session import Session
from models import Attempt, Plan, Step, Verification
from models.vocabulary import (
    CHANGES_ACCOUNT,
    AttemptOutcome,
    Automation,
    PlanState,
    StepAction,
    StepState,
)

_OURS = frozenset({AttemptOutcome.DONE, AttemptOutcome.RETRY})


class NothingToUndo(Refusal):
    """409: nothing of the plan can be taken back, or not any more, or it is being taken back."""

    key = "undo.nothing"


class DecideFirst(Refusal):
    """409: a proposal waits; an undo beside it would be approved with it."""

    key = "undo.decide_first"


def offered(session: Session, plan: Plan, *, today: date) -> tuple[PlannedStep, ...]:
    """The steps that would take the plan back on that WIB day; none where it is no plan to take
    back, or one that takes it back is there already."""
    if plan.undoes_id is not None or plan.state not in (PlanState.DONE, PlanState.FAILED):
        return ()
    if plans.undo_of(session, plan.id) is not None:
        return ()
    return undo.inverses(done_by(session, plan), today=today)


def done_by(session: Session, plan: Plan) -> Sequence[Carried]:
    """Its steps that change an account, in order, as they were carried out."""
    return [
        carried(
            step,
            plans.attempts_of(session, step.id),
            plans.verifications_of(session, step.id),
        )
        for step in plans.steps_of(session, plan.id)
        if step.action in CHANGES_ACCOUNT
    ]


def carried(step: Step, attempts: Iterable[Attempt], looks: Sequence[Verification]) -> Carried:
    last = looks[-1] if looks else None
    return Carried(
        action=step.action,
        target=step.target,
        before=record(step.before),
        after=record(step.after),
        found=record(last.found) if last else {},
        automation=step.automation,
        state=step.state,
        on=wib_day(last.at) if last else None,
        was_ours=any(each.outcome in _OURS for each in attempts),
    )


def propose(session: Session, plan: Plan, *, by: str, reason: str, now: datetime) -> Plan:
    """The plan that takes it back, kept; it waits for its own yes. NothingToUndo, DecideFirst."""
    if plans.proposed(session, plan.ticket_id):
        raise DecideFirst
    steps = offered(session, plan, today=wib_day(now))
    if not steps:
        raise NothingToUndo
    told = PlannedStep(StepAction.NOTIFY_OWNER, steps[0].target, {}, {}, Automation.APPROVE)
    verdict = replace(
        kept_plans.recall(plan),
        steps=(*steps, told),
        promised_at=None,
        urgent=False,
        note=f"Pembatalan diminta oleh {by}: {reason}",
    )
    back = kept_plans.keep(session, verdict, readings.lookup(session, plan.lookup_id), now=now)
    back.undoes_id = plan.id
    session.add(back)
    session.flush()
    return back


def call_off(session: Session, plan: Plan, step: Step) -> bool:
    """The deletion that stands for a later day is called off; False where it does not stand."""
    for each in plans.steps_of(session, plan.undoes_id or 0):
        if each.target == step.target and each.state is StepState.SCHEDULED:
            each.state = StepState.CANCELLED
            session.add(each)
            return True
    return False
