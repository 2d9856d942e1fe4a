"""Nobody has the account yet: one row per situation the desk knows."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, Jenjang, System
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    HEAD_OF_SCHOOL,
    MOVED_UP,
    NEW,
    PUPIL,
    RELEASED,
    RETIRED,
    STAFF,
    SUPPORT,
    UNSENT,
    UNUSED,
    deleted,
    rows,
)


@pytest.mark.parametrize(
    ("case", "rule"),
    rows(
        (
            "a system is away and nobody was found",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, unavailable=(System.DAPODIK,)),
            "guard.system_away",
        ),
        (
            "a class of an unknown grade",
            b.case(Category.NO_ACCOUNT_STUDENT, b.NOT_GIVEN, as_written=None, many_subjects=True),
            "guard.who_is_meant",
        ),
        (
            "the school is not in Dapodik",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, schools=(), npsn=("69900999",)),
            "guard.who_is_meant",
        ),
        (
            "new PTK of yesterday waits",
            b.case(Category.NO_ACCOUNT_STAFF, NEW),
            "new.within_3_working_days",
        ),
        (
            "PTK long in Dapodik is issued",
            b.case(Category.NO_ACCOUNT_STAFF, STAFF),
            "new.after_3_working_days",
        ),
        (
            "checker finds none, none there",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF),
            "new.after_3_working_days",
        ),
        (
            "checker finds none, one in use",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, b.account()),
            "new.already_there",
        ),
        (
            "checker finds none, one unused",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, UNUSED),
            "new.not_used_yet",
        ),
        (
            "deleted last week, verified",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, deleted(7), requester=b.OWNER),
            "deleted.within_20_days",
        ),
        (
            "deleted last week, unverified",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, deleted(7)),
            "guard.not_verified",
        ),
        (
            "deleted a month ago",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, deleted(31)),
            "deleted.after_20_days",
        ),
        ("entered but not sent", b.case(Category.NO_ACCOUNT_STAFF, UNSENT), "guard.not_sent"),
        (
            "janitor without account",
            b.case(Category.NO_ACCOUNT_STAFF, SUPPORT),
            "new.support_staff",
        ),
        (
            "janitor with account",
            b.case(
                Category.ACCOUNT_NOT_FOUND, SUPPORT, b.account("sariwening27@admin.smp.belajar.id")
            ),
            "new.already_there",
        ),
        (
            "school of unknown jenjang",
            b.case(Category.NO_ACCOUNT_STAFF, b.teacher(b.placement(jenjang=None))),
            "new.unknown_jenjang",
        ),
        (
            "pupil without account",
            b.case(Category.NO_ACCOUNT_STUDENT, PUPIL),
            "new.after_3_working_days",
        ),
        (
            "pupil with account",
            b.case(
                Category.NO_ACCOUNT_STUDENT,
                PUPIL,
                b.account("bagaslintang04@smp.belajar.id", person_id="pd-0001"),
            ),
            "new.already_there",
        ),
        (
            "head appointed, account still guru",
            b.case(Category.NO_ACCOUNT_STAFF, HEAD_OF_SCHOOL, b.account()),
            "role_change.after_14_days",
        ),
        (
            "moved to SMA, account still SMP",
            b.case(Category.ACCOUNT_NOT_FOUND, MOVED_UP, b.account()),
            "other_jenjang.after_3_days",
        ),
        (
            "second jenjang, not induk",
            b.case(
                Category.NO_ACCOUNT_STAFF,
                b.teacher(
                    b.placement(),
                    b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, is_home=False),
                ),
                b.account(),
                npsn=("69900002",),
            ),
            "new.second_jenjang",
        ),
        (
            "second jenjang, school not named in the text",
            b.case(
                Category.NO_ACCOUNT_STAFF,
                b.teacher(
                    b.placement(),
                    b.placement(npsn=b.SMA_KENANGA, jenjang=Jenjang.SMA, is_home=False),
                ),
                b.account(),
            ),
            "new.second_jenjang",
        ),
        (
            "second school of the same jenjang",
            b.case(
                Category.NO_ACCOUNT_STAFF,
                b.teacher(b.placement(), b.placement(npsn=b.SMP_DAHLIA, is_home=False)),
                b.account(),
                npsn=("69900003",),
            ),
            "new.already_there",
        ),
        ("retired", b.case(Category.ACCOUNT_NOT_FOUND, RETIRED), "left.no_account_any_more"),
        (
            "released by the old school",
            b.case(Category.ACCOUNT_NOT_FOUND, RELEASED),
            "left.correct_dapodik",
        ),
        (
            "other school than stated",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, b.account(), npsn=("69900077",)),
            "same_jenjang.not_in_dapodik",
        ),
        (
            "not in Dapodik at that school",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY),
            "unmatched.enter_in_dapodik",
        ),
        (
            "only the office that writes is named",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, as_written="Operator SMPN 9 Melati"),
            "guard.who_is_meant",
        ),
        (
            "entered after the extract",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, dates=(b.TODAY,)),
            "guard.changed_after_extract",
        ),
        (
            "two of that name",
            b.case(Category.ACCOUNT_NOT_FOUND, b.ambiguous(STAFF, NEW)),
            "guard.which_person",
        ),
        (
            "no name",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOT_GIVEN, as_written=None),
            "guard.who_is_meant",
        ),
        (
            "suspended account",
            b.case(Category.ACCOUNT_NOT_FOUND, STAFF, b.account(suspended=True)),
            "suspended.evidence_missing",
        ),
        (
            "dinas account",
            b.case(Category.NO_ACCOUNT_STAFF, b.NOT_GIVEN, emails=("wira3@dinas.belajar.id",)),
            "guard.non_school",
        ),
        (
            "a system is away",
            b.case(Category.NO_ACCOUNT_STAFF, STAFF, unavailable=(System.DIRECTORY,)),
            "guard.system_away",
        ),
    ),
)
def test_a_person_without_an_account(case: Case, rule: str) -> None:
    assert decide(case).rule == rule
