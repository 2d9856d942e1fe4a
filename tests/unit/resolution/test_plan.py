"""Which steps follow from a verdict, on which account, and whose yes they need."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.verdict import Case, PlannedStep, Verdict
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    Category,
    ExitReason,
    Jenjang,
    Peran,
    Remedy,
    StepAction,
)
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    HEAD_OF_SCHOOL,
    MOVED_UP,
    NEW,
    RESIGNED,
    STAFF,
    deleted,
)

OLD = "sariwening27@guru.smp.belajar.id"
LONG_UNUSED = b.account(last_login_at=b.at(b.days_ago(90)))


def planned(case: Case) -> Verdict:
    return plan(decide(case), case)


def actions(verdict: Verdict) -> list[StepAction]:
    return [each.action for each in verdict.steps]


def step(verdict: Verdict, action: StepAction) -> PlannedStep:
    return next(each for each in verdict.steps if each.action is action)


def test_a_rename_keeps_the_local_part() -> None:
    rename = planned(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account())).steps[0]
    assert rename.action is StepAction.RENAME_ACCOUNT
    assert rename.target == OLD
    assert rename.before["primary_email"] == OLD
    assert rename.before["no_alias"] == "sariwening27@admin.smp.belajar.id"
    assert rename.after == {"primary_email": "sariwening27@admin.smp.belajar.id", "alias": OLD}
    assert rename.automation is Automation.APPROVE


def test_a_tutor_of_kesetaraan_is_renamed_to_pendidik() -> None:
    tutor = b.teacher(b.placement(jenjang=Jenjang.KESETARAAN))
    case = b.case(
        Category.ROLE_CHANGE, tutor, b.account("sariwening27@admin.kesetaraan.belajar.id")
    )
    assert (
        planned(case).steps[0].after["primary_email"]
        == "sariwening27@pendidik.kesetaraan.belajar.id"
    )


def test_a_new_account_is_promised_to_its_person() -> None:
    create = planned(b.case(Category.NO_ACCOUNT_STAFF, STAFF)).steps[0]
    assert create.action is StepAction.CREATE_ACCOUNT
    assert create.before == {"exists": False}
    assert create.after == {
        "exists": True,
        "primary_email": create.target,
        "person_id": "ptk-0001",
        "name": "Sari Wening",
    }
    assert create.automation is Automation.APPROVE


def test_a_second_account_of_a_person_needs_two_people() -> None:
    both = b.teacher(
        b.placement(), b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, is_home=False)
    )
    case = b.case(Category.NO_ACCOUNT_STAFF, both, b.account(), npsn=("69900002",))
    create = planned(case).steps[0]
    assert create.target.endswith("@guru.sma.belajar.id")
    assert create.automation is Automation.TWO_PERSON


def test_the_old_account_goes_thirty_days_after_the_notice_and_after_the_new_one() -> None:
    old = replace(LONG_UNUSED, noticed_on=b.days_ago(10))
    verdict = planned(b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, old))
    assert actions(verdict) == [
        StepAction.CREATE_ACCOUNT,
        StepAction.NOTIFY_OWNER,
        StepAction.DELETE_ACCOUNT,
        StepAction.SEND_REPLY,
    ]
    delete = step(verdict, StepAction.DELETE_ACCOUNT)
    assert delete.not_before == b.days_ago(10) + timedelta(days=30)
    assert delete.automation is Automation.APPROVE
    assert delete.before == {"primary_email": OLD, "exists": True, "person_id": "ptk-0001"}
    assert delete.after == {"exists": False, "deleted": True}


def test_an_overdue_deletion_leaves_three_days() -> None:
    old = b.account(noticed_on=b.days_ago(50))
    verdict = planned(b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, old))
    assert step(verdict, StepAction.DELETE_ACCOUNT).not_before == b.days_ago(-3)


def test_deleting_an_account_in_use_needs_two_people() -> None:
    verdict = planned(b.case(Category.ACCOUNT_DELETED, RESIGNED, b.account(), on_behalf=True))
    delete = step(verdict, StepAction.DELETE_ACCOUNT)
    assert delete.automation is Automation.TWO_PERSON
    assert delete.not_before == b.days_ago(-30)


def test_closing_for_the_dead_ignores_the_day_of_death() -> None:
    died = b.teacher(b.placement(left_for=ExitReason.DIED, left_on=b.days_ago(60)))
    case = b.case(
        Category.ACCOUNT_DELETED, died, LONG_UNUSED, dates=(b.days_ago(60),), on_behalf=True
    )
    delete = step(planned(case), StepAction.DELETE_ACCOUNT)
    assert delete.not_before == b.days_ago(-30)
    assert delete.automation is Automation.APPROVE


def test_the_unused_of_two_accounts_is_the_one_to_go() -> None:
    second = b.account("sariwening31@guru.smp.belajar.id", last_login_at=None)
    verdict = planned(b.case(Category.DATA_CORRECTION, STAFF, b.account(), second))
    assert step(verdict, StepAction.DELETE_ACCOUNT).target == str(second.address)


def test_a_restored_account_is_read_back_as_there() -> None:
    case = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(5), requester=b.OWNER)
    undelete = planned(case).steps[0]
    assert undelete.action is StepAction.UNDELETE_ACCOUNT
    same = {"primary_email": OLD, "person_id": "ptk-0001"}
    assert undelete.before == {**same, "exists": False, "deleted": True}
    assert undelete.after == {**same, "exists": True, "deleted": False, "suspended": False}


def test_a_wrong_notice_is_taken_back() -> None:
    account = b.account(noticed_on=b.days_ago(5), deletion_on=b.days_ago(-25))
    verdict = planned(b.case(Category.DELETION_NOTICE, STAFF, account))
    cancel = verdict.steps[0]
    assert cancel.before["deletion_on"] == b.days_ago(-25).isoformat()
    assert cancel.after["deletion_on"] is None
    assert verdict.urgent
    assert verdict.promised_at == b.at(b.days_ago(-25))


def test_a_reset_needs_two_people_and_cannot_be_undone() -> None:
    account = b.account(recovery_email=None)
    case = b.case(Category.PASSWORD_RESET, STAFF, account, requester=b.OPERATOR)
    reset = planned(case).steps[0]
    assert reset.action is StepAction.RESET_PASSWORD
    assert reset.automation is Automation.TWO_PERSON
    assert reset.after["change_password"] is True
    assert reset.undo is None


def test_an_opened_account_is_read_back_as_open() -> None:
    case = b.case(
        Category.ACCOUNT_SUSPENDED,
        STAFF,
        b.account(suspended=True),
        emails=(OLD, "sari.wening@surat.example"),
        attachments=("screenshot", "ktp"),
        requester=b.OWNER,
    )
    unsuspend = planned(case).steps[0]
    assert unsuspend.action is StepAction.UNSUSPEND_ACCOUNT
    assert unsuspend.before["suspended"] is True
    assert unsuspend.after == {"exists": True, "suspended": False}


@pytest.mark.parametrize("subjects", [20, 21])
def test_more_than_twenty_at_once_need_two_people(subjects: int) -> None:
    create = planned(b.case(Category.NO_ACCOUNT_STAFF, STAFF, subjects=subjects)).steps[0]
    expected = Automation.TWO_PERSON if subjects > 20 else Automation.APPROVE
    assert create.automation is expected


def test_waiting_is_looked_at_again_on_its_day() -> None:
    verdict = planned(b.case(Category.NO_ACCOUNT_STAFF, NEW))
    again = step(verdict, StepAction.CHECK_AGAIN)
    assert again.not_before == date(2026, 11, 27)
    assert verdict.remedy is Remedy.WAIT_FOR_SYNC


def test_nothing_is_looked_at_again_where_nobody_can_promise() -> None:
    unsent = b.teacher(b.placement(sent=False))
    verdict = planned(b.case(Category.NO_ACCOUNT_STAFF, unsent))
    assert verdict.promised_at is None
    assert actions(verdict) == [StepAction.SEND_REPLY]


def test_a_follow_up_is_linked_to_the_named_report() -> None:
    case = b.case(Category.FOLLOW_UP, b.NOT_GIVEN, report_numbers=("700123",))
    assert step(planned(case), StepAction.LINK_REPORT).target == "700123"


def test_without_a_number_the_latest_report_is_meant() -> None:
    case = b.case(Category.FOLLOW_UP, b.NOT_GIVEN, history=("700123", "1000200"))
    assert step(planned(case), StepAction.LINK_REPORT).target == "1000200"


def test_the_agent_hears_that_a_named_report_is_nobody_elses_for_sure() -> None:
    theirs = b.case(
        Category.FOLLOW_UP, b.NOT_GIVEN, report_numbers=("700123",), history=("700123", "700200")
    )
    named = b.case(Category.FOLLOW_UP, b.NOT_GIVEN, report_numbers=("700123",))
    assert step(planned(theirs), StepAction.LINK_REPORT).target == "700123"
    assert planned(theirs).note == ""
    assert "tidak ada tanda lain" in planned(named).note


@pytest.mark.parametrize(
    ("changes", "is_linked"),
    [
        pytest.param({"follow_up": True, "history": ("700123",)}, True, id="asks and says no more"),
        pytest.param({"follow_up": True}, False, id="nothing earlier is theirs"),
        pytest.param({"history": ("700123",)}, False, id="does not ask after it"),
        pytest.param(
            {"follow_up": True, "history": ("700123",), "person_names": ("Sari Wening",)},
            False,
            id="names somebody",
        ),
    ],
)
def test_a_bare_follow_up_is_one_whatever_it_was_read_as(
    changes: dict[str, Any], is_linked: bool
) -> None:
    verdict = planned(b.case(Category.ACCOUNT_NOT_FOUND, b.NOT_GIVEN, **changes))
    assert (verdict.remedy is Remedy.LINK_REPORT) is is_linked


def test_a_verdict_is_planned_the_same_every_time() -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, STAFF)
    assert planned(case) == planned(case)


def test_every_change_can_be_checked_and_every_account_owner_hears() -> None:
    case = b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account())
    verdict = planned(case)
    for each in verdict.steps:
        if each.action in CHANGES_ACCOUNT:
            assert each.before
            assert each.after
    assert StepAction.NOTIFY_OWNER in actions(verdict)
    assert actions(verdict)[-1] is StepAction.SEND_REPLY


def test_the_role_of_the_new_address_is_that_of_the_record() -> None:
    head = b.teacher(b.placement(peran=Peran.ADMIN, ptk_type="20"))
    create = planned(b.case(Category.NO_ACCOUNT_STAFF, head)).steps[0]
    assert create.target.endswith("@admin.smp.belajar.id")
