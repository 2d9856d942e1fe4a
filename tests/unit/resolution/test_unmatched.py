"""What is asked for when nobody, or more than one person, is meant."""

import pytest

from app.resolution.policy import decide
from app.resolution.verdict import Case
from models.vocabulary import Category, Missing, Peran, Remedy, System, WhoActs
from tests.unit.resolution import build as b

NOTHING = {"as_written": None, "schools": ()}


@pytest.mark.parametrize(
    ("case", "missing"),
    [
        pytest.param(
            b.case(Category.NO_ACCOUNT_STAFF, b.NOT_GIVEN, **NOTHING),
            (Missing.NAME, Missing.NPSN),
            id="nothing given",
        ),
        pytest.param(
            b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, schools=()),
            (Missing.NPSN,),
            id="only a name",
        ),
        pytest.param(
            b.case(Category.NO_ACCOUNT_STAFF, b.NOT_GIVEN, as_written=None),
            (Missing.NAME,),
            id="only a school",
        ),
        pytest.param(
            b.case(Category.NO_ACCOUNT_STUDENT, b.NOT_GIVEN, as_written=None, many_subjects=True),
            (Missing.NAME, Missing.GRADE),
            id="a class without its grade",
        ),
        pytest.param(
            b.case(Category.PASSWORD_RESET, b.NOT_GIVEN, **NOTHING),
            (Missing.NAME, Missing.NPSN, Missing.ACCOUNT_ADDRESS),
            id="a password of somebody",
        ),
        pytest.param(
            b.case(
                Category.DATA_CORRECTION, b.NOBODY, emails=("sariwening27@guru.smp.belajar.id",)
            ),
            (Missing.BIRTH_DATE,),
            id="an address that leads nowhere",
        ),
        pytest.param(
            b.case(Category.ACCOUNT_DELETED, b.ambiguous(b.teacher())),
            (Missing.WHICH_PERSON,),
            id="two of that name",
        ),
        pytest.param(
            b.case(Category.ACCOUNT_SUSPENDED, b.NOBODY, attachments=("screenshot",)),
            (Missing.ACCOUNT_ADDRESS,),
            id="suspended, all but the address",
        ),
    ],
)
def test_exactly_what_is_missing_is_asked_for(case: Case, missing: tuple[Missing, ...]) -> None:
    judged = decide(case)
    assert judged.remedy is Remedy.ASK_REQUESTER
    assert judged.missing == missing
    assert judged.who_acts is WhoActs.REQUESTER


def test_a_new_teacher_is_entered_by_the_dinas() -> None:
    assert decide(b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY)).who_acts is WhoActs.DINAS


def test_a_notice_about_a_record_that_is_gone_is_urgent() -> None:
    assert decide(b.case(Category.DELETION_NOTICE, b.NOBODY)).urgent


def test_a_nik_in_place_of_a_name_is_not_repeated() -> None:
    case = b.case(Category.NO_ACCOUNT_STAFF, b.NOBODY, as_written="NIK 9900014204880001")
    assert not any("9900014204880001" in each.value for each in decide(case).facts)


def test_records_and_claims_stand_side_by_side() -> None:
    case = b.case(Category.ROLE_CHANGE, b.teacher(b.placement()), b.account(), to_role=Peran.ADMIN)
    told = {(each.name, each.value, each.system) for each in decide(case).facts}
    assert ("peran", "guru", System.DAPODIK) in told
    assert ("peran menurut laporan", "admin", System.MESSAGE) in told
