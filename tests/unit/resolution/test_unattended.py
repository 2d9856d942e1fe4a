"""Which proposals may be carried out without a person, and which rules never."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from app.reading.facts import Facets, Facts, Understanding
from app.resolution.plan import plan
from app.resolution.policy import RULES, decide
from app.resolution.policy.common import HANDS_OVER_ACCESS
from app.resolution.terms import PUBLISHED
from app.resolution.unattended import NEVER, Never, Proposal, may_go_unseen
from app.resolution.verdict import Case
from models.vocabulary import Automation, Category, Decision, Remedy, System
from tests.unit.resolution import build as b
from tests.unit.resolution.people import HEAD_OF_SCHOOL
from tests.unit.resolution.strategies import cases
from tests.unit.resolution.test_properties import PATIENT

READ = Understanding(Facts(), Facets(), (), Category.ROLE_CHANGE, 0.99, Decision.AUTO)
CASE = b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), requester=b.OWNER)
DUE = plan(decide(CASE), CASE)


def proposal(**changes: Any) -> Proposal:
    base = Proposal(READ, (CASE.dossier,), (DUE,), is_instructed=False, is_fresh=True)
    return replace(base, **changes)


def test_a_clear_case_may_go_unseen() -> None:
    assert DUE.rule == "role_change.after_14_days"
    assert may_go_unseen(proposal())


BY_TWO = replace(
    DUE, steps=tuple(replace(each, automation=Automation.TWO_PERSON) for each in DUE.steps)
)


@pytest.mark.parametrize(
    "changes",
    [
        {"is_instructed": True},
        {"is_fresh": False},
        {"understanding": replace(READ, decision=Decision.SUGGEST)},
        {"verdicts": (DUE, DUE), "dossiers": (CASE.dossier, CASE.dossier)},
        {"dossiers": (replace(CASE.dossier, match=b.ambiguous(b.teacher())),)},
        {"dossiers": (replace(CASE.dossier, match=b.NOT_GIVEN),)},
        {"dossiers": (replace(CASE.dossier, requester=b.STRANGER),)},
        {"dossiers": (replace(CASE.dossier, unavailable=(System.DAPODIK,)),)},
        {"verdicts": (BY_TWO,)},
        {"verdicts": (replace(DUE, rule="deleted.within_20_days"),)},
        {"verdicts": (replace(DUE, remedy=Remedy.RESET_PASSWORD),)},
        {"verdicts": (replace(DUE, remedy=Remedy.MANUAL_REVIEW),)},
    ],
    ids=[
        "speaks to a machine",
        "old records",
        "not sure what it is about",
        "two people",
        "who is meant",
        "nobody meant",
        "a stranger asks",
        "a system was away",
        "two yeses",
        "a rule that never may",
        "hands over access",
        "for a person",
    ],
)
def test_anything_doubtful_goes_to_a_person(changes: dict[str, Any]) -> None:
    assert not may_go_unseen(proposal(**changes))


def test_an_answer_that_changes_nothing_needs_no_verified_requester() -> None:
    told = replace(DUE, remedy=Remedy.INFORM, steps=())
    stranger = replace(CASE.dossier, requester=b.STRANGER)
    assert may_go_unseen(proposal(verdicts=(told,), dossiers=(stranger,), is_fresh=False))


def test_the_list_names_rules_of_the_book() -> None:
    assert set(NEVER) <= set(RULES)


@given(cases())
@settings(PATIENT, max_examples=200)
def test_rules_that_need_people_are_listed_with_the_right_reason(case: Case) -> None:
    judged = plan(decide(case), case)
    why = NEVER.get(judged.rule)
    # Another version of such a rule may hand nothing over, or know an answer.
    assert judged.remedy not in HANDS_OVER_ACCESS or why is Never.HANDS_OVER
    if case.terms == PUBLISHED:
        assert judged.remedy is Remedy.MANUAL_REVIEW or why is not Never.FOR_A_PERSON
    assert judged.remedy is not Remedy.MANUAL_REVIEW or why is not None
    if case.dossier.person is not None and case.category is not None:
        assert why is not Never.NOBODY_KNOWN
