"""Accounts deleted, announced for deletion or one too many: who gets what back."""

import pytest

from app.lookup.dossier import Account
from app.proving.gate import AwaitsConfirmation
from models.vocabulary import (
    CHANGES_ACCOUNT,
    AttemptOutcome,
    Missing,
    Remedy,
    StepAction,
    StepState,
    TicketState,
    WhoActs,
)
from tests.path.conftest import Story
from tests.path.mailbox import confirms, letters

DELETED = "anggrahenitejawulan36@guru.sma.belajar.id"
RETIRED = "suharjanawidyapranata11@guru.sd.belajar.id"
NOTICED = "kencanawatirukmanadi45@guru.sd.belajar.id"
USED = "kartikasariwulandaru21@guru.sd.belajar.id"
UNUSED = "kartikasariwulandaru84@guru.sd.belajar.id"
DELETION_LETTER = "Akun terhapus padahal masih aktif"


def account(story: Story, address: str) -> Account:
    found = story.outside.admin.state(address)
    assert found is not None
    return found


def test_a_stranger_does_not_get_a_deleted_account_back(story: Story) -> None:
    number = story.hears(DELETION_LETTER, requester_email="orang.asing@pos.example")
    story.considers(number)
    verdict = story.verdict(number)
    assert verdict.remedy is Remedy.ASK_REQUESTER
    assert Missing.PROOF_OF_REQUESTER in verdict.missing

    story.says_yes(number)
    story.carries_out(number)

    assert not account(story, DELETED).is_live
    ticket = story.ticket(number)
    assert (ticket.state, ticket.waiting_on) == (TicketState.WAITING, WhoActs.REQUESTER)
    assert "anggraheni@pos.example" not in story.answers(number)[-1].body


@pytest.mark.parametrize(
    "sender",
    [
        pytest.param("anggraheni@pos.example", id="recovery mail"),
        pytest.param("operator.69900005@pos.example", id="operator of the school"),
    ],
)
def test_whom_the_records_know_gets_the_account_restored(story: Story, sender: str) -> None:
    number = story.hears(DELETION_LETTER, requester_email=sender)
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.RESTORE_ACCOUNT

    with pytest.raises(AwaitsConfirmation):
        story.says_yes(number)
    assert [to for to, _ in letters(story, number)] == [sender]
    confirms(story, number)
    story.says_yes(number)
    story.carries_out(number)

    assert account(story, DELETED).is_live
    assert story.step(number, StepAction.UNDELETE_ACCOUNT).state is StepState.DONE
    [(outcome, agrees)] = story.proofs(number, StepAction.UNDELETE_ACCOUNT)
    assert (outcome, agrees) == (AttemptOutcome.DONE, True)
    assert story.ticket(number).state is TicketState.ANSWERED


def test_after_twenty_days_a_new_account_is_issued(story: Story) -> None:
    number = story.hears("akun hilang")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.ISSUE_ACCOUNT
    story.says_yes(number)
    story.carries_out(number)
    assert account(story, story.step(number, StepAction.CREATE_ACCOUNT).target).is_live


def test_an_approval_that_comes_after_the_term_restores_nothing(story: Story) -> None:
    number = story.hears(DELETION_LETTER)
    story.considers(number)
    confirms(story, number)
    story.forward_with_extract(days=30)
    story.says_yes(number)
    story.carries_out(number)
    found = story.outside.admin.state(DELETED)
    assert found is None or not found.is_live
    assert story.answers(number) == []
    # The yes came too late for the records it rested on: a fresh look proposes a new account.
    story.considers(number)
    assert story.ticket(number).state is TicketState.PLANNED
    assert story.verdict(number).remedy is Remedy.ISSUE_ACCOUNT


def test_a_retired_teacher_is_told_why_nothing_is_restored(story: Story) -> None:
    number = story.hears("Akun setelah pensiun")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.INFORM
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))
    story.says_yes(number)
    story.carries_out(number)
    assert not account(story, RETIRED).is_live
    assert story.ticket(number).state is TicketState.ANSWERED


def test_a_wrong_notice_is_urgent_and_its_deletion_cancelled(story: Story) -> None:
    number = story.hears("Pemberitahuan penghapusan salah")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.CANCEL_RETIREMENT
    ticket = story.ticket(number)
    assert ticket.urgent
    assert account(story, NOTICED).deletion_on is not None

    story.says_yes(number)
    story.carries_out(number)

    assert account(story, NOTICED).deletion_on is None
    assert account(story, NOTICED).is_live
    assert story.step(number, StepAction.CANCEL_DELETION).state is StepState.DONE


def test_of_two_accounts_the_unused_one_goes_on_its_day(story: Story) -> None:
    number = story.hears("Akun ganda")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.RETIRE_ACCOUNT
    assert story.step(number, StepAction.DELETE_ACCOUNT).target == UNUSED
    story.says_yes(number)
    story.carries_out(number)
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.SCHEDULED
    assert account(story, UNUSED).is_live

    story.forward_with_extract(days=30)
    story.sweeps()
    story.carries_out(number)

    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.DONE
    assert not account(story, UNUSED).is_live
    assert account(story, USED).is_live


def test_the_second_account_is_kept_when_the_first_is_gone_by_then(story: Story) -> None:
    number = story.hears("Akun ganda")
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    story.outside.admin.delete(account(story, USED).account_id)

    story.forward_with_extract(days=30)
    story.sweeps()
    story.carries_out(number)

    assert account(story, UNUSED).is_live
    assert story.ticket(number).state is TicketState.RETURNED
