"""A decisive fact is one without which the verdict would be another."""

from hypothesis import given, settings

from app.resolution.conclude import conclude, says_the_same
from app.resolution.verdict import Case, UsedFact
from models.vocabulary import CHANGES_ACCOUNT, Category, System
from tests.support.proved import struck
from tests.unit.resolution import build as b
from tests.unit.resolution.people import HEAD_OF_SCHOOL, RETIRED, STAFF, deleted
from tests.unit.resolution.strategies import cases
from tests.unit.resolution.test_properties import PATIENT


def decisive(case: Case) -> set[str]:
    return {each.name for each in conclude(case).facts if each.decisive}


def fact(case: Case, name: str) -> UsedFact:
    return next(each for each in conclude(case).facts if each.name == name)


def test_a_rename_rests_on_the_placement_and_the_account() -> None:
    case = b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account(noticed_on=b.days_ago(20)))
    found = decisive(case)
    assert {"akun", "NPSN", "jenjang", "peran", "keadaan akun"} <= found
    assert not {"nama", "terkirim", "terakhir masuk", "kontak pemulihan"} & found


def test_the_notice_is_decisive_only_while_it_holds_the_change_back() -> None:
    told = b.account(noticed_on=b.days_ago(4))
    assert "diberitahukan" in decisive(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, told))
    long_told = b.account(noticed_on=b.days_ago(20))
    assert "diberitahukan" not in decisive(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, long_told))


def test_who_asks_is_decisive_where_access_is_handed_over() -> None:
    gone = deleted(5)
    for asker in (b.OWNER, b.STRANGER):
        assert "pelapor" in decisive(b.case(Category.ACCOUNT_DELETED, STAFF, gone, requester=asker))
    assert "pelapor" not in decisive(b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account()))


def test_absence_is_decisive_too() -> None:
    dead = b.account(recovery_email=None)
    assert "kontak pemulihan" in decisive(b.case(Category.PASSWORD_RESET, STAFF, dead))
    assert "jenis keluar" in decisive(b.case(Category.ACCOUNT_NOT_FOUND, RETIRED))


def test_evidence_sent_with_the_message_is_decisive() -> None:
    shut = b.account(suspended=True)
    case = b.case(
        Category.ACCOUNT_SUSPENDED,
        STAFF,
        shut,
        requester=b.OWNER,
        emails=(str(shut.address), "sari@surat.example"),
        nik=("9900014204880001",),
        attachments=("screenshot",),
    )
    assert {"NIK", "lampiran", "akun"} <= decisive(case)
    assert fact(case, "NIK").value == "cocok"


def test_each_fact_names_its_row() -> None:
    case = b.case(Category.ROLE_CHANGE, HEAD_OF_SCHOOL, b.account())
    assert fact(case, "peran").row == "gtk 69900001"
    assert fact(case, "akun").row == "accounts id-sariwening27@guru.smp.belajar.id"
    pupil = b.case(Category.NO_ACCOUNT_STUDENT, b.pupil(b.enrolment()))
    assert fact(pupil, "jenjang").row == "peserta_didik 69900001"


@given(cases())
@settings(PATIENT, max_examples=40)
def test_striking_a_row_out_changes_the_verdict_exactly_where_it_is_decisive(case: Case) -> None:
    verdict = conclude(case)
    for each in verdict.facts:
        less = struck(case, each)
        if less is not None:
            assert says_the_same(verdict, conclude(less)) is not each.decisive, each


@given(cases())
@settings(PATIENT, max_examples=40)
def test_a_change_of_an_account_rests_on_dapodik(case: Case) -> None:
    verdict = conclude(case)
    if any(each.action in CHANGES_ACCOUNT for each in verdict.steps):
        carried = {each.system for each in verdict.facts if each.decisive}
        assert carried & {System.DAPODIK, System.DIRECTORY}
