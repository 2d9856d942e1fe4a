"""A line of a list changes something only for who is operator or head where that person is now."""

from dataclasses import replace

import pytest

from app.lookup.dossier import Requester
from app.resolution.plan import plan
from app.resolution.policy import decide
from models.vocabulary import CHANGES_ACCOUNT, Category, Missing, Remedy
from tests.unit.resolution import build as b
from tests.unit.resolution.people import STAFF, deleted

NEW = (Category.NO_ACCOUNT_STAFF, STAFF)
RESTORE = (Category.ACCOUNT_DELETED, STAFF, deleted(3))


@pytest.mark.parametrize("asker", [b.OPERATOR, b.HEAD, b.OWNER], ids=lambda each: each.relation)
def test_who_answers_for_the_person_is_served(asker: Requester) -> None:
    for case, remedy in (
        (b.case(*NEW, requester=asker), Remedy.ISSUE_ACCOUNT),
        (b.case(*RESTORE, requester=asker), Remedy.RESTORE_ACCOUNT),
    ):
        assert decide(replace(case, is_listed=True)).remedy is remedy


def test_what_the_records_support_goes_to_a_person_when_anybody_else_lists_them() -> None:
    case = b.case(*NEW, requester=b.STRANGER)
    assert decide(case).remedy is Remedy.ISSUE_ACCOUNT
    listed = decide(replace(case, is_listed=True))
    assert (listed.remedy, listed.rule) == (Remedy.MANUAL_REVIEW, "list.no_authority")
    assert listed.note
    assert not {each.action for each in plan(listed, case).steps} & CHANGES_ACCOUNT


def test_access_is_asked_proof_for_when_anybody_else_lists_them() -> None:
    listed = decide(replace(b.case(*RESTORE, requester=b.STRANGER), is_listed=True))
    assert (listed.remedy, listed.rule) == (Remedy.ASK_REQUESTER, "list.no_authority")
    assert listed.missing == (Missing.PROOF_OF_REQUESTER,)


def test_what_changes_nothing_is_said_to_anybody() -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, STAFF, b.account(), requester=b.STRANGER)
    assert decide(replace(case, is_listed=True)) == decide(case)
