"""A teacher moved from SD to SMP: a new account now, the old one deleted on its announced day."""

from app.lookup.dossier import Account
from models.values import AccountAddress
from models.vocabulary import (
    PlanState,
    Remedy,
    ReplyState,
    StepAction,
    StepState,
    TicketState,
)
from tests.path.conftest import Story

LETTER = "Akun SMP belum ada setelah mutasi dari SD"
NAME = "Dharmawangsa Prajanata"
OLD = "dharmawangsaprajanata64@guru.sd.belajar.id"
PERSONAL = "dharmawangsa@pos.example"
OPERATOR = "operator.69900003@pos.example"
DAYS_UNTIL_DELETION = 21


def replaced(story: Story, **more: object) -> int:
    """The proposal was approved and carried out as far as today allows."""
    number = story.hears(LETTER, **more)
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.REPLACE_ACCOUNT
    story.says_yes(number)
    story.carries_out(number)
    return number


def new_account(story: Story, number: int) -> Account | None:
    return story.outside.admin.state(story.step(number, StepAction.CREATE_ACCOUNT).target)


def turn_back(story: Story) -> None:
    """Dapodik shows the teacher at the SD again."""
    for row in story.systems.rows_of(NAME):
        came_back = row["npsn"] == "69900001"
        row["jenis_keluar_id"] = None if came_back else "2"
        row["tanggal_keluar"] = None if came_back else "2026-12-01"


def test_the_new_account_exists_before_anything_is_deleted(story: Story) -> None:
    number = replaced(story)

    created = new_account(story, number)
    assert created is not None
    assert created.address.jenjang is not None
    assert created.is_live
    old = story.outside.admin.state(OLD)
    assert old is not None
    assert old.is_live
    assert created.person_id == old.person_id
    assert story.step(number, StepAction.CREATE_ACCOUNT).state is StepState.DONE
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.SCHEDULED
    assert story.ticket(number).state is TicketState.ANSWERED
    [answer] = story.answers(number)
    assert answer.state is ReplyState.SENT
    assert str(created.address) not in answer.body
    [told] = [each for each in story.notices(number) if str(created.address) in each.body]
    assert told.to == PERSONAL


def test_the_old_account_is_deleted_on_its_day_and_not_before(story: Story) -> None:
    number = replaced(story)

    story.forward_with_extract(days=DAYS_UNTIL_DELETION - 1)
    story.sweeps()
    story.carries_out(number)
    still = story.outside.admin.state(OLD)
    assert still is not None
    assert still.is_live

    story.forward_with_extract(days=1)
    story.sweeps()
    story.systems.questions.clear()
    story.carries_out(number)

    gone = story.outside.admin.state(OLD)
    assert gone is None or not gone.is_live
    assert any("/pencarian/orang" in each for each in story.systems.questions)
    assert any("GET /admin/directory" in each for each in story.systems.questions)
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.DONE
    assert [plan.state for plan in story.plans(number)] == [PlanState.DONE]
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 1


def test_an_account_that_dapodik_supports_again_is_not_deleted(story: Story) -> None:
    number = replaced(story)
    turn_back(story)

    story.forward_with_extract(days=DAYS_UNTIL_DELETION)
    story.sweeps()
    story.carries_out(number)

    old = story.outside.admin.state(OLD)
    assert old is not None
    assert old.is_live
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.REFUSED
    assert story.ticket(number).state is TicketState.RETURNED


def test_the_owner_hears_of_each_change_exactly_once(story: Story) -> None:
    number = replaced(story, requester_email=OPERATOR)
    story.carries_out(number)
    assert [str(notice.to) for notice in story.notices(number)] == [PERSONAL, PERSONAL]

    story.forward_with_extract(days=DAYS_UNTIL_DELETION)
    for _ in range(2):
        story.sweeps()
        story.carries_out(number)

    told = [str(notice.to) for notice in story.notices(number)]
    assert told == [PERSONAL] * 3  # the new account; the deletion announced, and done
    assert {notice.state for notice in story.notices(number)} == {ReplyState.SENT}


def test_a_pupil_whose_new_account_is_unused_is_told_how_to_sign_in(story: Story) -> None:
    number = story.hears("Akun siswa naik ke SMP")
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.SELF_SERVICE
    assert story.actions(number) == [StepAction.SEND_REPLY]
    address = AccountAddress.parse("arkanantawijayaputra71@smp.belajar.id")
    story.says_yes(number)
    story.carries_out(number)
    [answer] = story.answers(number)
    assert str(address) not in answer.body  # a stranger is not told the address
    assert story.ticket(number).state is TicketState.ANSWERED
