"""What takes each step back, until when, and what nothing takes back."""

from dataclasses import replace
from datetime import date

import pytest

from app.resolution.undo import Carried, inverse, inverses, last_day
from models.vocabulary import CHANGES_ACCOUNT, Automation, StepAction, StepState

OLD, NEW = "sari27@guru.smp.belajar.id", "sari27@admin.smp.belajar.id"
DAY = date(2026, 11, 25)
A = StepAction
Facts = dict[str, str | bool | None]
OF_SARI: Facts = {"person_id": "ptk-1"}


def carried(action: StepAction, **changes: object) -> Carried:
    base = Carried(
        action,
        OLD,
        before={"primary_email": OLD, "exists": True, **OF_SARI},
        after={"exists": True},
        found={"exists": True},
        automation=Automation.APPROVE,
        state=StepState.DONE,
        on=DAY,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


RENAMED = carried(
    A.RENAME_ACCOUNT,
    before={"primary_email": OLD, "exists": True, "no_alias": NEW, **OF_SARI},
    after={"primary_email": NEW, "alias": OLD},
)
DONE = {
    A.CREATE_ACCOUNT: carried(
        A.CREATE_ACCOUNT, before={"exists": False}, after={"exists": True, **OF_SARI}
    ),
    A.RENAME_ACCOUNT: RENAMED,
    A.SUSPEND_ACCOUNT: carried(A.SUSPEND_ACCOUNT, after={"suspended": True}),
    A.UNSUSPEND_ACCOUNT: carried(A.UNSUSPEND_ACCOUNT, after={"suspended": False}),
    A.DELETE_ACCOUNT: carried(A.DELETE_ACCOUNT, after={"exists": False, "deleted": True}),
    A.CANCEL_DELETION: carried(
        A.CANCEL_DELETION, before={"deletion_on": "2026-12-10", **OF_SARI}, after={}
    ),
    A.UNDELETE_ACCOUNT: carried(A.UNDELETE_ACCOUNT, after={"exists": True, "deleted": False}),
    A.RESET_PASSWORD: carried(A.RESET_PASSWORD, after={"change_password": True}),
    A.NOTE_DELETION: carried(A.NOTE_DELETION, after={"deletion_on": "2026-12-10"}),
}
BACK: dict[StepAction, tuple[StepAction, Facts, Facts]] = {
    A.CREATE_ACCOUNT: (A.DELETE_ACCOUNT, {"used": False}, {"exists": False, "deleted": True}),
    A.RENAME_ACCOUNT: (
        A.RENAME_ACCOUNT,
        {"primary_email": NEW},
        {"primary_email": OLD, "no_alias": NEW},
    ),
    A.SUSPEND_ACCOUNT: (A.UNSUSPEND_ACCOUNT, {"suspended": True}, {"suspended": False}),
    A.UNSUSPEND_ACCOUNT: (A.SUSPEND_ACCOUNT, {"suspended": False}, {"suspended": True}),
    A.DELETE_ACCOUNT: (A.UNDELETE_ACCOUNT, {"deleted": True}, {"exists": True, "deleted": False}),
    A.CANCEL_DELETION: (A.NOTE_DELETION, {"deletion_on": None}, {"deletion_on": "2026-12-10"}),
    A.UNDELETE_ACCOUNT: (A.DELETE_ACCOUNT, {"exists": True}, {"exists": False, "deleted": True}),
}


def test_every_change_is_tried_here() -> None:
    assert set(DONE) == CHANGES_ACCOUNT


@pytest.mark.parametrize("action", BACK, ids=str)
def test_each_change_has_its_inverse_on_the_account_of_that_very_person(action: StepAction) -> None:
    back = inverse(DONE[action], today=DAY)
    wanted, before, after = BACK[action]
    assert back is not None
    assert back.action is wanted
    assert before.items() | OF_SARI.items() <= back.before.items()
    assert after.items() <= back.after.items()
    assert back.target == OLD
    assert back.undo is None


@pytest.mark.parametrize("action", sorted(CHANGES_ACCOUNT - set(BACK)), ids=str)
def test_nothing_takes_back_a_password_or_an_undo(action: StepAction) -> None:
    assert inverse(DONE[action], today=DAY) is None


def test_an_address_that_was_an_alias_before_is_one_again() -> None:
    was_alias: Facts = {"primary_email": OLD, "exists": True, "alias": NEW, **OF_SARI}
    back = inverse(replace(RENAMED, before=was_alias), today=DAY)
    assert back is not None
    assert back.after == {"primary_email": OLD, "alias": NEW}


@pytest.mark.parametrize(
    "changes",
    [{"was_ours": False}, {"state": StepState.REFUSED}, {"state": StepState.PLANNED}],
    ids=["there before us", "refused", "not done"],
)
def test_only_what_we_did_is_taken_back(changes: dict[str, object]) -> None:
    assert inverse(replace(RENAMED, **changes), today=DAY) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("action", "last"),
    [(A.DELETE_ACCOUNT, date(2026, 12, 14)), (A.CANCEL_DELETION, date(2026, 12, 9))],
    ids=["within 20 days of the deletion", "before the day itself"],
)
def test_some_can_be_taken_back_until_a_day(action: StepAction, last: date) -> None:
    assert last_day(DONE[action]) == last
    assert inverse(DONE[action], today=last) is not None
    assert inverse(DONE[action], today=date.fromordinal(last.toordinal() + 1)) is None


def test_a_deletion_that_has_not_come_is_called_off_whenever() -> None:
    waiting = replace(DONE[A.DELETE_ACCOUNT], state=StepState.SCHEDULED, on=None)
    back = inverse(waiting, today=date(2027, 6, 1))
    assert back is not None
    assert (back.action, back.before, back.after) == (
        A.CANCEL_DELETION,
        {"scheduled": True},
        {"scheduled": False},
    )


def test_the_last_is_taken_back_first() -> None:
    scheduled = replace(DONE[A.DELETE_ACCOUNT], state=StepState.SCHEDULED)
    steps = inverses([DONE[A.CREATE_ACCOUNT], scheduled], today=DAY)
    assert [each.action for each in steps] == [A.CANCEL_DELETION, A.DELETE_ACCOUNT]


def test_two_people_where_two_were_asked_before_or_where_use_is_unknown() -> None:
    by_two = replace(RENAMED, automation=Automation.TWO_PERSON)
    for each in (by_two, DONE[A.UNDELETE_ACCOUNT]):
        back = inverse(each, today=DAY)
        assert back is not None
        assert back.automation is Automation.TWO_PERSON
