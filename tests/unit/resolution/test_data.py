"""Wrong data, two accounts, and questions that change nothing: one row per situation."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.values import AccountAddress
from models.vocabulary import Category, Jenjang, Peran
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    HEAD_OF_SCHOOL,
    OLD_SD,
    RETIRED,
    STAFF,
    UNUSED,
    deleted,
    rows,
)


@pytest.mark.parametrize(
    ("case", "rule"),
    rows(
        (
            "two accounts, the wrong role was never used",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                UNUSED,
                b.account("sariwening27@admin.smp.belajar.id", last_login_at=None),
            ),
            "correction.two_accounts",
        ),
        (
            "role named in passing",
            b.case(Category.DATA_CORRECTION, HEAD_OF_SCHOOL, b.account(), to_role=Peran.ADMIN),
            "role_change.after_14_days",
        ),
        (
            "left since",
            b.case(Category.DATA_CORRECTION, RETIRED, b.account()),
            "left.no_account_any_more",
        ),
        (
            "name wrong in both",
            b.case(Category.DATA_CORRECTION, STAFF, b.account()),
            "correction.identity",
        ),
        (
            "record already newer",
            b.case(Category.DATA_CORRECTION, STAFF, b.account(name="Sari Wenang")),
            "correction.follows_dapodik",
        ),
        (
            "account has the old school",
            b.case(Category.DATA_CORRECTION, STAFF, b.account(npsn=b.SMP_DAHLIA)),
            "correction.follows_dapodik",
        ),
        (
            "other school claimed",
            b.case(Category.DATA_CORRECTION, STAFF, b.account(), npsn=("69900003",)),
            "correction.assignment",
        ),
        (
            "other jenjang claimed",
            b.case(Category.DATA_CORRECTION, STAFF, b.account(), to_level=Jenjang.SMA),
            "correction.assignment",
        ),
        (
            "two accounts, one unused",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                b.account(),
                b.account("sariwening31@guru.smp.belajar.id", last_login_at=None),
            ),
            "correction.two_accounts",
        ),
        (
            "two accounts, one of the old role",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                b.account(),
                b.account("sariwening27@admin.smp.belajar.id"),
            ),
            "correction.two_accounts",
        ),
        (
            "two accounts, both used",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                b.account(),
                b.account("sariwening31@guru.smp.belajar.id"),
            ),
            "correction.two_used_accounts",
        ),
        (
            "two accounts, both unused",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                UNUSED,
                b.account("sariwening31@guru.smp.belajar.id", last_login_at=None),
            ),
            "correction.two_used_accounts",
        ),
        (
            "used but wrong role, right role unused",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                UNUSED,
                b.account("sariwening27@admin.smp.belajar.id"),
            ),
            "correction.two_used_accounts",
        ),
        (
            "alias taken for an account",
            b.case(
                Category.DATA_CORRECTION,
                STAFF,
                b.account(aliases=(AccountAddress("sariwening27@admin.smp.belajar.id"),)),
                emails=("sariwening27@admin.smp.belajar.id", "sariwening27@guru.smp.belajar.id"),
            ),
            "correction.alias",
        ),
        (
            "two jenjang, both in the records",
            b.case(
                Category.DATA_CORRECTION,
                b.teacher(b.placement(), b.placement(jenjang=Jenjang.SMA, is_home=False)),
                b.account(),
                b.account("sariwening31@guru.sma.belajar.id"),
            ),
            "correction.identity",
        ),
        (
            "corrected yesterday after the extract",
            b.case(Category.DATA_CORRECTION, STAFF, b.account(), dates=(b.TODAY,)),
            "guard.changed_after_extract",
        ),
        ("person unknown", b.case(Category.DATA_CORRECTION, b.NOBODY), "unmatched.ask_more"),
        (
            "Drive of the old account",
            b.case(Category.DATA_MIGRATION, STAFF, b.account(), OLD_SD),
            "migration.by_hand",
        ),
        (
            "Drive, one account only",
            b.case(Category.DATA_MIGRATION, STAFF, b.account()),
            "migration.nothing_moves",
        ),
        (
            "Drive, the old account is deleted",
            b.case(Category.DATA_MIGRATION, STAFF, b.account(), deleted(3, str(OLD_SD.address))),
            "migration.old_account_deleted",
        ),
        ("Drive, nobody named", b.case(Category.DATA_MIGRATION, b.NOT_GIVEN), "migration.how_to"),
        (
            "platform, account fine",
            b.case(Category.PLATFORM_ACCESS, STAFF, b.account()),
            "platform.account_fine",
        ),
        (
            "platform, nobody named",
            b.case(Category.PLATFORM_ACCESS, b.NOT_GIVEN),
            "platform.how_to",
        ),
        (
            "platform, role part behind",
            b.case(Category.PLATFORM_ACCESS, HEAD_OF_SCHOOL, b.account()),
            "role_change.after_14_days",
        ),
        (
            "platform, suspended",
            b.case(Category.PLATFORM_ACCESS, STAFF, b.account(suspended=True)),
            "suspended.evidence_missing",
        ),
        ("when does it sync", b.case(Category.SYNC_STATUS, b.NOT_GIVEN), "sync.how_it_runs"),
        (
            "when does it sync, records old",
            b.case(Category.SYNC_STATUS, STAFF, dapodik_as_of=None),
            "sync.how_it_runs",
        ),
        (
            "what about 700123",
            b.case(Category.FOLLOW_UP, b.NOT_GIVEN, report_numbers=("700123",)),
            "follow_up.known_report",
        ),
        (
            "no answer yet, known mail",
            b.case(Category.FOLLOW_UP, b.NOT_GIVEN, history=("700200", "700123")),
            "follow_up.known_report",
        ),
        (
            "no answer yet, unknown",
            b.case(Category.FOLLOW_UP, b.NOT_GIVEN),
            "follow_up.which_report",
        ),
        ("madrasah", b.case(Category.OUT_OF_SCOPE, b.NOT_GIVEN), "scope.other_service"),
        (
            "yayasan account",
            b.case(Category.OUT_OF_SCOPE, b.NOT_GIVEN, emails=("wira3@yayasan.belajar.id",)),
            "scope.non_school",
        ),
    ),
)
def test_data_and_questions(case: Case, rule: str) -> None:
    assert decide(case).rule == rule
