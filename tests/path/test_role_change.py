"""A teacher became head of the school; the address must follow, fourteen days after the notice."""

import pytest

from app.resolution.approve import AlreadyDecided
from models.vocabulary import (
    Category,
    MatchStatus,
    PlanState,
    Remedy,
    ReplyState,
    StepAction,
    TicketState,
)
from tests.path.conftest import Story

OLD = "sasmitakertanagara27@guru.sd.belajar.id"
NEW = "sasmitakertanagara27@admin.sd.belajar.id"
TEXT = (
    "Saya Sasmita Kertanagara, dulu guru kelas dan sekarang kepala sekolah di SD Negeri 1 Tirta "
    f"Wening. Di Dapodik sudah kepala sekolah, tapi akun saya masih {OLD}, belum jadi admin."
)
PERSON = {
    "subject": "Akun guru belum berubah jadi admin",
    "self_category": Category.ROLE_CHANGE,
    "requester_name": "Sasmita Kertanagara",
    "requester_email": "sasmita.kertanagara@pos.example",
    "npsn": "69900001",
}


def test_the_address_is_changed_once_read_back_and_answered(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)

    assert story.ticket(number).state is TicketState.PLANNED
    verdict = story.verdict(number)
    assert verdict.remedy is Remedy.RENAME_ACCOUNT
    assert verdict.source.url
    rename = next(step for step in verdict.steps if step.action is StepAction.RENAME_ACCOUNT)
    assert (rename.target, rename.after["primary_email"]) == (OLD, NEW)

    story.says_yes(number)
    assert story.ticket(number).state is TicketState.RUNNING
    story.carries_out(number)

    account = story.outside.admin.state(NEW)
    assert account is not None
    assert OLD in [str(alias) for alias in account.aliases]
    assert story.ticket(number).state is TicketState.ANSWERED
    answer = next(reply for reply in story.replies(number) if not reply.is_notice)
    assert answer.state is ReplyState.SENT
    # Whoever typed the owner's address reads the tracking page; the mailbox is told apart from it.
    assert NEW not in answer.body
    [notice] = story.notices(number)
    assert NEW in notice.body
    assert notice.to == PERSON["requester_email"]
    assert str(number) in answer.subject
    assert "Selamat siang" in answer.body


def test_nothing_happens_without_a_yes(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    story.carries_out(number)
    account = story.outside.admin.state(OLD)
    assert account is not None
    assert str(account.address) == OLD
    assert story.replies(number) == []


def test_the_second_yes_is_refused(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    story.says_yes(number)
    with pytest.raises(AlreadyDecided):
        story.says_yes(number, who=1)


def test_carrying_out_again_changes_nothing_more(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    story.carries_out(number)
    assert len([reply for reply in story.replies(number) if not reply.is_notice]) == 1
    assert [plan.state for plan in story.plans(number)] == [PlanState.DONE]


def test_an_account_changed_meanwhile_returns_the_ticket(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    story.says_yes(number)
    account = story.outside.admin.state(OLD)
    assert account is not None
    other = type(account.address).parse("orang.lain@guru.sd.belajar.id")
    story.outside.admin.rename(account.account_id, other)

    story.carries_out(number)

    assert story.ticket(number).state is TicketState.RETURNED
    assert story.replies(number) == []


def test_considering_twice_keeps_one_reading_and_one_plan(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    story.considers(number)
    assert story.events(number).count("read") == 1
    assert len(story.plans(number)) == 1


def test_the_person_is_matched_and_every_question_logged(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    story.considers(number)
    from app.lookup import keep  # noqa: PLC0415 only here
    from app.store import readings  # noqa: PLC0415 only here

    with story.database.read() as session:
        ticket = story.ticket(number)
        reading = readings.latest(session, ticket.id)
        assert reading is not None
        dossier = keep.recall(readings.lookups_of(session, reading.id)[0])
        asked = readings.accesses_of(session, ticket.id)
    assert dossier.match.status is MatchStatus.MATCHED
    assert asked
    assert {each.actor for each in asked} == {"loket"}
    assert all(str(number) in each.reason for each in asked)
