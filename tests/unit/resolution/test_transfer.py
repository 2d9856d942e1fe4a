"""Moves between schools: one row per situation the desk knows."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, Jenjang
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    MOVED_UP,
    NEW_SMA,
    OLD_SD,
    PUPIL,
    RELEASED,
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
            "the old school has no record any more",
            b.case(
                Category.TRANSFER_SAME_LEVEL,
                b.teacher(b.placement(npsn=b.SMP_DAHLIA)),
                b.account(),
                schools=(b.school(), b.school(b.SMP_DAHLIA)),
            ),
            "same_jenjang.nothing_changes",
        ),
        (
            "left for good",
            b.case(Category.TRANSFER_OTHER_LEVEL, RETIRED, b.account()),
            "left.no_account_any_more",
        ),
        (
            "same jenjang, address stays",
            b.case(
                Category.TRANSFER_SAME_LEVEL,
                b.teacher(b.placement(npsn=b.SMP_DAHLIA)),
                b.account(),
                schools=(b.school(b.SMP_DAHLIA),),
            ),
            "same_jenjang.nothing_changes",
        ),
        (
            "new school not in Dapodik",
            b.case(Category.TRANSFER_SAME_LEVEL, STAFF, b.account(), npsn=("69900003",)),
            "same_jenjang.not_in_dapodik",
        ),
        (
            "new school named only",
            b.case(
                Category.TRANSFER_SAME_LEVEL,
                STAFF,
                b.account(),
                schools=(b.school(), b.school(b.SMP_DAHLIA)),
            ),
            "same_jenjang.not_in_dapodik",
        ),
        (
            "released, not yet pulled",
            b.case(Category.TRANSFER_SAME_LEVEL, RELEASED, b.account()),
            "left.correct_dapodik",
        ),
        (
            "works at a second school",
            b.case(
                Category.TRANSFER_SAME_LEVEL, b.teacher(b.placement(is_home=False)), b.account()
            ),
            "same_jenjang.second_school",
        ),
        (
            "jenjang differs after all",
            b.case(Category.TRANSFER_SAME_LEVEL, MOVED_UP, b.account(), schools=()),
            "other_jenjang.after_3_days",
        ),
        (
            "moved, account gone a week",
            b.case(Category.TRANSFER_SAME_LEVEL, STAFF, deleted(7), requester=b.OPERATOR),
            "deleted.within_20_days",
        ),
        (
            "pulled but not sent",
            b.case(Category.TRANSFER_SAME_LEVEL, UNSENT, b.account()),
            "guard.not_sent",
        ),
        (
            "claims another jenjang",
            b.case(Category.TRANSFER_SAME_LEVEL, STAFF, b.account(), to_level=Jenjang.SMA),
            "same_jenjang.not_in_dapodik",
        ),
        (
            "told two days ago",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                MOVED_UP,
                b.account(noticed_on=b.days_ago(2)),
                to_level=Jenjang.SMA,
            ),
            "other_jenjang.within_3_days",
        ),
        (
            "told three days ago",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                MOVED_UP,
                b.account(noticed_on=b.days_ago(3)),
                to_level=Jenjang.SMA,
            ),
            "other_jenjang.after_3_days",
        ),
        (
            "deletion day in the message",
            b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, b.account(), dates=(b.days_ago(-28),)),
            "other_jenjang.within_3_days",
        ),
        (
            "never told, long there",
            b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, b.account()),
            "other_jenjang.after_3_days",
        ),
        (
            "never told, came yesterday",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                b.teacher(
                    b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, since=b.days_ago(1))
                ),
                b.account(),
            ),
            "other_jenjang.within_3_days",
        ),
        (
            "Dapodik shows the old jenjang",
            b.case(Category.TRANSFER_OTHER_LEVEL, STAFF, b.account(), to_level=Jenjang.SMA),
            "other_jenjang.not_in_dapodik",
        ),
        (
            "no move to be seen anywhere",
            b.case(Category.TRANSFER_OTHER_LEVEL, STAFF, b.account()),
            "other_jenjang.not_in_dapodik",
        ),
        (
            "new account waits unused",
            b.case(
                Category.TRANSFER_OTHER_LEVEL, MOVED_UP, b.account(), NEW_SMA, to_level=Jenjang.SMA
            ),
            "other_jenjang.not_used_yet",
        ),
        (
            "new account in use",
            b.case(
                Category.TRANSFER_OTHER_LEVEL, STAFF, b.account(), OLD_SD, from_level=Jenjang.SD
            ),
            "other_jenjang.already_there",
        ),
        (
            "old account gone, new one missing",
            b.case(Category.TRANSFER_OTHER_LEVEL, MOVED_UP, deleted(4), to_level=Jenjang.SMA),
            "new.after_3_working_days",
        ),
        (
            "pupil SD to SMP",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                PUPIL,
                b.account(
                    "bagaslintang04@sd.belajar.id", person_id="pd-0001", noticed_on=b.days_ago(9)
                ),
                from_level=Jenjang.SD,
                to_level=Jenjang.SMP,
            ),
            "other_jenjang.after_3_days",
        ),
        (
            "two jenjang at once",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                b.teacher(
                    b.placement(),
                    b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, is_home=False, since=None),
                ),
                b.account(),
                to_level=Jenjang.SMA,
            ),
            "new.second_jenjang",
        ),
        (
            "support staff moves up",
            b.case(
                Category.TRANSFER_OTHER_LEVEL,
                b.teacher(b.placement(jenjang=Jenjang.SMA, peran=None)),
                b.account(),
            ),
            "new.support_staff",
        ),
        (
            "not found at the new school",
            b.case(Category.TRANSFER_OTHER_LEVEL, b.NOBODY),
            "unmatched.pull_to_school",
        ),
    ),
)
def test_a_move_between_schools(case: Case, rule: str) -> None:
    assert decide(case).rule == rule
