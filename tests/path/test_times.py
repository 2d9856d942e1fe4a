"""Clocks that jump, workers that were off, and yesterday's database beside today's directory."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.store import backup, slots
from app.store.session import Database
from app.work import watchdog
from models.vocabulary import (
    PlanState,
    StepAction,
    StepState,
    System,
    TicketState,
)
from tests.path.conftest import Story
from tests.path.mailbox import codes, confirms
from tests.path.test_other_jenjang import DAYS_UNTIL_DELETION, OLD, replaced
from tests.path.test_outages import approved

ROLE_LETTER = "Akun guru belum berubah jadi admin"


def test_a_clock_an_hour_slow_delays_and_doubles_nothing(story: Story) -> None:
    number = approved(story)
    story.systems.away.add(System.DIRECTORY)
    story.carries_out(number)
    [plan] = story.plans(number)
    assert plan.next_try_at is not None
    story.systems.away.clear()
    right = story.now
    story.now = right - timedelta(hours=1)
    story.sweeps()
    assert story.plans(number)[0].next_try_at == plan.next_try_at
    story.now = right + timedelta(minutes=2)
    story.sweeps()
    story.carries_out(number)
    assert len(story.systems.changes) == 1
    assert story.ticket(number).state is TicketState.ANSWERED
    assert len(story.answers(number)) == 1


def test_a_worker_whose_clock_is_slow_is_not_dead_for_ever(story: Story) -> None:
    """What it said an hour ahead of its death is an hour in our future."""
    dead_after = timedelta(seconds=30)
    ahead = story.now + timedelta(hours=1)
    watchdog.beat(story.database, "cepat", ahead, dead_after=dead_after)
    watchdog.beat(story.database, "benar", story.now, dead_after=dead_after)
    later = ahead + timedelta(minutes=1)
    watchdog.beat(story.database, "benar", later, dead_after=dead_after)
    with story.database.read() as session:
        assert slots.seen_at(session, "cepat") is None


def test_a_clock_a_day_fast_loses_and_doubles_nothing(story: Story) -> None:
    number = story.hears(ROLE_LETTER)
    story.considers(number)
    right = story.now
    story.forward(days=1)
    story.sweeps()
    story.considers(number)
    story.now = right
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    assert len(story.systems.changes) == 1
    assert story.ticket(number).state is TicketState.ANSWERED
    assert story.events(number).count("carried_out") == 1


def test_a_deletion_whose_day_passed_while_nobody_worked_is_done_once(story: Story) -> None:
    number = replaced(story)
    story.forward_with_extract(days=DAYS_UNTIL_DELETION + 3)
    story.systems.questions.clear()
    for _ in range(2):
        story.sweeps()
        story.carries_out(number)
    old = story.outside.admin.state(OLD)
    assert old is None or not old.is_live
    assert [each for each in story.systems.changes if each.startswith("DELETE")] != []
    assert len(story.systems.changes) == 1
    assert story.step(number, StepAction.DELETE_ACCOUNT).state is StepState.DONE
    assert story.events(number).count("woken") == 1


@pytest.mark.usefixtures("dump_programs")
@pytest.mark.parametrize(
    ("letter", "when"),
    [
        (ROLE_LETTER, "planned"),
        (ROLE_LETTER, "approved"),
        ("Guru baru belum punya akun", "approved"),
        ("Akun terhapus padahal masih aktif", "approved"),
    ],
)
def test_yesterdays_database_does_nothing_twice_in_todays_directory(
    story: Story, letter: str, when: str, empty_database_url: str, tmp_path: Path
) -> None:
    number = story.hears(letter)
    story.considers(number)
    if codes(story, number):
        confirms(story, number)
    if when == "approved":
        story.says_yes(number)
    story.colleague()
    kept = tmp_path / "kemarin.zip"
    backup.save(story.database, tmp_path / "data", kept)
    if when == "planned":
        story.says_yes(number)
    story.carries_out(number)
    done = list(story.systems.changes)
    assert len(done) == 1

    with closing(Database(empty_database_url)) as restored:
        backup.restore(restored, tmp_path / "kembali", kept)
        story.database = restored
        story.forward(hours=20)
        if when == "planned":
            story.says_yes(number)
        story.carries_out(number)
        assert story.systems.changes == done
        assert story.ticket(number).state in {TicketState.ANSWERED, TicketState.RETURNED}
        assert story.plans(number)[-1].state in {PlanState.DONE, PlanState.FAILED}
