"""A draft tried on the recorded cases: what is kept, and what a repeated run makes of it."""

import itertools
from datetime import date, datetime, timedelta

import pytest

from app.resolution import editions, trial
from app.resolution.editions import Text
from app.resolution.terms import Terms
from app.resolution.whatif import Shift, Summary
from app.store import editions as kept
from app.store import plans, whatifs
from app.store.session import Database, Session
from models import Plan, Staff, WhatIf
from models.vocabulary import PlanState, StaffRole
from tests.support import build
from tests.support.judged import judged

NOW = build.NOON
LATER = NOW + timedelta(minutes=1)
WAITS, RENAMES = "role_change.within_14_days", "role_change.after_14_days"
# By 14 days only the first is due; by 7 days the first two.
TOLD = (date(2026, 11, 5), date(2026, 11, 15), date(2026, 11, 22))


@pytest.fixture
def drafter(database: Database) -> Staff:
    with database.write() as session:
        row = Staff(
            username="hardi",
            name="Hardi",
            role=StaffRole.SUPERVISOR,
            password_hash="-",
            created_at=NOW,
        )
        session.add(row)
    return row


@pytest.fixture
def recorded(database: Database) -> list[Plan]:
    with database.write() as session:
        return [judged(session, day) for day in TOLD]


def ask(database: Database, by: Staff, *, days: int = 7, months: int = 1) -> WhatIf:
    with database.write() as session:
        text = Text("Rancangan", "", Terms(rename_after_days=days))
        edition = editions.draft(session, text, by=by, now=NOW)
        return trial.ask(session, edition, months=months, by=by, now=LATER)


def run(database: Database, whatif: WhatIf) -> Summary | None:
    trial.run(database, whatif.id, clock=lambda: LATER)
    with database.read() as session:
        return trial.summary_of(whatifs.by_id(session, whatif.id))


def numbers(database: Database, whatif: WhatIf, pair: tuple[str, str] | None = None) -> list[int]:
    with database.read() as session:
        rows = whatifs.differences(session, whatif.id, pair, offset=0, limit=9)
        assert len(rows) == whatifs.count_differences(session, whatif.id, pair)
        return [plan.id for _, plan, _, _ in rows]


def test_every_recorded_case_is_reproduced_and_the_changed_ones_are_listed(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    whatif = ask(database, drafter)
    found = run(database, whatif)
    assert found
    assert (found.cases, found.reproduced, found.changed) == (3, 3, 2)
    assert set(found.rules) == {(WAITS, RENAMES, 1), (WAITS, WAITS, 1)}
    assert dict(found.promises) == {Shift.EARLIER: 1, Shift.DROPPED: 1}
    first, second, third = (plan.id for plan in recorded)
    assert first not in numbers(database, whatif)
    assert numbers(database, whatif) == [third, second]
    assert numbers(database, whatif, (WAITS, RENAMES)) == [second]


def test_the_same_numbers_change_nothing(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    found = run(database, ask(database, drafter, days=14))
    assert found
    assert (found.cases, found.reproduced, found.changed) == (len(recorded), len(recorded), 0)


def test_a_repeated_run_counts_once(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    whatif = ask(database, drafter)
    once = run(database, whatif)
    with database.write() as session:
        row = whatifs.locked(session, whatif.id)
        assert row
        row.content = row.ended_at = None  # as if the end had not been written down
        session.add(row)
    assert run(database, whatif) == once
    assert len(numbers(database, whatif)) == 2
    assert run(database, whatif) == once
    assert recorded


def test_a_verdict_that_is_not_given_any_more_is_named(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    with database.write() as session:
        plan = plans.by_id(session, recorded[1].id)
        assert isinstance(plan.content, dict)
        plan.content = {**plan.content, "urgent": True}
        session.add(plan)
    whatif = ask(database, drafter, days=14)
    found = run(database, whatif)
    assert found
    assert (found.cases, found.reproduced) == (3, 2)
    with database.read() as session:
        [(ticket, plan, _, _)] = whatifs.not_reproduced(session, whatif.id, limit=9)
    assert (ticket.id, plan.id) == (recorded[1].ticket_id, recorded[1].id)


def test_what_was_too_long_ago_gave_way_or_kept_no_case_is_left_out(
    database: Database, drafter: Staff
) -> None:
    with database.write() as session:
        judged(session, TOLD[1], now=NOW - timedelta(days=100))
        gone = judged(session, TOLD[1])
        gone.state = PlanState.SUPERSEDED
        session.add(gone)
        build.propose(session, build.ticket(session), build.verdict())
    month, year = ask(database, drafter), ask(database, drafter, months=12)
    assert [found.cases for found in (run(database, month), run(database, year)) if found] == [0, 1]


def test_one_runs_at_a_time_and_a_new_one_takes_the_place_of_the_old(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    whatif = ask(database, drafter)
    assert recorded
    with database.write() as session, pytest.raises(trial.AlreadyRunning):
        again(session, whatif, drafter, LATER)
    dead = LATER + whatifs.GIVEN_UP_AFTER
    with database.write() as session:
        newer = again(session, whatif, drafter, dead)
    trial.run(database, whatif.id, clock=lambda: dead)  # overtaken: nothing is left of it
    assert run(database, newer)
    with database.read() as session:
        row = whatifs.newest(session, whatif.edition_id)
    assert row
    assert (row.id, row.started_at) == (newer.id, dead)


def test_a_run_that_another_overtook_leaves_off(
    database: Database, drafter: Staff, recorded: list[Plan]
) -> None:
    whatif = ask(database, drafter)
    asked = itertools.count()

    def clock() -> datetime:
        """Another run has noted something, just as this one wants to."""
        if next(asked):
            with database.write() as session:
                row = whatifs.locked(session, whatif.id)
                assert row
                row.seen = 77
                session.add(row)
        return LATER

    trial.run(database, whatif.id, clock=clock)
    with database.read() as session:
        row = whatifs.by_id(session, whatif.id)
    assert (row.seen, row.ended_at) == (77, None)
    assert numbers(database, whatif) == []
    assert recorded


def again(session: Session, whatif: WhatIf, by: Staff, now: datetime) -> WhatIf:
    edition = kept.locked(session, whatif.edition_id)
    return trial.ask(session, edition, months=1, by=by, now=now)
