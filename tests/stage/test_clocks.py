"""A worker with a wrong clock does nothing before its day, and goes on once it is set right."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from app import desk, wiring
from app.cli import checkup
from app.kit.clock import APART_AT_MOST, wib_day
from app.store import plans, slots, tickets
from app.store.session import Database
from app.work import watchdog, workflows
from app.work.clocks import Clocks
from app.work.run import working
from app.work.workflows import Workshop
from models.vocabulary import StepAction, StepState
from tests.stage.test_worker import EVERY_SECOND, EVERY_YEAR, QUICK
from tests.support.installation import Installation, wait_for
from tests.support.people import colleague

DAY = timedelta(days=1)
SLOT = "uji-jam"


class Hands:
    """A clock that can be set wrong."""

    def __init__(self) -> None:
        self.fast = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.fast


@pytest.fixture
def mine() -> Hands:
    return Hands()


@contextmanager
def at_work(installation: Installation, mine: Hands, *, sweep_at: str) -> Iterator[None]:
    """Beside it the server's clock; with SQLite the stand-in directory's."""
    with closing(wiring.outside(installation.settings(), clock=mine)) as outside:
        clocks = Clocks.of(mine, installation.database, outside.date)
        shop = Workshop(installation.database, outside, clock=mine, two_clocks=clocks)
        with working(shop, slot=SLOT, pulse=QUICK, sweep_at=sweep_at):
            yield


def due(installation: Installation, at: datetime) -> int:
    """A ticket that is considered again at that time; its id."""
    [ticket_id] = installation.receives()
    with installation.database.write() as session:
        ticket = tickets.locked(session, ticket_id)
        ticket.tries, ticket.due_at = 1, at
    installation.database.queue.cancel_workflow(f"triage-{ticket.number}-{ticket.revision}-0")
    return ticket_id


def sweeps_ended(installation: Installation) -> int:
    return len(installation.database.queue.list_workflows(name="sweep", status="SUCCESS"))


def test_a_clock_a_day_fast_wakes_nothing_and_once_set_right_only_what_is_due(
    installation: Installation, mine: Hands
) -> None:
    installation.without_classifier()
    mine.fast = DAY
    tonight = mine() - DAY / 2
    early, past = due(installation, tonight), due(installation, mine() - DAY - DAY)
    with at_work(installation, mine, sweep_at=EVERY_SECOND):
        wait_for(lambda: sweeps_ended(installation) >= 2, "two sweeps")
        assert installation.ticket(past).due_at is not None
        assert installation.ticket(early).due_at == tonight
        with installation.database.read() as session:
            told = slots.ahead(session, by=APART_AT_MOST)
        # On SQLite one clock is all there is between the processes.
        assert set(told) == (set() if installation.database.is_sqlite else {SLOT})

        mine.fast = timedelta(0)
        installation.wait_until_triaged([past])
    assert installation.ticket(early).due_at == tonight
    with installation.database.read() as session:
        assert slots.ahead(session, by=APART_AT_MOST) == {}


def test_what_waits_for_tomorrow_is_not_done_by_a_clock_that_has_it_already(
    installation: Installation, mine: Hands
) -> None:
    [ticket_id] = installation.receives()
    with at_work(installation, mine, sweep_at=EVERY_YEAR):
        installation.wait_until_triaged([ticket_id])
        [plan] = installation.plans(ticket_id)
        mine.fast = DAY
        with installation.database.write() as session:
            for step in plans.steps_of(session, plan.id):
                step.not_before = wib_day(mine())
            by = colleague(session, "agen", now=mine() - DAY)
            desk.approve(session, tickets.by_id(session, ticket_id), by=by, now=mine() - DAY)

        def rename() -> StepState:
            with installation.database.read() as session:
                [step] = [
                    each
                    for each in plans.steps_of(session, plan.id)
                    if each.action is StepAction.RENAME_ACCOUNT
                ]
            return step.state

        wait_for(lambda: rename() is not StepState.PLANNED, "the step put off")
    assert rename() is StepState.SCHEDULED
    assert installation.gate.changes == []


def test_a_sweep_that_the_schedule_does_not_bring_is_begun_anyway(
    installation: Installation, mine: Hands
) -> None:
    """The library waits for the next minute by the clock, after one that ran ahead for a day."""
    installation.without_classifier()
    past = due(installation, mine() - DAY)
    with at_work(installation, mine, sweep_at=EVERY_YEAR):
        workflows.sweep_if_late()
        assert sweeps_ended(installation) == 0
        workflows.sweep_if_late(after=0)
        installation.wait_until_triaged([past])


def test_nobody_is_taken_for_dead_by_a_wrong_clock(database: Database, mine: Hands) -> None:
    def known() -> bool:
        with database.read() as session:
            return slots.seen_at(session, "teman") is not None

    watchdog.beat(database, "teman", mine(), dead_after=DAY / 24)
    for is_right in (False, True):
        watchdog.beat(database, SLOT, mine() + DAY, dead_after=DAY / 24, is_clock_right=is_right)
        assert known() is not is_right


def test_the_doctor_names_a_clock_that_is_wrong(installation: Installation, mine: Hands) -> None:
    settings, database = installation.settings(), installation.database
    assert dict(checkup.checks(settings, now=mine()))["jam"] == ""
    with database.write() as session:
        slots.beat(session, "jauh", mine() + DAY / 2 + timedelta(minutes=1))
    said = dict(checkup.checks(settings, now=mine() - timedelta(minutes=10, seconds=30)))["jam"]
    assert said.startswith("jam komputer ini 10 menit lebih lambat daripada jam direktori akun")
    assert said.endswith("ditahan sampai jam-jam itu cocok lagi")
    others = ("daripada jam basis data; jam pekerja jauh 12 jam lebih cepat", "jam basis data")
    assert all((words in said) is not database.is_sqlite for words in others)
