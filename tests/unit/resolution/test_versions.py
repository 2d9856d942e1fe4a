"""Rules that can go the other way: the usual version, and the one a draft may choose."""

from dataclasses import replace

import pytest

from app.lookup.dossier import Account
from app.resolution.plan import plan
from app.resolution.policy import RULES, decide
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Verdict
from models.vocabulary import Automation, Category, ExitReason, Peran, Remedy, StepAction
from tests.unit.resolution import build as b
from tests.unit.resolution.people import MOVED_UP, NEW, STAFF, SUPPORT, deleted

LATELY_HEAD = b.teacher(b.placement(peran=Peran.ADMIN, ptk_type="20", since=b.days_ago(2)))


def judged(case: Case, rule: str, version: int = 2) -> Verdict:
    other = replace(case, terms=Terms(versions=((rule, version),)))
    return plan(decide(other), other)


def changes(verdict: Verdict) -> list[StepAction]:
    return [
        each.action
        for each in verdict.steps
        if each.action not in (StepAction.NOTIFY_OWNER, StepAction.SEND_REPLY)
    ]


def test_without_a_notice_the_role_may_follow_at_once() -> None:
    rule = "role_change.after_14_days"
    case = b.case(Category.ROLE_CHANGE, LATELY_HEAD, b.account())
    assert decide(case).rule == "role_change.within_14_days"
    other = judged(case, rule)
    assert (other.remedy, other.rule_version) == (Remedy.RENAME_ACCOUNT, 2)
    assert other.source.key == "sync.check_dapodik_first"


def test_a_notice_is_waited_for_in_either_version() -> None:
    noticed = b.account(noticed_on=b.days_ago(2))
    case = b.case(Category.ROLE_CHANGE, LATELY_HEAD, noticed)
    assert judged(case, "role_change.after_14_days").rule == "role_change.within_14_days"


def test_after_a_move_the_old_account_may_be_left_alone() -> None:
    rule = "other_jenjang.after_3_days"
    case = b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, b.account(noticed_on=b.days_ago(10)))
    usual = plan(decide(case), case)
    assert changes(usual) == [StepAction.CREATE_ACCOUNT, StepAction.DELETE_ACCOUNT]
    other = judged(case, rule)
    assert (other.rule, other.remedy) == (rule, Remedy.ISSUE_ACCOUNT)
    assert changes(other) == [StepAction.CREATE_ACCOUNT]
    # Two accounts of one person, for a while.
    assert other.steps[0].automation is Automation.TWO_PERSON


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        pytest.param((), "admin.smp.belajar.id", id="never had one"),
        pytest.param((deleted(300),), "admin.smp.belajar.id", id="had one long ago"),
    ],
)
def test_support_staff_may_get_an_account_of_an_admin(
    accounts: tuple[Account, ...], expected: str
) -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, SUPPORT, *accounts)
    assert decide(case).remedy is Remedy.MANUAL_REVIEW
    other = judged(case, "new.support_staff")
    assert changes(other) == [StepAction.CREATE_ACCOUNT]
    assert other.steps[0].target.endswith(f"@{expected}")
    if not accounts:
        assert (other.rule, other.rule_version) == ("new.support_staff", 2)


def test_new_support_staff_wait_like_anybody() -> None:
    lately = b.teacher(b.placement(peran=None, ptk_type="42", since=b.days_ago(1)))
    case = b.case(Category.NO_ACCOUNT_STAFF, lately)
    assert judged(case, "new.support_staff").rule == "new.within_3_working_days"


def test_support_staff_who_hold_an_account_keep_it_in_either_version() -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, SUPPORT, b.account())
    assert judged(case, "new.support_staff").remedy is Remedy.KEEP_ACCOUNT


def test_a_deleted_account_may_be_replaced_instead_of_restored() -> None:
    rule = "deleted.within_20_days"
    case = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(5))
    assert judged(case, rule, 1).rule == "guard.not_verified"
    other = judged(case, rule)
    assert (other.rule, other.remedy) == (rule, Remedy.ISSUE_ACCOUNT)
    assert other.steps[0].target != str(case.dossier.accounts[0].address)


def test_nothing_is_issued_for_who_left_in_either_version() -> None:
    left = b.teacher(b.placement(left_for=ExitReason.RETIRED, left_on=b.days_ago(9)))
    case = b.case(Category.ACCOUNT_DELETED, left, deleted(5))
    assert judged(case, "deleted.within_20_days").remedy is Remedy.INFORM


@pytest.mark.parametrize("days", [0, 5, 30])
def test_a_number_of_the_terms_moves_the_promise(days: int) -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, NEW)
    verdict = decide(replace(case, terms=Terms(new_account_after_working_days=days)))
    assert (verdict.remedy is Remedy.ISSUE_ACCOUNT) is (days == 0)
    assert f"{days} hari kerja" in verdict.source.statement


def test_a_version_that_is_not_in_the_book_is_the_usual_one() -> None:
    case = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(5), requester=b.OWNER)
    verdict = judged(case, "deleted.within_20_days", 77)
    assert verdict.rule_version == RULES["deleted.within_20_days"].version
    assert verdict.remedy is Remedy.RESTORE_ACCOUNT
