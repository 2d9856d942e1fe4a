"""The evidence that opens a suspended account, and the time it takes."""

from datetime import date
from typing import Any

import pytest

from app.kit.clock import WIB
from app.lookup.dossier import Requester
from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, Missing, Relation, Remedy
from tests.unit.resolution import build as b

SHUT = b.account(suspended=True, suspension_reason="ADMIN")
ADDRESS = str(SHUT.address)
COMPLETE: dict[str, Any] = {
    "emails": (ADDRESS, "sari.wening@surat.example"),
    "nik": ("9900014204880001",),
    "attachments": ("screenshot",),
    "requester": b.OWNER,
}


def of_teacher(**changes: Any) -> Case:
    person = b.teacher(b.placement())
    return b.case(Category.ACCOUNT_SUSPENDED, person, SHUT, **{**COMPLETE, **changes})


def of_pupil(**changes: Any) -> Case:
    account = b.account("bagaslintang04@smp.belajar.id", person_id="pd-0001", suspended=True)
    given: dict[str, Any] = {
        "emails": (str(account.address),),
        "nisn": ("0129900001",),
        "attachments": ("screenshot",),
        "requester": b.OPERATOR,
    }
    person = b.pupil(b.enrolment())
    return b.case(Category.ACCOUNT_SUSPENDED, person, account, **{**given, **changes})


def of_head(**changes: Any) -> Case:
    person = b.teacher(b.placement(ptk_type="20"))
    given = {**COMPLETE, "requester": b.OPERATOR}
    return b.case(Category.ACCOUNT_SUSPENDED, person, SHUT, **{**given, **changes})


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(of_teacher(), id="owner with everything"),
        pytest.param(of_teacher(nik=(), attachments=("screenshot", "ktp")), id="identity card"),
        pytest.param(of_pupil(), id="operator for a pupil"),
        pytest.param(of_pupil(requester=b.HEAD), id="head for a pupil"),
        pytest.param(
            of_head(attachments=("screenshot", "surat_kuasa")), id="operator for the head"
        ),
        pytest.param(of_head(requester=b.OWNER), id="the head herself"),
    ],
)
def test_complete_evidence_opens_the_account(case: Case) -> None:
    judged = decide(case)
    assert judged.remedy is Remedy.UNSUSPEND_ACCOUNT
    assert judged.promised_at is not None
    # Wednesday 10:00, three working days on: Monday 10:00.
    assert judged.promised_at.astimezone(WIB).isoformat() == "2026-11-30T10:00:00+07:00"


@pytest.mark.parametrize(
    ("case", "missing"),
    [
        pytest.param(of_teacher(attachments=()), Missing.LOGIN_SCREENSHOT, id="no screenshot"),
        pytest.param(of_teacher(nik=()), Missing.NIK, id="no NIK"),
        pytest.param(of_teacher(nik=("9900014204880009",)), Missing.NIK, id="another's NIK"),
        pytest.param(
            of_teacher(emails=("sari.wening@surat.example",)),
            Missing.ACCOUNT_ADDRESS,
            id="no account address",
        ),
        pytest.param(
            of_teacher(
                emails=(ADDRESS,), requester=Requester(ADDRESS, Relation.OWNER, verified=True)
            ),
            Missing.PERSONAL_EMAIL,
            id="no personal mail",
        ),
        pytest.param(of_teacher(requester=b.STRANGER), Missing.PROOF_OF_REQUESTER, id="a stranger"),
        pytest.param(
            of_teacher(requester=b.OPERATOR), Missing.PROOF_OF_REQUESTER, id="not by proxy"
        ),
        pytest.param(of_head(), Missing.POWER_OF_ATTORNEY, id="operator without power"),
        pytest.param(of_pupil(nisn=()), Missing.NISN, id="pupil without NISN"),
        pytest.param(
            of_pupil(requester=b.STRANGER), Missing.PROOF_OF_REQUESTER, id="a parent for a pupil"
        ),
    ],
)
def test_what_is_missing_is_asked_for(case: Case, missing: Missing) -> None:
    judged = decide(case)
    assert judged.remedy is Remedy.ASK_REQUESTER
    assert judged.missing == (missing,)


def test_outside_hours_the_term_starts_at_the_next_opening() -> None:
    judged = decide(of_teacher(now=b.at(b.TODAY, 20)))
    assert judged.promised_at == b.at(date(2026, 12, 1), 9)


def test_old_records_open_nothing() -> None:
    judged = decide(of_teacher(dapodik_as_of=b.at(b.days_ago(3))))
    assert judged.rule == "guard.stale_records"
