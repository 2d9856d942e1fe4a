"""The records change between the yes and the deed: what the rules no longer want is not done."""

from dataclasses import replace

from models.vocabulary import PlanState, StepAction, StepState, System, TicketState
from tests.path.conftest import Story
from tests.path.mailbox import confirms
from tests.path.test_missing import NEW_TEACHER
from tests.path.test_removed import DELETED, DELETION_LETTER
from tests.path.test_role_change import OLD, PERSON, TEXT

OPERATOR = "operator.69900005@pos.example"


def approved(story: Story, number: int) -> int:
    story.considers(number)
    story.says_yes(number)
    return number


def nothing_was_done(story: Story, number: int) -> None:
    """And what was approved is decided anew, on what the records say now."""
    [plan] = story.plans(number)
    story.carries_out(number)
    assert story.systems.changes == []
    assert (story.plans(number)[0].id, story.plans(number)[0].state) == (plan.id, PlanState.FAILED)
    assert story.ticket(number).state is TicketState.RECEIVED
    assert "records_changed" in story.events(number)
    story.considers(number)
    assert story.answers(number) == []
    assert story.verdict(number).rule != plan.rule


def test_somebody_who_left_since_the_yes_gets_no_account(story: Story) -> None:
    number = approved(story, story.hears(NEW_TEACHER))
    for row in story.systems.rows_of("Lestariwati Kusumajati"):
        row["jenis_keluar_id"], row["tanggal_keluar"] = "4", "2026-11-25"
    story.systems.extracts(story.now)
    nothing_was_done(story, number)


def test_a_role_that_was_given_back_since_renames_nothing(story: Story) -> None:
    number = approved(story, story.arrives(TEXT, **PERSON))
    for row in story.systems.rows_of("Sasmita Kertanagara"):
        row["jenis_ptk_id"], row["jabatan_ptk_id_str"] = "3", None
    story.systems.extracts(story.now)
    nothing_was_done(story, number)
    account = story.outside.admin.state(OLD)
    assert account is not None
    assert account.address.text == OLD


def test_an_operator_out_of_office_since_is_handed_nothing(story: Story) -> None:
    number = story.hears(DELETION_LETTER, requester_email=OPERATOR)
    story.considers(number)
    confirms(story, number)
    story.says_yes(number)
    for row in story.systems.world.pengguna:
        if row["username"] == OPERATOR:
            row["peran_id_str"] = "PTK"
    story.systems.extracts(story.now)
    nothing_was_done(story, number)
    account = story.outside.admin.state(DELETED)
    assert account is None or not account.is_live


def test_a_directory_away_for_a_week_is_not_changed_on_the_records_of_a_week_ago(
    story: Story,
) -> None:
    number = approved(story, story.hears(NEW_TEACHER))
    story.systems.away.add(System.DIRECTORY)
    story.carries_out(number)
    story.systems.away.clear()
    story.forward(days=6)
    story.sweeps()
    story.carries_out(number)
    create = story.step(number, StepAction.CREATE_ACCOUNT)
    assert (create.state, story.systems.changes) == (StepState.PLANNED, [])

    story.forward_with_extract(days=1)
    story.sweeps()
    story.carries_out(number)
    assert story.step(number, StepAction.CREATE_ACCOUNT).state is StepState.DONE


def test_a_look_that_outlasts_the_claim_on_the_step_changes_nothing(story: Story) -> None:
    """Else another worker takes the step over, and both of them act."""
    number = approved(story, story.hears(NEW_TEACHER))
    right = story.outside

    class Slow:
        def __getattr__(self, name: str) -> object:
            story.forward(minutes=2)
            return getattr(right.dapodik, name)

    story.outside = replace(right, dapodik=Slow())  # type: ignore[arg-type]
    story.carries_out(number)
    assert story.systems.changes == []
    story.outside = right
    story.forward(minutes=10)
    story.sweeps()
    story.carries_out(number)
    assert story.step(number, StepAction.CREATE_ACCOUNT).state is StepState.DONE
    assert len(story.systems.changes) == 1
