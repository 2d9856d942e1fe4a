"""A system that is away delays, and neither loses, doubles nor guesses anything."""

from datetime import timedelta

import pytest

from app import wiring
from app.lookup.dossier import Account
from app.standin.directory_faults import Fault
from models.vocabulary import (
    CHANGES_ACCOUNT,
    AttemptOutcome,
    PlanState,
    Remedy,
    StepAction,
    StepState,
    System,
    TicketState,
)
from tests.path.conftest import Story
from tests.path.mailbox import confirms

ROLE_LETTER = "Akun guru belum berubah jadi admin"
OLD = "sasmitakertanagara27@guru.sd.belajar.id"
NEW = "sasmitakertanagara27@admin.sd.belajar.id"
UNUSED = "kartikasariwulandaru84@guru.sd.belajar.id"


def approved(story: Story, letter: str = ROLE_LETTER) -> int:
    number = story.hears(letter)
    story.considers(number)
    if story.verdict(number).remedy is Remedy.RESTORE_ACCOUNT:
        confirms(story, number)
    story.says_yes(number)
    return number


def account(story: Story, address: str) -> Account:
    found = story.outside.admin.state(address)
    assert found is not None
    return found


@pytest.mark.parametrize("system", [System.DAPODIK, System.DIRECTORY])
def test_a_look_up_waits_for_the_system_that_is_away(story: Story, system: System) -> None:
    number = story.hears(ROLE_LETTER)
    story.systems.away.add(system)
    story.considers(number)
    ticket = story.ticket(number)
    assert ticket.state is TicketState.RECEIVED
    assert ticket.due_at is not None
    assert ticket.due_at > story.now
    assert "lookup_delayed" in story.events(number)
    assert story.plans(number) == []

    story.systems.away.clear()
    story.forward(minutes=2)
    story.sweeps()
    assert story.ticket(number).due_at is None
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.RENAME_ACCOUNT
    assert story.ticket(number).state is TicketState.PLANNED
    assert story.events(number).count("read") == 1


def test_each_failed_look_up_is_tried_again_more_rarely(story: Story) -> None:
    number = story.hears(ROLE_LETTER)
    story.systems.away.add(System.DAPODIK)
    pauses = []
    for _ in range(3):
        story.considers(number)
        due = story.ticket(number).due_at
        assert due is not None
        pauses.append(due - story.now)
        story.now = due
        story.sweeps()
    assert pauses == sorted(set(pauses))
    assert pauses[0] >= timedelta(minutes=1)


def test_a_step_waits_for_the_directory_and_is_then_done_once(story: Story) -> None:
    number = approved(story)
    story.systems.away.add(System.DIRECTORY)
    story.carries_out(number)
    [plan] = story.plans(number)
    assert plan.state is PlanState.APPROVED
    assert plan.next_try_at is not None
    assert story.ticket(number).state is TicketState.RUNNING
    assert "step_delayed" in story.events(number)
    assert story.replies(number) == []

    story.systems.away.clear()
    story.systems.questions.clear()
    story.now = plan.next_try_at
    story.sweeps()
    story.carries_out(number)

    assert str(account(story, OLD).address) == NEW
    assert len(story.systems.changes) == 1
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 1


@pytest.mark.parametrize(
    ("letter", "action", "method"),
    [
        pytest.param(ROLE_LETTER, StepAction.RENAME_ACCOUNT, "PATCH", id="rename"),
        pytest.param("Guru baru belum punya akun", StepAction.CREATE_ACCOUNT, "POST", id="create"),
        pytest.param(
            "Akun terhapus padahal masih aktif",
            StepAction.UNDELETE_ACCOUNT,
            "POST",
            id="undelete",
        ),
    ],
)
def test_what_was_done_though_its_answer_was_lost_is_not_done_twice(
    story: Story, letter: str, action: StepAction, method: str
) -> None:
    number = approved(story, letter)
    story.systems.faults.add(Fault(done_first=True, method=method))
    story.carries_out(number)
    story.forward(hours=1)
    story.sweeps()
    story.carries_out(number)

    assert story.step(number, action).state is StepState.DONE
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 1
    target = story.step(number, action).target
    if action is StepAction.RENAME_ACCOUNT:
        target = NEW
    owner = account(story, target).person_id
    assert owner is not None
    live = [each for each in story.outside.accounts.of_person(owner) if each.is_live]
    assert [str(each.address) for each in live] == [target]


def test_a_change_that_was_made_in_silence_is_found_done_later(story: Story) -> None:
    number = approved(story)
    hasty = wiring.outside(
        story.settings.model_copy(update={"outside_timeout": 2.0}), clock=story.clock
    )
    patient, story.outside = story.outside, hasty
    story.systems.faults.add(Fault(done_first=True, silence=3.0, method="PATCH"))
    story.carries_out(number)
    assert story.ticket(number).state is TicketState.RUNNING
    hasty.close()

    story.outside = patient
    story.forward(minutes=2)
    story.sweeps()
    story.carries_out(number)
    outcomes = [outcome for outcome, _ in story.proofs(number, StepAction.RENAME_ACCOUNT)]
    assert outcomes == [AttemptOutcome.RETRY, AttemptOutcome.ALREADY]
    assert len(story.systems.changes) == 1
    assert story.ticket(number).state is TicketState.ANSWERED


def test_a_step_refused_for_good_returns_the_ticket(story: Story) -> None:
    number = approved(story)
    story.systems.faults.add(Fault(status=403, reason="forbidden", method="PATCH"), times=5)
    story.carries_out(number)
    assert str(account(story, OLD).address) == OLD
    assert story.step(number, StepAction.RENAME_ACCOUNT).state is StepState.REFUSED
    assert story.ticket(number).state is TicketState.RETURNED
    assert story.answers(number) == []


def test_old_records_allow_no_change(story: Story) -> None:
    story.forward(hours=44)  # the extract is then 49 hours old
    for letter in (ROLE_LETTER, "Guru baru belum punya akun", "Akun ganda"):
        number = story.hears(letter)
        story.considers(number)
        assert CHANGES_ACCOUNT.isdisjoint(story.actions(number)), letter
        remedies = {Remedy.WAIT_FOR_SYNC, Remedy.MANUAL_REVIEW}
        assert story.verdict(number).remedy in remedies


def test_nothing_is_deleted_on_the_word_of_old_records(story: Story) -> None:
    number = approved(story, "Akun ganda")
    story.carries_out(number)
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.SCHEDULED

    story.forward(days=30)  # and no new extract in all that time
    story.sweeps()
    story.carries_out(number)
    assert account(story, UNUSED).is_live

    story.forward_with_extract(days=1)
    story.sweeps()
    story.carries_out(number)
    assert not account(story, UNUSED).is_live


def test_dapodik_away_on_the_day_of_a_deletion_delays_it(story: Story) -> None:
    number = approved(story, "Akun ganda")
    story.carries_out(number)
    story.forward_with_extract(days=30)
    story.systems.away.add(System.DAPODIK)
    story.sweeps()
    story.carries_out(number)
    assert account(story, UNUSED).is_live
    outcomes = [outcome for outcome, _ in story.proofs(number, StepAction.DELETE_ACCOUNT)]
    assert outcomes == [AttemptOutcome.RETRY]

    story.systems.away.clear()
    story.forward(hours=1)
    story.sweeps()
    story.carries_out(number)
    assert not account(story, UNUSED).is_live
    assert story.ticket(number).state is TicketState.ANSWERED
