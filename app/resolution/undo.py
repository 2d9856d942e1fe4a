"""How each step is taken back, until when, and by what: the inverse of what was done.

The inverse requires what was read back after the step, so it never overwrites what somebody
changed since; it promises what was there before.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.resolution.promise import ALIAS, NO_ALIAS, SCHEDULED, Fact, promised
from app.resolution.terms import PUBLISHED
from app.resolution.verdict import PlannedStep
from models.vocabulary import Automation, StepAction, StepState

RESTORABLE = timedelta(days=PUBLISHED.restorable_days)
_TWO = Automation.TWO_PERSON


@dataclass(frozen=True, slots=True)
class Carried:
    """A step of ours, with what was read back. `on` is the WIB day on which it was done.

    `was_ours` is False where the promise held before we acted: then there is nothing of ours to
    take back.
    """

    action: StepAction
    target: str
    before: Mapping[str, Fact]
    after: Mapping[str, Fact]
    found: Mapping[str, Fact]
    automation: Automation
    state: StepState
    on: date | None = None
    was_ours: bool = True


def inverses(carried: Sequence[Carried], *, today: date) -> tuple[PlannedStep, ...]:
    """What takes the others back, last first; what nothing takes back is left out."""
    found = (inverse(each, today=today) for each in reversed(carried))
    return tuple(each for each in found if each is not None)


def inverse(carried: Carried, *, today: date) -> PlannedStep | None:
    """The step that takes this one back; None where nothing can, or not any more."""
    if carried.state is StepState.SCHEDULED:
        return _called_off(carried)
    if carried.state is not StepState.DONE or not carried.was_ours:
        return None
    until = last_day(carried)
    make = _INVERSE.get(carried.action)
    if make is None or (until is not None and today > until):
        return None
    return make(carried)


def last_day(carried: Carried) -> date | None:
    """The last WIB day on which the step can be taken back; None where no day ends it."""
    match carried.action:
        case StepAction.DELETE_ACCOUNT if carried.state is StepState.DONE and carried.on:
            return carried.on + RESTORABLE - timedelta(days=1)
        case StepAction.CANCEL_DELETION:
            return _day_before(carried.before.get("deletion_on"))
        case _:
            return None


def _step(
    carried: Carried,
    action: StepAction,
    *,
    before: Mapping[str, Fact],
    after: Mapping[str, Fact],
    target: str | None = None,
) -> PlannedStep:
    """`before` on top of what was read back and whose account it is."""
    return PlannedStep(
        action=action,
        target=target or carried.target,
        before={**_whose(carried), **dict(before)},
        after=dict(after),
        automation=carried.automation,
    )


def _renamed_back(carried: Carried) -> PlannedStep:
    """The old address again; the new one is no alias, unless it was one before."""
    was, now = promised(dict(carried.before)), promised(dict(carried.after))
    old, new = was.get("primary_email"), now.get("primary_email")
    kept = {ALIAS: new} if was.get(ALIAS) == new else {NO_ALIAS: new}
    return _step(
        carried,
        StepAction.RENAME_ACCOUNT,
        before={"primary_email": new, "exists": True},
        after={"primary_email": old, **kept},
        target=str(old),
    )


def _deleted_if_unused(carried: Carried) -> PlannedStep:
    return _step(
        carried,
        StepAction.DELETE_ACCOUNT,
        before={"primary_email": carried.target, "exists": True, "used": False},
        after={"exists": False, "deleted": True},
    )


def _deleted_again(carried: Carried) -> PlannedStep:
    """By two people: nobody knows whether the owner has used it since."""
    step = _step(
        carried,
        StepAction.DELETE_ACCOUNT,
        before={"exists": True},
        after={"exists": False, "deleted": True},
    )
    return _by_two(step)


def _undeleted(carried: Carried) -> PlannedStep:
    return _step(
        carried,
        StepAction.UNDELETE_ACCOUNT,
        before={"exists": False, "deleted": True},
        after={**_whose(carried), "exists": True, "deleted": False},
    )


def _suspended(carried: Carried) -> PlannedStep:
    return _step(
        carried,
        StepAction.SUSPEND_ACCOUNT,
        before={"exists": True, "suspended": False},
        after={"exists": True, "suspended": True},
    )


def _unsuspended(carried: Carried) -> PlannedStep:
    return _step(
        carried,
        StepAction.UNSUSPEND_ACCOUNT,
        before={"exists": True, "suspended": True},
        after={"exists": True, "suspended": False},
    )


def _noted_again(carried: Carried) -> PlannedStep:
    return _step(
        carried,
        StepAction.NOTE_DELETION,
        before={"exists": True, "deletion_on": None},
        after={"exists": True, "deletion_on": carried.before.get("deletion_on")},
    )


def _called_off(carried: Carried) -> PlannedStep:
    """A deletion of ours that has not come yet: nothing in the directory changes."""
    return PlannedStep(
        action=StepAction.CANCEL_DELETION,
        target=carried.target,
        before={SCHEDULED: True},
        after={SCHEDULED: False},
        automation=carried.automation,
    )


def _whose(carried: Carried) -> dict[str, Fact]:
    owner = carried.after.get("person_id") or carried.before.get("person_id")
    return {"person_id": owner} if owner else {}


def _by_two(step: PlannedStep) -> PlannedStep:
    return PlannedStep(step.action, step.target, step.before, step.after, automation=_TWO)


def _day_before(text: Fact) -> date | None:
    try:
        return date.fromisoformat(str(text)) - timedelta(days=1)
    except ValueError:
        return None


_INVERSE: Mapping[StepAction, Callable[[Carried], PlannedStep]] = {
    StepAction.CREATE_ACCOUNT: _deleted_if_unused,
    StepAction.RENAME_ACCOUNT: _renamed_back,
    StepAction.SUSPEND_ACCOUNT: _unsuspended,
    StepAction.UNSUSPEND_ACCOUNT: _suspended,
    StepAction.DELETE_ACCOUNT: _undeleted,
    StepAction.CANCEL_DELETION: _noted_again,
    StepAction.UNDELETE_ACCOUNT: _deleted_again,
}
# Left out on purpose: nobody knows the password that was reset.
