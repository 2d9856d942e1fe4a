"""Who may be handed access to an account, and who is only told what to send."""

import pytest

from app.intake.receive import Upload
from app.proving.gate import AwaitsConfirmation
from app.resolution.approve import AlreadyApproved
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    Category,
    Missing,
    Remedy,
    StaffRole,
    StepAction,
    StepState,
    TicketState,
)
from tests.path.conftest import Story
from tests.path.mailbox import confirms

FORGETFUL = "nawangsaritirtawijaya62@guru.sma.belajar.id"
UNREACHABLE = "hardiyantopuspanegara74@guru.smk.belajar.id"
SUSPENDED = "prameswarigandakusuma29@guru.smp.belajar.id"
STRANGER = "tidak.dikenal@pos.example"


def evidence(kind: str) -> Upload:
    return Upload(f"{kind}.png", "image/png", b"gambar", kind)


def test_a_forgotten_password_is_the_owners_own_to_reset(story: Story) -> None:
    number = story.hears("lupa kata sandi")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.SELF_SERVICE
    assert story.actions(number) == [StepAction.SEND_REPLY]
    story.says_yes(number)
    story.carries_out(number)
    assert story.ticket(number).state is TicketState.ANSWERED
    assert story.notices(number) == []


def test_a_dead_recovery_contact_is_first_corrected_in_dapodik(story: Story) -> None:
    number = story.hears("nomor pemulihan mati")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.FIX_DAPODIK
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))


def test_the_operators_reset_needs_two_people(story: Story) -> None:
    number = story.hears("Reset sandi guru")
    story.considers(number)
    reset = story.step(number, StepAction.RESET_PASSWORD)
    assert (reset.target, reset.automation) == (UNREACHABLE, Automation.TWO_PERSON)
    with pytest.raises(AwaitsConfirmation):
        story.says_yes(number)
    confirms(story, number)

    story.says_yes(number)
    with pytest.raises(AlreadyApproved):
        story.says_yes(number)
    story.carries_out(number)
    account = story.outside.admin.state(UNREACHABLE)
    assert account is not None
    assert not account.change_password

    story.says_yes(number, role=StaffRole.SUPERVISOR)
    story.carries_out(number)
    account = story.outside.admin.state(UNREACHABLE)
    assert account is not None
    assert account.change_password
    assert story.step(number, StepAction.RESET_PASSWORD).state is StepState.DONE
    assert [notice.to for notice in story.notices(number)] == [UNREACHABLE]


def test_a_password_is_never_part_of_an_answer(story: Story) -> None:
    number = story.hears("Reset sandi guru")
    story.considers(number)
    confirms(story, number)
    story.says_yes(number)
    story.says_yes(number, who=1)
    story.carries_out(number)
    for reply in story.replies(number):
        assert "kata sandi baru:" not in reply.body.lower()
        assert "password:" not in reply.body.lower()


@pytest.mark.parametrize(
    ("subject", "more"),
    [
        pytest.param("minta sandi kepala sekolah", {}, id="asks for the head's password"),
        pytest.param("Reset sandi guru", {}, id="says to be the operator"),
        pytest.param(
            "Reset sandi guru",
            {"requester_name": "Kepala SMK Negeri 1 Samudra Raya"},
            id="says to be the head",
        ),
        pytest.param("Akun terhapus padahal masih aktif", {}, id="wants a deleted account"),
        pytest.param("Akun dinonaktifkan", {}, id="wants a suspended account"),
    ],
)
def test_an_unknown_writer_gets_no_changing_step(
    story: Story, subject: str, more: dict[str, str]
) -> None:
    number = story.hears(subject, requester_email=STRANGER, **more)
    story.considers(number)
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))
    assert story.ticket(number).state is TicketState.PLANNED
    story.says_yes(number)
    story.carries_out(number)
    assert story.notices(number) == []
    assert story.systems.changes == []


def test_the_operator_of_another_school_gets_no_changing_step(story: Story) -> None:
    number = story.hears("Reset sandi guru", requester_email="operator.69900001@pos.example")
    story.considers(number)
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))


def test_without_evidence_the_owner_of_a_suspended_account_is_asked_for_it(story: Story) -> None:
    number = story.hears("Akun dinonaktifkan")
    story.considers(number)
    verdict = story.verdict(number)
    assert verdict.remedy is Remedy.ASK_REQUESTER
    assert set(verdict.missing) == {Missing.LOGIN_SCREENSHOT, Missing.NIK}


def test_with_the_evidence_a_suspended_account_is_opened(story: Story) -> None:
    number = story.hears("Akun dinonaktifkan")
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    story.adds(number, "Berikut buktinya.", uploads=(evidence("screenshot"), evidence("ktp")))
    assert story.ticket(number).state is TicketState.RECEIVED

    story.considers(number)
    assert story.verdict(number).remedy is Remedy.UNSUSPEND_ACCOUNT
    confirms(story, number)
    story.says_yes(number)
    story.carries_out(number)

    account = story.outside.admin.state(SUSPENDED)
    assert account is not None
    assert not account.suspended
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 2


def test_evidence_from_a_stranger_opens_nothing(story: Story) -> None:
    number = story.hears(
        "Akun dinonaktifkan",
        requester_email=STRANGER,
        uploads=(evidence("screenshot"), evidence("ktp")),
    )
    story.considers(number)
    assert Missing.PROOF_OF_REQUESTER in story.verdict(number).missing
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))


def test_the_chosen_category_does_not_open_the_door(story: Story) -> None:
    """Whatever the form says, access is a matter of who asks."""
    for category in (Category.ACCOUNT_SUSPENDED, Category.ACTIVATION, Category.DATA_CORRECTION):
        number = story.hears("Reset sandi guru", requester_email=STRANGER, self_category=category)
        story.considers(number)
        assert not CHANGES_ACCOUNT.intersection(story.actions(number))
