"""A proposal: what it rests on, what it would do, whose yes it has, and what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.resolution import keep as kept_plans
from app.resolution import promise, takeback, undo
from app.resolution.approve import yeses_needed
from app.resolution.asked import Inference
from app.resolution.verdict import Source, UsedFact
from app.store.casework import Casework
from app.web.reader import Reader
from models import Attempt, Plan, Step, Verification
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    Missing,
    PlanState,
    Remedy,
    StepAction,
    StepState,
    WhoActs,
)

_HOUR = timedelta(hours=1)
_IN_HOURS = 72


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an account, before and after; `found` is what was read back instead."""

    name: str
    before: str
    after: str
    found: str | None = None


@dataclass(frozen=True, slots=True)
class StepView:
    """`undo` is None where nothing takes the step back; such a step that changes says so.

    `undo_until` is the last day on which it can be, None where no day ends it or none is known.
    """

    action: StepAction
    target: str
    changes: tuple[Change, ...]
    automation: Automation
    state: StepState
    undo: str | None
    undo_until: date | None
    not_before: date | None
    is_change: bool
    attempts: tuple[Attempt, ...]
    looked: Verification | None


@dataclass(frozen=True, slots=True)
class UndoView:
    """What an undo would do now, in order, each with its last day; `stays` steps remain done."""

    steps: tuple[tuple[StepAction, str], ...]
    until: date | None
    stays: int


@dataclass(frozen=True, slots=True)
class FactView:
    """`age` is how old the fact was when it was used, "" where nobody knows."""

    fact: UsedFact
    value: str
    age: str


@dataclass(frozen=True, slots=True)
class Word:
    """One colleague's yes or no."""

    name: str
    yes: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanView:
    """`promised_at` is None where nobody can promise; `next_try_at` while a system is away.

    `undo` is what taking it back would do now, None where nothing can be taken back; `is_undo`
    marks a plan that itself takes another back.
    `facts` begin with the decisive ones. `because` is empty for what was decided before
    inferences were kept.
    """

    id: int
    number: int
    state: PlanState
    remedy: Remedy
    rule: str
    rule_version: int
    source: Source
    facts: tuple[FactView, ...]
    because: tuple[Inference, ...]
    missing: tuple[Missing, ...]
    who_acts: WhoActs
    promised_at: datetime | None
    note: str
    steps: tuple[StepView, ...]
    words: tuple[Word, ...]
    yeses_needed: int
    next_try_at: datetime | None
    created_at: datetime
    is_automatic: bool
    is_undo: bool
    undo: UndoView | None


def plan(row: Plan, work: Casework, *, reader: Reader, today: date) -> PlanView:
    verdict = kept_plans.recall(row)
    steps = work.steps.get(row.id, ())
    return PlanView(
        id=row.id,
        number=row.subject_no + 1,
        state=row.state,
        remedy=row.remedy,
        rule=row.rule,
        rule_version=row.rule_version,
        source=verdict.source,
        facts=tuple(
            FactView(each, reader.text(each.value), _age(each, row.created_at, reader))
            for each in sorted(verdict.facts, key=lambda each: not each.decisive)
        ),
        because=verdict.because,
        missing=verdict.missing,
        who_acts=row.who_acts,
        promised_at=row.promised_at,
        note=reader.text(verdict.note),
        steps=tuple(_step(each, work, reader) for each in steps),
        words=tuple(
            Word(reader.colleague(each.staff_id), each.yes, each.reason, each.at)
            for each in work.approvals.get(row.id, ())
        ),
        yeses_needed=yeses_needed(each.automation for each in steps),
        next_try_at=row.next_try_at,
        created_at=row.created_at,
        is_automatic=row.is_automatic,
        is_undo=row.undoes_id is not None,
        undo=_undo(row, work, reader, today),
    )


_ENDED = frozenset({PlanState.DONE, PlanState.FAILED})
_TAKING_BACK = frozenset({PlanState.PROPOSED, PlanState.APPROVED, PlanState.DONE})


def _undo(row: Plan, work: Casework, reader: Reader, today: date) -> UndoView | None:
    """None too while another proposal waits: it is decided first."""
    if row.undoes_id is not None or row.state not in _ENDED:
        return None
    if any(each.state is PlanState.PROPOSED for each in work.plans) or any(
        each.undoes_id == row.id and each.state in _TAKING_BACK for each in work.plans
    ):
        return None
    done = [_carried(step, work) for step in work.steps.get(row.id, ())]
    changes = [each for each in done if each.action in CHANGES_ACCOUNT and each.was_ours]
    back = undo.inverses(changes, today=today)
    if not back:
        return None
    days = [day for each in changes if (day := undo.last_day(each)) is not None and day >= today]
    touched = sum(each.state in (StepState.DONE, StepState.SCHEDULED) for each in changes)
    return UndoView(
        steps=tuple((each.action, reader.mail(each.target)) for each in back),
        until=min(days, default=None),
        stays=touched - len(back),
    )


def _carried(step: Step, work: Casework) -> undo.Carried:
    return takeback.carried(
        step, work.attempts.get(step.id, ()), work.verifications.get(step.id, ())
    )


def _age(fact: UsedFact, used_at: datetime, reader: Reader) -> str:
    if fact.as_of is None:
        return ""
    hours = (used_at - fact.as_of) // _HOUR
    if hours < 1:
        return reader.say("proof.minutes")
    if hours < _IN_HOURS:
        return reader.say("proof.hours", number=hours)
    return reader.say("proof.days", number=hours // 24)


def _step(step: Step, work: Casework, reader: Reader) -> StepView:
    looks = work.verifications.get(step.id, ())
    looked = looks[-1] if looks else None
    return StepView(
        action=step.action,
        target=reader.mail(step.target) if "@" in step.target else step.target,
        changes=tuple(_changes(step, looked, reader)),
        automation=step.automation,
        state=step.state,
        undo=step.undo,
        undo_until=undo.last_day(_carried(step, work)),
        not_before=step.not_before,
        is_change=step.action in CHANGES_ACCOUNT,
        attempts=tuple(work.attempts.get(step.id, ())),
        looked=looked,
    )


def _changes(step: Step, looked: Verification | None, reader: Reader) -> Iterator[Change]:
    """The fields that become something else; where the read-back disagrees, what it showed."""
    before, after = promise.record(step.before), promise.promised(step.after)
    found = promise.record(looked.found) if looked is not None else {}
    wrong = set(promise.differences(after, found)) if looked is not None else set()
    for key in after:
        if before.get(key) == after[key] and key in before and key not in wrong:
            continue
        yield Change(
            name=reader.say(f"step.{key}") if f"step.{key}" in _NAMED else key,
            before=_value(key, before, reader),
            after=_value(key, after, reader),
            found=_value(key, found, reader) if key in wrong else None,
        )


_NAMED = frozenset(f"step.{key}" for key in promise.LABELS)


def _value(key: str, kept: Mapping[str, promise.Fact], reader: Reader) -> str:
    value = kept.get(key)
    match value:
        case None:
            return "–"
        case bool():
            return reader.say("records.yes" if value else "records.no")
        case _ if key == "deletion_on":
            return _day(value, reader)
        case _ if key == "person_id":
            return reader.say("step.that_person", id=value[:8])
        case _:
            return reader.mail(value) if "@" in value else value


def _day(value: str, reader: Reader) -> str:
    """A day as a letter writes it; anything else as it is."""
    try:
        return reader.day(date.fromisoformat(value))
    except ValueError:
        return value
