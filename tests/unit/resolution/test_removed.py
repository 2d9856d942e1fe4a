"""Accounts deleted, announced to be, or asked to be: one row per situation the desk knows."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, ExitReason, Jenjang
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    HEAD_OF_SCHOOL,
    MOVED_UP,
    NEW_SMA,
    RELEASED,
    RESIGNED,
    RETIRED,
    STAFF,
    UNSENT,
    deleted,
    rows,
)


@pytest.mark.parametrize(
    ("case", "rule"),
    rows(
        (
            "deleted one, a new one waits unused",
            b.case(
                Category.ACCOUNT_DELETED,
                STAFF,
                deleted(3),
                b.account("sariwening31@guru.smp.belajar.id", last_login_at=None),
            ),
            "new.not_used_yet",
        ),
        (
            "deleted 19 days ago, owner asks",
            b.case(Category.ACCOUNT_DELETED, STAFF, deleted(19), requester=b.OWNER),
            "deleted.within_20_days",
        ),
        (
            "deleted 20 days ago, owner asks",
            b.case(Category.ACCOUNT_DELETED, STAFF, deleted(20), requester=b.OWNER),
            "deleted.within_20_days",
        ),
        (
            "deleted 21 days ago",
            b.case(Category.ACCOUNT_DELETED, STAFF, deleted(21), requester=b.OWNER),
            "deleted.after_20_days",
        ),
        (
            "deleted, stranger asks",
            b.case(Category.ACCOUNT_DELETED, STAFF, deleted(3)),
            "guard.not_verified",
        ),
        (
            "no trace of an account",
            b.case(Category.ACCOUNT_DELETED, STAFF),
            "new.after_3_working_days",
        ),
        (
            "no trace, day unknown",
            b.case(Category.ACCOUNT_DELETED, b.teacher(b.placement(since=None))),
            "deleted.never_was",
        ),
        (
            "retired and deleted",
            b.case(Category.ACCOUNT_DELETED, RETIRED, deleted(3)),
            "left.no_account_any_more",
        ),
        (
            "resigned and deleted",
            b.case(Category.ACCOUNT_DELETED, RESIGNED, deleted(3)),
            "left.no_account_any_more",
        ),
        (
            "close it, he resigned",
            b.case(Category.ACCOUNT_DELETED, RESIGNED, b.account(), on_behalf=True),
            "deleted.close_on_request",
        ),
        (
            "close it, the exit was not sent",
            b.case(
                Category.ACCOUNT_DELETED,
                b.teacher(b.placement(left_for=ExitReason.RESIGNED, sent=False)),
                b.account(),
                on_behalf=True,
            ),
            "guard.not_sent",
        ),
        (
            "close it, but Dapodik has him",
            b.case(Category.ACCOUNT_DELETED, STAFF, b.account(), on_behalf=True),
            "deleted.close_not_in_dapodik",
        ),
        (
            "says deleted, works",
            b.case(Category.ACCOUNT_DELETED, STAFF, b.account()),
            "new.already_there",
        ),
        (
            "deleted while between schools",
            b.case(Category.ACCOUNT_DELETED, RELEASED, deleted(3)),
            "left.correct_dapodik",
        ),
        (
            "shut, not deleted",
            b.case(Category.ACCOUNT_DELETED, STAFF, b.account(suspended=True)),
            "suspended.evidence_missing",
        ),
        (
            "moved up, old account deleted",
            b.case(Category.ACCOUNT_DELETED, MOVED_UP, deleted(4)),
            "new.after_3_working_days",
        ),
        ("record gone", b.case(Category.ACCOUNT_DELETED, b.NOBODY), "unmatched.record_gone"),
        (
            "not sent",
            b.case(Category.ACCOUNT_DELETED, UNSENT, deleted(4), requester=b.OWNER),
            "guard.not_sent",
        ),
        (
            "notice, nothing changed",
            b.case(
                Category.DELETION_NOTICE,
                STAFF,
                b.account(noticed_on=b.days_ago(5), deletion_on=b.days_ago(-25)),
            ),
            "notice.wrong",
        ),
        (
            "notice for a second jenjang in use",
            b.case(
                Category.DELETION_NOTICE,
                b.teacher(b.placement(), b.placement(jenjang=Jenjang.SMA, is_home=False)),
                b.account("sariwening31@guru.sma.belajar.id"),
            ),
            "notice.wrong",
        ),
        (
            "notice, left in Dapodik",
            b.case(Category.DELETION_NOTICE, RESIGNED, b.account()),
            "notice.left_in_dapodik",
        ),
        (
            "notice, school closed",
            b.case(
                Category.DELETION_NOTICE,
                STAFF,
                b.account(),
                schools=(b.school(closed_on=b.days_ago(9)),),
            ),
            "left.school_closed",
        ),
        (
            "notice, moved up, new one in use",
            b.case(
                Category.DELETION_NOTICE,
                MOVED_UP,
                b.account("sariwening31@guru.sma.belajar.id"),
                b.account(),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "notice.old_jenjang",
        ),
        (
            "notice, moved up, new one unused",
            b.case(
                Category.DELETION_NOTICE,
                MOVED_UP,
                NEW_SMA,
                b.account(),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "other_jenjang.not_used_yet",
        ),
        (
            "notice, moved up, none yet",
            b.case(Category.DELETION_NOTICE, MOVED_UP, b.account(noticed_on=b.days_ago(1))),
            "other_jenjang.within_3_days",
        ),
        (
            "notice of the role change",
            b.case(Category.DELETION_NOTICE, HEAD_OF_SCHOOL, b.account(noticed_on=b.days_ago(4))),
            "role_change.within_14_days",
        ),
        (
            "notice, old role address beside the new",
            b.case(
                Category.DELETION_NOTICE,
                HEAD_OF_SCHOOL,
                b.account("sariwening30@admin.smp.belajar.id"),
                b.account(),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "notice.second_account",
        ),
        (
            "notice, already gone",
            b.case(Category.DELETION_NOTICE, STAFF, deleted(2), requester=b.HEAD),
            "deleted.within_20_days",
        ),
        (
            "notice, record gone",
            b.case(Category.DELETION_NOTICE, b.NOBODY),
            "unmatched.record_gone",
        ),
        (
            "notice, records old",
            b.case(Category.DELETION_NOTICE, STAFF, b.account(), dapodik_as_of=b.at(b.days_ago(4))),
            "guard.stale_records",
        ),
    ),
)
def test_a_removed_or_threatened_account(case: Case, rule: str) -> None:
    assert decide(case).rule == rule


@pytest.mark.parametrize(("days", "urgent"), [(3, False), (16, False), (17, True), (20, True)])
def test_the_last_days_to_restore_are_urgent(days: int, urgent: bool) -> None:
    case = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(days), requester=b.OWNER)
    assert decide(case).urgent is urgent
