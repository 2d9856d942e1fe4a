"""Passwords, first sign-ins and suspensions: one row per situation the desk knows."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category
from tests.unit.resolution import build as b
from tests.unit.resolution.people import (
    NEW,
    PUPIL,
    RESIGNED,
    RETIRED,
    STAFF,
    UNSENT,
    UNUSED,
    deleted,
    rows,
)


@pytest.mark.parametrize(
    ("case", "rule"),
    rows(
        (
            "address only, suspended",
            b.case(
                Category.PASSWORD_RESET,
                b.NOBODY,
                b.account(suspended=True, person_id=None),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "guard.who_is_meant",
        ),
        (
            "address only, never signed in",
            b.case(
                Category.ACTIVATION,
                b.NOBODY,
                b.account(last_login_at=None, person_id=None),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "activation.first_sign_in",
        ),
        (
            "suspended, address known, owner not",
            b.case(
                Category.ACCOUNT_SUSPENDED,
                b.NOBODY,
                b.account(suspended=True, person_id=None),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "suspended.evidence_missing",
        ),
        (
            "two accounts, the suspended one is meant",
            b.case(
                Category.ACCOUNT_SUSPENDED,
                STAFF,
                deleted(3, "sariwening31@guru.smp.belajar.id"),
                b.account(suspended=True),
                emails=("sariwening31@guru.smp.belajar.id",),
            ),
            "suspended.evidence_missing",
        ),
        (
            "forgotten, mail alive",
            b.case(Category.PASSWORD_RESET, STAFF, b.account()),
            "password.self_service",
        ),
        (
            "forgotten, phone alive",
            b.case(
                Category.PASSWORD_RESET,
                STAFF,
                b.account(recovery_email=None, recovery_phone="+6281299900001"),
            ),
            "password.self_service",
        ),
        (
            "forgotten, other phone now",
            b.case(
                Category.PASSWORD_RESET,
                STAFF,
                b.account(recovery_email=None, recovery_phone="+6281299900001"),
                phones=("081299900002",),
            ),
            "password.contact_first",
        ),
        (
            "forgotten, same phone",
            b.case(
                Category.PASSWORD_RESET,
                STAFF,
                b.account(recovery_email=None, recovery_phone="+6281299900001"),
                phones=("081299900001",),
            ),
            "password.self_service",
        ),
        (
            "forgotten, no contact, owner",
            b.case(
                Category.PASSWORD_RESET, STAFF, b.account(recovery_email=None), requester=b.OWNER
            ),
            "password.contact_first",
        ),
        (
            "forgotten, no contact, operator",
            b.case(
                Category.PASSWORD_RESET, STAFF, b.account(recovery_email=None), requester=b.OPERATOR
            ),
            "password.by_school",
        ),
        (
            "forgotten, no contact, stranger",
            b.case(Category.PASSWORD_RESET, STAFF, b.account(recovery_email=None)),
            "password.contact_first",
        ),
        (
            "forgotten, records old, head",
            b.case(
                Category.PASSWORD_RESET,
                STAFF,
                b.account(recovery_email=None),
                requester=b.HEAD,
                dapodik_as_of=b.at(b.days_ago(4)),
            ),
            "guard.stale_records",
        ),
        (
            "forgotten, never signed in",
            b.case(Category.PASSWORD_RESET, STAFF, UNUSED),
            "activation.first_sign_in",
        ),
        (
            "forgotten, no account",
            b.case(Category.PASSWORD_RESET, STAFF),
            "new.after_3_working_days",
        ),
        (
            "forgotten, deleted",
            b.case(Category.PASSWORD_RESET, STAFF, deleted(2), requester=b.OWNER),
            "deleted.within_20_days",
        ),
        (
            "forgotten, suspended",
            b.case(Category.PASSWORD_RESET, STAFF, b.account(suspended=True)),
            "suspended.evidence_missing",
        ),
        (
            "forgotten, address only",
            b.case(
                Category.PASSWORD_RESET,
                b.NOBODY,
                b.account(person_id=None),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "password.self_service",
        ),
        (
            "forgotten, unknown person",
            b.case(Category.PASSWORD_RESET, b.NOBODY),
            "unmatched.ask_more",
        ),
        (
            "forgotten, nothing given",
            b.case(Category.PASSWORD_RESET, b.NOT_GIVEN, as_written=None, schools=()),
            "guard.who_is_meant",
        ),
        (
            "forgotten, account linked to nobody",
            b.case(
                Category.PASSWORD_RESET,
                STAFF,
                b.account(person_id=None),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "guard.unlinked_account",
        ),
        ("first sign-in", b.case(Category.ACTIVATION, STAFF, UNUSED), "activation.first_sign_in"),
        (
            "first sign-in of a pupil",
            b.case(
                Category.ACTIVATION,
                PUPIL,
                b.account("bagaslintang04@smp.belajar.id", person_id="pd-0001", last_login_at=None),
            ),
            "activation.ask_operator",
        ),
        (
            "first passwords of many",
            b.case(Category.ACTIVATION, STAFF, UNUSED, many_subjects=True),
            "activation.ask_operator",
        ),
        (
            "activated long ago",
            b.case(Category.ACTIVATION, STAFF, b.account()),
            "password.self_service",
        ),
        (
            "activation, none there yet",
            b.case(Category.ACTIVATION, NEW),
            "new.within_3_working_days",
        ),
        ("activation, retired", b.case(Category.ACTIVATION, RETIRED), "left.no_account_any_more"),
        ("activation, not sent", b.case(Category.ACTIVATION, UNSENT), "guard.not_sent"),
        (
            "suspended, works",
            b.case(Category.ACCOUNT_SUSPENDED, STAFF, b.account()),
            "suspended.is_active",
        ),
        (
            "suspended, nothing sent",
            b.case(Category.ACCOUNT_SUSPENDED, STAFF, b.account(suspended=True)),
            "suspended.evidence_missing",
        ),
        (
            "suspended, left",
            b.case(Category.ACCOUNT_SUSPENDED, RESIGNED, b.account(suspended=True)),
            "suspended.owner_left",
        ),
        (
            "suspended, nobody known",
            b.case(Category.ACCOUNT_SUSPENDED, b.NOT_GIVEN, as_written=None),
            "suspended.evidence_missing",
        ),
        (
            "suspended, address works, owner unknown",
            b.case(
                Category.ACCOUNT_SUSPENDED,
                b.NOBODY,
                b.account(),
                emails=("sariwening27@guru.smp.belajar.id",),
            ),
            "suspended.is_active",
        ),
        (
            "suspended, it is deleted",
            b.case(Category.ACCOUNT_SUSPENDED, STAFF, deleted(5), requester=b.OWNER),
            "deleted.within_20_days",
        ),
    ),
)
def test_a_way_in(case: Case, rule: str) -> None:
    assert decide(case).rule == rule
