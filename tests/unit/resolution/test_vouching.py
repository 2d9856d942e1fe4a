"""When the school's word counts, and whom a question about the requester goes to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.lookup.dossier import Account, Person, Requester, SchoolUser
from app.resolution import need
from app.resolution.plan import plan
from app.resolution.policy import decide
from app.resolution.policy.vouching import Fault, fault_of, vouchers
from app.resolution.verdict import Case, Vouched
from models.vocabulary import Automation, Category, Missing, Remedy
from tests.unit.resolution import build as b
from tests.unit.resolution.people import AT_SMA, PUPIL, STAFF, deleted

MAIL = "operator@smpmelati.example"
OPERATOR = SchoolUser(b.SMP_MELATI, "Tuti Misalkan", "Operator Sekolah", MAIL, "ptk-0900")
HEAD = SchoolUser(b.SMP_MELATI, "Darmo", "Kepala Sekolah", "kepala@smpmelati.example", "ptk-0901")
DAY = timedelta(hours=24)
GIVEN = Vouched(MAIL, str(b.SMP_MELATI), b.WEDNESDAY_MORNING - DAY, b.WEDNESDAY_MORNING)
DEAD = b.account(recovery_email=None)


def vouched(
    category: Category = Category.PASSWORD_RESET,
    who: Person = STAFF,
    account: Account = DEAD,
    given: Vouched | None = GIVEN,
    **more: object,
) -> Case:
    return b.case(category, who, account, vouched=given, officers=(OPERATOR, HEAD), **more)


@pytest.mark.parametrize(
    ("category", "account", "rule", "remedy"),
    [
        (Category.PASSWORD_RESET, DEAD, "password.vouched", Remedy.RESET_PASSWORD),
        (
            Category.ACCOUNT_DELETED,
            replace(deleted(3), recovery_email=None),
            "deleted.vouched",
            Remedy.RESTORE_ACCOUNT,
        ),
        (
            Category.ACCOUNT_SUSPENDED,
            replace(DEAD, suspended=True),
            "suspended.vouched",
            Remedy.UNSUSPEND_ACCOUNT,
        ),
    ],
)
def test_a_ripe_word_of_the_school_hands_over_access_to_two_people(
    category: Category, account: Account, rule: str, remedy: Remedy
) -> None:
    case = vouched(
        category,
        account=account,
        attachments=("screenshot", "ktp"),
        emails=("sariwening27@guru.smp.belajar.id",),
    )
    judged = plan(decide(case), case)
    assert (judged.rule, judged.remedy) == (rule, remedy)
    assert judged.steps[0].automation is Automation.TWO_PERSON
    assert not need.awaits_word(judged, case.dossier)


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (vouched(given=None), Fault.WAITING),
        (vouched(given=replace(GIVEN, ripe_at=GIVEN.ripe_at + DAY)), Fault.WAITING),
        (vouched(given=replace(GIVEN, objected=True)), Fault.OBJECTED),
        (vouched(who=b.teacher(AT_SMA)), Fault.MOVED),
        (vouched(given=replace(GIVEN, by="lain@smpmelati.example")), Fault.NOT_IN_OFFICE),
        (
            vouched(who=b.teacher(b.placement(), person_id="ptk-0900")),
            Fault.NOT_IN_OFFICE,
        ),
        (vouched(), None),
    ],
    ids=["none", "not ripe", "objected", "moved", "no officer", "the owner's own word", "counts"],
)
def test_a_word_that_does_not_count_changes_nothing(case: Case, fault: Fault | None) -> None:
    assert fault_of(case) is fault
    assert (decide(case).rule == "password.vouched") is (fault is None)


def test_an_owner_with_a_mail_of_their_own_answers_for_themselves() -> None:
    case = vouched(Category.ACCOUNT_DELETED, account=deleted(3))
    judged = decide(case)
    assert judged.missing == (Missing.PROOF_OF_REQUESTER,)
    question = need.owed_question(judged, case.dossier)
    assert question is not None
    assert question.sent_to == "sari.wening@surat.example"
    assert need.may_be_vouched_for(judged, case.dossier) is None


def test_without_any_vouch_decide_is_as_the_contract_says() -> None:
    """Equality of the mail verifies; what is missing is only the confirmation before the deed."""
    case = b.case(Category.ACCOUNT_DELETED, STAFF, deleted(3), requester=b.OWNER)
    judged = decide(case)
    assert judged.rule == "deleted.within_20_days"
    assert need.awaits_word(judged, case.dossier)
    sure = replace(case.dossier, requester=replace(b.OWNER, confirmed=True))
    assert not need.awaits_word(judged, sure)
    assert need.question(judged, sure) is None


def test_the_operator_who_wrote_is_asked_at_the_address_of_the_register() -> None:
    case = b.case(Category.PASSWORD_RESET, STAFF, DEAD, requester=b.OPERATOR)
    question = need.owed_question(decide(case), case.dossier)
    assert question is not None
    assert (question.sent_to, question.of_office) == (b.OPERATOR.email, True)


@pytest.mark.parametrize("asker", [b.STRANGER, b.OWNER, Requester(None)])
def test_a_question_to_the_owner_never_goes_where_the_message_says(asker: Requester) -> None:
    case = b.case(
        Category.ACCOUNT_DELETED, STAFF, deleted(3), requester=asker, emails=("lain@surat.example",)
    )
    question = need.question(decide(case), case.dossier)
    assert question is not None
    assert question.sent_to == "sari.wening@surat.example"


def test_for_a_suspended_pupil_the_owners_own_word_is_not_asked_for() -> None:
    pupil = b.account("bagaslintang04@smp.belajar.id", person_id="pd-0001", suspended=True)
    case = b.case(
        Category.ACCOUNT_SUSPENDED,
        PUPIL,
        pupil,
        attachments=("screenshot",),
        nisn=("0129900001",),
        emails=("bagaslintang04@smp.belajar.id",),
    )
    judged = decide(case)
    assert judged.missing == (Missing.PROOF_OF_REQUESTER,)
    assert need.owed_question(judged, case.dossier) is None
    assert need.may_be_vouched_for(judged, case.dossier) is None


def test_the_school_itself_needs_nobody_to_vouch() -> None:
    case = vouched(given=None, requester=b.OPERATOR)
    assert need.may_be_vouched_for(decide(case), case.dossier) is None


def test_officers_are_asked_operators_first_and_never_the_owner() -> None:
    namesake = SchoolUser(b.SMP_MELATI, "Sari Wening", "Operator Sekolah", "s@x.example", None)
    own_mail = SchoolUser(
        b.SMP_MELATI, "SW", "Operator Sekolah", "sari.wening@surat.example", "ptk-0902"
    )
    dossier = replace(
        b.case(Category.PASSWORD_RESET, STAFF, b.account()).dossier,
        officers=(HEAD, namesake, own_mail, OPERATOR),
    )
    assert vouchers(dossier) == (OPERATOR, HEAD)
