"""A stored verdict computed again from what was kept with it, and what comes out otherwise."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from pydantic import ValidationError

from app.resolution import keep as kept_plans
from app.resolution.conclude import conclude
from app.resolution.policy.book import is_known
from app.resolution.promise import record
from app.resolution.recorded import case_of
from app.resolution.terms import Terms
from app.resolution.verdict import PlannedStep, Verdict
from models import Lookup, Plan, Reading, Step

Part = TypeVar("Part")


class Outcome(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    RULE_GONE = "rule_gone"  # the code knows the rule no longer, or only in another version
    NOT_KEPT = "not_kept"  # a plan from before circumstances were kept


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a verdict as it was kept and as it comes out now.

    Of facts, steps and inferences only the names are told: their values may be personal.
    """

    part: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Replayed:
    plan_id: int
    rule: str
    rule_version: int
    outcome: Outcome
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan with all that was kept of it. `steps` are its rows in order: what is carried out."""

    plan: Plan
    lookup: Lookup
    reading: Reading
    steps: Sequence[Step]


def replay(kept: Kept, *, terms: Terms | None = None) -> Replayed:
    """The plan computed again; with other `terms` than it was made with, where given.

    Nothing is read but what is handed in, and nothing is changed.
    """
    plan = kept.plan
    try:
        case = case_of(plan, kept.lookup, kept.reading)
        then = kept_plans.recall(plan)
    except ValidationError:
        return unreadable(plan.id, plan.rule, plan.rule_version)
    if changed := tuple(_in_rows(kept, then)):
        # Somebody wrote into the row: whether the rule is still known no longer matters.
        return _replayed(plan, Outcome.DIFFERS, changed)
    if case is None:
        return _replayed(plan, Outcome.NOT_KEPT)
    if not is_known(plan.rule, plan.rule_version):
        return _replayed(plan, Outcome.RULE_GONE)
    now = conclude(replace(case, terms=terms) if terms else case)
    differences = tuple(_between(then, now))
    return _replayed(plan, Outcome.DIFFERS if differences else Outcome.SAME, differences)


def unreadable(plan_id: int, rule: str = "?", version: int = 0) -> Replayed:
    """Whoever wrote into the row, it is no longer what the rules had written."""
    changed = Difference("isi", "tersimpan", "tidak terbaca")
    return Replayed(plan_id, rule, version, Outcome.DIFFERS, (changed,))


def _replayed(plan: Plan, outcome: Outcome, differences: Iterable[Difference] = ()) -> Replayed:
    return Replayed(plan.id, plan.rule, plan.rule_version, outcome, tuple(differences))


def _between(then: Verdict, now: Verdict) -> Iterator[Difference]:
    """What the whole verdict says otherwise; the wording of its source may change."""
    for part, word in _WORDS.items():
        if word(then) != word(now):
            yield Difference(part, word(then), word(now))
    yield from _named("fakta", then.facts, now.facts, name=lambda each: each.name)
    yield from _named("langkah", then.steps, now.steps, name=lambda each: each.action.value)
    yield from _named("alur", then.because, now.because, name=lambda each: each.question)


def _in_rows(kept: Kept, verdict: Verdict) -> Iterator[Difference]:
    """What the columns and the steps that would be carried out say otherwise than the verdict."""
    plan = kept.plan
    columns = {
        "remedi": plan.remedy.value,
        "aturan": plan.rule,
        "versi aturan": str(plan.rule_version),
        "ketentuan": plan.source,
        "yang bertindak": plan.who_acts.value,
        "tanggal janji": _instant(plan.promised_at),
    }
    for part, in_row in columns.items():
        if in_row != _WORDS[part](verdict):
            yield Difference(f"{part} pada usulan", in_row, _WORDS[part](verdict))
    stored = tuple(_planned(each) for each in kept.steps)
    steps = verdict.steps
    yield from _named("langkah pada usulan", stored, steps, name=lambda each: each.action.value)


def _planned(step: Step) -> PlannedStep:
    return PlannedStep(
        action=step.action,
        target=step.target,
        before=record(step.before),
        after=record(step.after),
        automation=step.automation,
        undo=step.undo,
        not_before=step.not_before,
    )


def _named(
    part: str, then: Sequence[Part], now: Sequence[Part], *, name: Callable[[Part], str]
) -> Iterator[Difference]:
    """The names of those that are on one side only; a new order names both sides whole."""
    if then == now:
        return
    only_then = [name(each) for each in then if each not in now]
    only_now = [name(each) for each in now if each not in then]
    if not only_then and not only_now:
        only_then, only_now = [name(each) for each in then], [name(each) for each in now]
    yield Difference(part, ", ".join(only_then) or "–", ", ".join(only_now) or "–")


def _instant(instant: datetime | None) -> str:
    return instant.isoformat() if instant else "–"


_WORDS: dict[str, Callable[[Verdict], str]] = {
    "remedi": lambda verdict: verdict.remedy.value,
    "aturan": lambda verdict: verdict.rule,
    "versi aturan": lambda verdict: str(verdict.rule_version),
    "ketentuan": lambda verdict: verdict.source.key,
    "yang bertindak": lambda verdict: verdict.who_acts.value,
    "yang kurang": lambda verdict: ", ".join(each.value for each in verdict.missing) or "–",
    "tanggal janji": lambda verdict: _instant(verdict.promised_at),
    "mendesak": lambda verdict: "ya" if verdict.urgent else "tidak",
    "catatan": lambda verdict: verdict.note or "–",
}
