"""A plan carried out by several workers, with an address taken, and with a directory away."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app import outcome, triage
from app.resolution.approve import AlreadyDecided
from app.standin.directory_faults import Fault
from app.store import plans
from app.store.session import Database
from models.vocabulary import AttemptOutcome, PlanState, StepAction, TicketState
from tests.stage.test_undo import RENAME, step
from tests.support.directory import BUDI, RINI, RINI_ADMIN, Served, present, served, world
from tests.support.worked import Desk

A = StepAction


@pytest.fixture
def directory() -> Iterator[Served]:
    with served(*world()) as running:
        yield running


@pytest.fixture
def at(database: Database, directory: Served) -> Desk:
    return Desk(database, directory)


def test_two_workers_at_once_make_a_change_once(at: Desk) -> None:
    """The second comes while the first is in the directory."""
    number = at.proposes(RENAME)
    at.says_yes(number)
    [plan] = at.plans(number)
    begun: list[str] = []
    first = at.outside

    class Slow:
        def state(self, key: str) -> object:
            if not begun:
                begun.append("second")
                at.carries_out(number)
            return first.admin.state(key)

        def __getattr__(self, name: str) -> object:
            return getattr(first.admin, name)

    slow = replace(first, admin=Slow())  # type: ignore[arg-type]
    triage.carry_out(at.database, plan.id, outside=slow, clock=lambda: at.now)
    [done] = at.steps(plan)
    with at.database.read() as session:
        outcomes = [each.outcome for each in plans.attempts_of(session, done.id)]
    assert begun
    assert outcomes == [AttemptOutcome.DONE]
    assert at.events(number).count("carried_out") == 1


def test_a_worker_that_died_over_a_step_is_taken_over_from_in_time(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    [plan] = at.plans(number)
    [only] = at.steps(plan)
    assert outcome.claimed(at.database, only, now=at.now) is not None
    at.carries_out(number)
    [waiting] = at.plans(number)
    assert waiting.state is PlanState.APPROVED
    assert waiting.next_try_at is not None
    at.now = waiting.next_try_at
    at.carries_out(number)
    assert at.plans(number)[0].state is PlanState.DONE


def test_a_taken_address_is_decided_anew_and_not_guessed(at: Desk) -> None:
    number = at.proposes(
        step(
            A.CREATE_ACCOUNT,
            BUDI,
            {"exists": False},
            {"exists": True, "primary_email": BUDI, "person_id": "ptk-3"},
        )
    )
    at.says_yes(number)
    at.carries_out(number)
    ticket = at.ticket(number)
    assert ticket.state is TicketState.RECEIVED
    assert at.events(number)[-1] == "address_taken"
    with at.database.read() as session:
        assert plans.refused_addresses(session, ticket.id) == [BUDI]


def test_a_failed_step_is_tried_again_once_its_cause_is_mended(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    at.directory.faults.add(Fault(403, "forbidden", method="PATCH"))
    at.carries_out(number)
    assert at.ticket(number).state is TicketState.RETURNED
    at.tries_again(number)
    at.carries_out(number)
    assert at.ticket(number).state is TicketState.ANSWERED
    assert str(present(at.directory.admin(), RINI).address) == RINI_ADMIN
    with pytest.raises(AlreadyDecided):
        at.tries_again(number)


def test_a_person_sees_a_plan_whose_directory_stays_away(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    pauses = []
    for _ in range(8):
        at.directory.faults.waiting.clear()
        at.directory.faults.add(Fault(503, retry_after=60), times=3)
        at.carries_out(number)
        [plan] = at.plans(number)
        assert plan.next_try_at is not None
        pauses.append(plan.next_try_at - at.now)
        at.now = plan.next_try_at
    assert pauses == sorted(pauses)
    assert at.events(number).count("step_stuck") == 1
    assert at.ticket(number).waiting_on.value == "helpdesk"
    at.directory.faults.waiting.clear()
    at.carries_out(number)
    assert at.ticket(number).state is TicketState.ANSWERED


def test_a_worker_that_was_started_anew_goes_on_with_what_it_had(at: Desk) -> None:
    number = at.proposes(RENAME)
    at.says_yes(number)
    [plan] = at.plans(number)
    [only] = at.steps(plan)
    assert outcome.claimed(at.database, only, by="satu", now=at.now) is not None
    assert outcome.claimed(at.database, only, by="dua", now=at.now) is None
    triage.carry_out(at.database, plan.id, outside=at.outside, clock=lambda: at.now, worker="satu")
    assert at.plans(number)[0].state is PlanState.DONE
