"""People without an account: issued when the records say so, waited for until then."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from app.resolution.approve import AlreadyApproved, AlreadyDecided
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Automation,
    PlanState,
    Remedy,
    StaffRole,
    StepAction,
    TicketState,
    WhoActs,
)
from tests.path.conftest import Story

NEW_TEACHER = "Guru baru belum punya akun"
TOO_EARLY = "akun guru baru"
FRIDAY_MORNING = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)  # 09.00 WIB, the third working day


def test_new_staff_get_their_account_after_three_working_days(story: Story) -> None:
    number = story.hears(NEW_TEACHER)
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.ISSUE_ACCOUNT
    address = story.step(number, StepAction.CREATE_ACCOUNT).target
    assert story.outside.admin.state(address) is None

    story.says_yes(number)
    story.carries_out(number)

    created = story.outside.admin.state(address)
    assert created is not None
    assert created.person_id == story.systems.rows_of("Lestariwati Kusumajati")[0]["ptk_id"]
    assert story.ticket(number).state is TicketState.ANSWERED
    assert address in story.answers(number)[-1].body or address in story.notices(number)[-1].body


def test_what_is_too_early_waits_and_is_judged_anew_on_its_day(story: Story) -> None:
    number = story.hears(TOO_EARLY)
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.WAIT_FOR_SYNC
    story.says_yes(number)
    story.carries_out(number)
    waiting = story.ticket(number)
    assert waiting.state is TicketState.WAITING
    assert waiting.waiting_on is WhoActs.SYSTEM
    assert waiting.due_at == waiting.promised_at == FRIDAY_MORNING

    story.forward_with_extract(days=1)
    story.sweeps()
    assert story.ticket(number).state is TicketState.WAITING

    story.forward_with_extract(days=1)
    story.sweeps()
    assert story.ticket(number).state is TicketState.RECEIVED
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.ISSUE_ACCOUNT
    story.says_yes(number)
    story.carries_out(number)
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 2


def test_what_was_entered_but_not_sent_is_with_the_operator(story: Story) -> None:
    number = story.hears("belum dapat akun")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.WAIT_FOR_SYNC
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))
    story.says_yes(number)
    story.carries_out(number)
    ticket = story.ticket(number)
    assert (ticket.state, ticket.waiting_on) == (TicketState.WAITING, WhoActs.OPERATOR)
    assert ticket.promised_at is None
    assert "Dapodik" in story.answers(number)[-1].body


def test_support_staff_are_left_to_a_person(story: Story) -> None:
    number = story.hears("Akun petugas perpustakaan")
    story.considers(number)
    assert story.ticket(number).state is TicketState.MANUAL
    verdict = story.verdict(number)
    assert verdict.remedy is Remedy.MANUAL_REVIEW
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))


def test_a_second_account_needs_the_yes_of_two_people(story: Story) -> None:
    number = story.hears("Akun kedua untuk jenjang lain")
    story.considers(number)
    create = story.step(number, StepAction.CREATE_ACCOUNT)
    assert create.automation is Automation.TWO_PERSON

    story.says_yes(number)
    assert story.ticket(number).state is TicketState.PLANNED
    with pytest.raises(AlreadyApproved):
        story.says_yes(number)
    story.carries_out(number)
    assert story.outside.admin.state(create.target) is None

    story.says_yes(number, role=StaffRole.SUPERVISOR)
    story.carries_out(number)
    assert story.outside.admin.state(create.target) is not None
    assert story.outside.admin.state("ramadhinakartawirya23@guru.smp.belajar.id") is not None


def test_a_whole_class_gets_a_plan_for_each_pupil_and_one_answer(story: Story) -> None:
    number = story.hears("siswa kelas 5 belum punya akun")
    story.considers(number)
    created = [s.target for s in story.steps(number) if s.action is StepAction.CREATE_ACCOUNT]
    assert len(story.plans(number)) == len(set(created)) == 3

    story.says_yes(number)
    story.carries_out(number)

    assert {plan.state for plan in story.plans(number)} == {PlanState.DONE}
    assert all(story.outside.admin.state(address) for address in created)
    [answer] = story.answers(number)
    for name in ("Kirananda Puspalaya", "Galangsaka Wirasena", "Naraya Cempakasari"):
        assert name in answer.body
    assert story.ticket(number).state is TicketState.ANSWERED


def test_a_late_yes_issues_nothing_to_somebody_who_left_meanwhile(story: Story) -> None:
    number = story.hears(NEW_TEACHER)
    story.considers(number)
    address = story.step(number, StepAction.CREATE_ACCOUNT).target
    for row in story.systems.rows_of("Lestariwati Kusumajati"):
        row["jenis_keluar_id"], row["tanggal_keluar"] = "4", "2026-12-01"

    story.forward_with_extract(days=21)
    story.sweeps()
    with suppress(AlreadyDecided):
        story.says_yes(number)
    story.carries_out(number)

    assert story.outside.admin.state(address) is None
