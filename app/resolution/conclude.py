"""The whole judgement of a case: the rule's word, its steps, and which facts carried it."""

from dataclasses import replace

from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.verdict import Case, UsedFact, Verdict
from app.resolution.without import without


def conclude(case: Case) -> Verdict:
    """The verdict with its steps. A fact is decisive when the verdict would be another without it.

    That is found by deciding again without each: nobody has to remember to mark it.
    """
    verdict = plan(decide(case), case)
    facts = tuple(replace(each, decisive=_matters(verdict, case, each)) for each in verdict.facts)
    return replace(verdict, facts=facts)


def says_the_same(one: Verdict, other: Verdict) -> bool:
    """Whether both would lead to the same acts and the same answer, whatever they rest on."""
    return _said(one) == _said(other)


def unweighed(verdict: Verdict) -> Verdict:
    """The verdict as `plan` gives it, before its facts were weighed: much quicker to reach."""
    return replace(verdict, facts=tuple(replace(each, decisive=False) for each in verdict.facts))


def _matters(verdict: Verdict, case: Case, fact: UsedFact) -> bool:
    imagined = without(case, fact)
    return not says_the_same(verdict, plan(decide(imagined), imagined))


def _said(verdict: Verdict) -> tuple[object, ...]:
    return (
        verdict.remedy,
        verdict.rule,
        verdict.who_acts,
        verdict.missing,
        verdict.promised_at,
        verdict.urgent,
        verdict.steps,
    )
