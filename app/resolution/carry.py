"""An approved plan, step by step: what is owed now, done once, written down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.kit.backoff import next_try
from app.lookup.asking import Asked
from app.lookup.dossier import STALE_AFTER, Person
from app.lookup.ports import Accounts, Dapodik, LookupUnavailable
from app.resolution import execute, recheck
from app.resolution.execute import Performed
from app.resolution.grounds import OUTDATED, Grounds, is_outdated
from app.resolution.ports import AccountAdmin, AdminUnavailable, NotYetSeen
from app.resolution.promise import SCHEDULED, record
from app.store import plans
from app.store.session import Session
from models import Attempt, Plan, Step, Verification
from models.vocabulary import (
    CHANGES_ACCOUNT,
    AttemptOutcome,
    PlanState,
    StepAction,
    StepState,
    System,
)

# Longer than a step takes: a worker that is silent for so long is taken for dead.
LEASE = timedelta(minutes=2)
# What is left of it is for the act: nobody else may take the step over in the midst of that.
LOOKS_FOR_AT_MOST = timedelta(minutes=1)
_SOON = timedelta(seconds=20)  # a change that was accepted shows within seconds, mostly
CALLED_OFF = Performed(
    StepState.DONE,
    AttemptOutcome.DONE,
    "Penghapusan terjadwal dibatalkan; tidak ada yang berubah di direktori.",
    agrees=True,
    found={SCHEDULED: False},
)
NOT_STANDING = execute.refused("Penghapusan itu tidak lagi terjadwal, jadi tidak dapat dibatalkan.")


@dataclass(frozen=True, slots=True)
class Systems:
    """What a step is carried out with."""

    admin: AccountAdmin
    dapodik: Dapodik
    accounts: Accounts


def owed_steps(session: Session, plan: Plan) -> Sequence[Step]:
    """The changes still to be made, in order; none when the plan is not approved."""
    if plan.state is not PlanState.APPROVED:
        return ()
    return [
        step
        for step in plans.steps_of(session, plan.id)
        if step.action in CHANGES_ACCOUNT and step.state is StepState.PLANNED
    ]


def is_our_own(step: Step) -> bool:
    """Whether the step is done within our own books, and no system is asked."""
    return SCHEDULED in record(step.after)


def perform(
    step: Step,
    plan: Plan,
    *,
    outside: Systems,
    grounds: Grounds | None = None,
    now: datetime,
    on_access: Callable[[Asked], None] = lambda _asked: None,
) -> Performed:
    """Do one step and read it back. Raises AdminUnavailable, NotYetSeen or LookupUnavailable.

    Last before the act both systems are asked again: an account is changed only where the rules
    would plan that very step today, and deleted on its day only where nothing rests on it any
    more. Records that are old by now count as a system that is away. What takes a change of ours
    back rests on what was read back then, and not on the records.
    """

    def forbids() -> Performed | None:
        if plan.undoes_id is not None:
            return None
        if step.action is StepAction.DELETE_ACCOUNT:
            reason = _objection(step, outside, now)
            return execute.refused(reason) if reason else None
        if grounds is None or not _is_outdated(step, grounds, outside, now, on_access):
            return None
        return execute.refused(OUTDATED, anew=execute.CHANGED)

    return execute.perform(step, outside.admin, now=now, since=plan.created_at, forbids=forbids)


def _is_outdated(
    step: Step,
    grounds: Grounds,
    outside: Systems,
    now: datetime,
    on_access: Callable[[Asked], None],
) -> bool:
    dapodik, accounts = outside.dapodik, outside.accounts
    return is_outdated(
        step, grounds, dapodik=dapodik, accounts=accounts, now=now, on_access=on_access
    )


def _objection(step: Step, outside: Systems, now: datetime) -> str | None:
    account = outside.admin.state(step.target)
    if account is None or not account.is_live:
        return None
    owner = account.person_id
    people = outside.dapodik.people_with(owner) if owner else ()
    _must_be_fresh(people, outside.dapodik, now)
    others = [
        each
        for each in (outside.accounts.of_person(owner) if owner else ())
        if each.account_id != account.account_id
    ]
    return recheck.objection(step.target, people, others)


def _must_be_fresh(people: Sequence[Person], dapodik: Dapodik, now: datetime) -> None:
    """Raises LookupUnavailable where any school of theirs shows records of more than 48 hours."""
    for npsn in {placement.npsn for person in people for placement in person.placements}:
        school = dapodik.school(npsn)
        if school is not None and now - school.as_of > STALE_AFTER:
            raise LookupUnavailable(System.DAPODIK, "records older than 48 hours")


def must_wait(step: Step, today: date) -> bool:
    """Whether the step's own day (WIB) is still to come."""
    return step.not_before is not None and step.not_before > today


def schedule(session: Session, step: Step) -> None:
    """The sweep starts it on its day."""
    step.state = StepState.SCHEDULED
    session.add(step)


def resume(session: Session, plan: Plan, step: Step) -> None:
    """A scheduled step's day has come."""
    step.state, plan.state = StepState.PLANNED, PlanState.APPROVED
    plan.tries += 1
    session.add_all([step, plan])


def note(session: Session, plan: Plan, step: Step, done: Performed, *, now: datetime) -> bool:
    """Write down what came of a step; False, and the plan FAILED, when it did not come true."""
    step.state, step.claimed_until = done.state, None
    session.add_all(
        [step, Attempt(step_id=step.id, outcome=done.outcome, detail=done.detail, at=now)]
    )
    if done.agrees is not None:
        session.add(
            Verification(step_id=step.id, agrees=done.agrees, found=dict(done.found), at=now)
        )
    if done.state is StepState.DONE:
        return True
    plan.state = PlanState.FAILED
    session.add(plan)
    return False


def postpone(
    session: Session,
    plan: Plan,
    step: Step,
    error: AdminUnavailable | LookupUnavailable,
    *,
    now: datetime,
) -> datetime:
    """A system was away, or shows late what it did: the plan is tried again later.

    Since when the step has been kept waiting.
    """
    attempts = plans.attempts_of(session, step.id)
    failed = sum(each.outcome is AttemptOutcome.RETRY for each in attempts) + 1
    plan.tries += 1
    plan.next_try_at = next_try(failed, now)
    if isinstance(error, NotYetSeen):
        step.accepted_at = step.accepted_at or now
        plan.next_try_at = now + _SOON
    elif isinstance(error, AdminUnavailable) and error.retry_after is not None:
        plan.next_try_at = max(plan.next_try_at, now + timedelta(seconds=error.retry_after))
    step.claimed_until = None
    session.add_all(
        [
            step,
            plan,
            Attempt(step_id=step.id, outcome=AttemptOutcome.RETRY, detail=str(error), at=now),
        ]
    )
    return waiting_since(attempts) or now


def waiting_since(attempts: Sequence[Attempt]) -> datetime | None:
    """When the tries began that nothing came of yet."""
    since: datetime | None = None
    for each in attempts:
        since = (since or each.at) if each.outcome is AttemptOutcome.RETRY else None
    return since


def take_up_again(session: Session, plan: Plan) -> None:
    """A plan that failed is carried on under the yeses it has: what was refused is owed again."""
    for step in plans.steps_of(session, plan.id):
        if step.state in (StepState.REFUSED, StepState.DIFFERED):
            step.state, step.accepted_at = StepState.PLANNED, None
            session.add(step)
    plan.state, plan.next_try_at = PlanState.APPROVED, None
    plan.tries += 1
    session.add(plan)


def finish(session: Session, plan: Plan) -> None:
    """Every change of today came true: the rest of the plan is words, and the plan is DONE."""
    for step in plans.steps_of(session, plan.id):
        if step.action not in CHANGES_ACCOUNT and step.state is StepState.PLANNED:
            step.state = StepState.DONE
            session.add(step)
    plan.state, plan.next_try_at = PlanState.DONE, None
    session.add(plan)


def links(session: Session, plan: Plan) -> Sequence[int]:
    """Earlier reports (nomor laporan) that this one belongs to."""
    return [
        int(step.target)
        for step in plans.steps_of(session, plan.id)
        if step.action is StepAction.LINK_REPORT and step.target.isdigit()
    ]
