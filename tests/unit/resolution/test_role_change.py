"""guru and admin: one row per situation the desk knows."""

from datetime import date

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, Jenjang
from tests.unit.resolution import build as b
from tests.unit.resolution.people import ADMIN, GURU, HEAD_OF_SCHOOL, RETIRED, STAFF, UNSENT, rows


@pytest.mark.parametrize(
    ("case", "rule"),
    rows(
        (
            "Dapodik shows it, told 10 days ago",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account(noticed_on=b.days_ago(10)),
                to_role=ADMIN,
            ),
            "role_change.within_14_days",
        ),
        (
            "told 14 days ago",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account(noticed_on=b.days_ago(14)),
                to_role=ADMIN,
            ),
            "role_change.after_14_days",
        ),
        (
            "told 13 days ago",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account(noticed_on=b.days_ago(13)),
                to_role=ADMIN,
            ),
            "role_change.within_14_days",
        ),
        (
            "notice day in the message",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account(),
                to_role=ADMIN,
                dates=(b.days_ago(3),),
            ),
            "role_change.within_14_days",
        ),
        (
            "effective day ahead in the message",
            b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), dates=(b.days_ago(-4),)),
            "role_change.within_14_days",
        ),
        (
            "birth date is no notice",
            b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), dates=(date(1988, 4, 2),)),
            "role_change.after_14_days",
        ),
        (
            "shown for 200 days, never told",
            b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), to_role=ADMIN),
            "role_change.after_14_days",
        ),
        (
            "shown for 14 days, never told",
            b.case(
                Category.ROLE_CHANGE,
                b.teacher(b.placement(peran=ADMIN, since=b.days_ago(14))),
                b.account(),
            ),
            "role_change.within_14_days",
        ),
        (
            "shown for 15 days, never told",
            b.case(
                Category.ROLE_CHANGE,
                b.teacher(b.placement(peran=ADMIN, since=b.days_ago(15))),
                b.account(),
            ),
            "role_change.after_14_days",
        ),
        (
            "Dapodik still says guru",
            b.case(Category.ROLE_CHANGE, STAFF, b.account(), to_role=ADMIN),
            "role_change.not_in_dapodik",
        ),
        (
            "only the old role is named",
            b.case(Category.ROLE_CHANGE, STAFF, b.account(), from_role=GURU),
            "role_change.not_in_dapodik",
        ),
        (
            "changed in Dapodik this morning",
            b.case(Category.ROLE_CHANGE, STAFF, b.account(), to_role=ADMIN, dates=(b.TODAY,)),
            "guard.changed_after_extract",
        ),
        (
            "back to teaching",
            b.case(
                Category.ROLE_CHANGE,
                STAFF,
                b.account("sariwening27@admin.smp.belajar.id", noticed_on=b.days_ago(20)),
                to_role=GURU,
            ),
            "role_change.after_14_days",
        ),
        (
            "address fits already",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account("sariwening27@admin.smp.belajar.id"),
                to_role=ADMIN,
            ),
            "role_change.already_fits",
        ),
        (
            "separate new address unused",
            b.case(
                Category.ROLE_CHANGE,
                HEAD_OF_SCHOOL,
                b.account("sariwening30@admin.smp.belajar.id", last_login_at=None),
                b.account(),
                to_role=ADMIN,
            ),
            "role_change.other_address_exists",
        ),
        (
            "kesetaraan tutor fits",
            b.case(
                Category.ROLE_CHANGE,
                b.teacher(b.placement(jenjang=Jenjang.KESETARAAN)),
                b.account("sariwening27@pendidik.kesetaraan.belajar.id"),
                to_role=GURU,
            ),
            "role_change.already_fits",
        ),
        (
            "not sent yet",
            b.case(Category.ROLE_CHANGE, UNSENT, b.account(), to_role=ADMIN),
            "guard.not_sent",
        ),
        (
            "records three days old",
            b.case(
                Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(), dapodik_as_of=b.at(b.days_ago(3))
            ),
            "guard.stale_records",
        ),
        (
            "no account at all",
            b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, to_role=ADMIN),
            "new.after_3_working_days",
        ),
        (
            "retired since",
            b.case(Category.ROLE_CHANGE, RETIRED, b.account(), to_role=ADMIN),
            "left.no_account_any_more",
        ),
        (
            "unknown at the school",
            b.case(Category.ROLE_CHANGE, b.NOBODY, to_role=ADMIN),
            "role_change.not_in_dapodik",
        ),
        (
            "pupil's account on a staff record",
            b.case(Category.ROLE_CHANGE, STAFF, b.account("sariwening27@smp.belajar.id")),
            "guard.not_entitled",
        ),
    ),
)
def test_a_change_of_role(case: Case, rule: str) -> None:
    assert decide(case).rule == rule
