"""Tickets are given out by the sweep: each once, fairly, and back when a shift ends."""

import threading
from collections import Counter
from datetime import datetime, timedelta

import pytest

from app import desk, states
from app.staffing import distribute, hand, roster
from app.store import staffing, tickets
from app.store.session import Database
from models import Staff
from models.vocabulary import AssignMode, AssignWay, Category, StaffRole, TicketState
from tests.support import build
from tests.support.build import NOON

OFFICE = [(day, 8 * 60, 16 * 60) for day in range(5)]
EVENING = NOON + timedelta(hours=5)  # 17.00 WIB


def _team(
    database: Database, count: int = 3, *, mode: AssignMode = AssignMode.ROUND_ROBIN, cap: int = 30
) -> list[Staff]:
    with database.write() as session:
        made = [
            Staff(
                username=f"petugas{each}", name=f"Petugas {each}", role=StaffRole.AGENT,
                password_hash="-", created_at=NOON,
            )
            for each in range(count)
        ]  # fmt: skip
        session.add_all(made)
        session.flush()
        for each in made:
            roster.set_week(session, each, OFFICE, "WIB", by=made[0], now=NOON)
        roster.set_rule(session, mode, str(cap), by=made[0], now=NOON)
    return made


def _tickets(database: Database, count: int, **given: object) -> list[int]:
    with database.write() as session:
        return [build.ticket(session, **given).id for _ in range(count)]


def _holders(database: Database, ids: list[int]) -> list[int | None]:
    with database.read() as session:
        return [tickets.by_id(session, each).assigned_to_id for each in ids]


@pytest.mark.parametrize("mode", [AssignMode.ROUND_ROBIN, AssignMode.LOAD])
def test_undecided_tickets_are_spread_evenly(database: Database, mode: AssignMode) -> None:
    team = _team(database, mode=mode)
    ids = _tickets(database, 8)
    waiting = _tickets(database, 2, state=TicketState.WAITING)
    assert distribute.run(database, NOON) == 8
    counts = Counter(_holders(database, ids))
    assert set(counts) == {each.id for each in team}
    assert max(counts.values()) - min(counts.values()) <= 1
    assert _holders(database, waiting) == [None, None]
    assert distribute.run(database, NOON) == 0
    with database.read() as session:
        assert sum(staffing.given_since(session, [each.id for each in team], NOON).values()) == 8


def test_several_sweeps_at_once_give_each_ticket_once(database: Database) -> None:
    team = _team(database)
    ids = _tickets(database, 30)
    sweeps = [threading.Thread(target=distribute.run, args=(database, NOON)) for _ in range(4)]
    for sweep in sweeps:
        sweep.start()
    for sweep in sweeps:
        sweep.join()
    distribute.run(database, NOON)
    counts = Counter(_holders(database, ids))
    assert sorted(counts.values()) == [10, 10, 10]
    with database.read() as session:
        assert sum(staffing.given_since(session, [each.id for each in team], NOON).values()) == 30


def test_nobody_is_given_more_than_the_cap(database: Database) -> None:
    _team(database, 2, mode=AssignMode.LOAD, cap=2)
    ids = _tickets(database, 6)
    assert distribute.run(database, NOON) == 4
    assert _holders(database, ids).count(None) == 2


def test_skills_absence_and_hours_are_kept_to(database: Database) -> None:
    first, second, third = _team(database)
    with database.write() as session:
        roster.set_skills(session, first, [Category.ACTIVATION], by=third, now=NOON)
        roster.add_absence(session, second, "2026-11-25", "", by=third, now=NOON)
    ids = _tickets(database, 3)
    assert distribute.run(database, EVENING) == 0
    assert distribute.run(database, NOON) == 3
    assert set(_holders(database, ids)) == {third.id}


def test_what_was_not_touched_goes_back_when_the_shift_ends(database: Database) -> None:
    [only] = _team(database, 1)
    untouched, noted, taken = _tickets(database, 3)
    with database.write() as session:
        hand.give(session, tickets.by_id(session, taken), only, by=only.username, now=NOON)
    assert distribute.run(database, NOON) == 2
    with database.write() as session:
        later = NOON + timedelta(minutes=5)
        states.happened(session, tickets.by_id(session, noted), "noted", only.username, later)
    distribute.run(database, EVENING)
    assert _holders(database, [untouched, noted, taken]) == [None, only.id, only.id]


def test_nothing_is_given_out_where_that_is_off(database: Database) -> None:
    [only] = _team(database, 1, mode=AssignMode.OFF)
    ids = _tickets(database, 1)
    assert distribute.run(database, NOON) == 0
    with database.write() as session:
        ticket = tickets.by_id(session, ids[0])
        assert hand.give(session, ticket, only, by="penyelia", now=NOON)
        assert not hand.give(session, ticket, only, by="penyelia", now=NOON)
        desk.close(session, ticket, by=only, now=NOON)


def test_who_is_inactive_is_given_nothing(database: Database) -> None:
    [only] = _team(database, 1)
    ids = _tickets(database, 1)
    with database.write() as session:
        gone = session.get(Staff, only.id)
        assert gone
        gone.is_active = False
    assert distribute.run(database, NOON) == 0
    with database.write() as session:
        gone = session.get(Staff, only.id)
        with pytest.raises(hand.NotHere):
            hand.give(session, tickets.by_id(session, ids[0]), gone, by="x", now=NOON)


def test_the_way_is_kept_with_each(database: Database) -> None:
    _team(database, 1)
    ids = _tickets(database, 1)
    distribute.run(database, NOON)
    moment: datetime = EVENING
    distribute.run(database, moment)
    with database.read() as session:
        kept = staffing.of_ticket(session, ids[0])
    assert [each.way for each in kept] == [AssignWay.ROUND_ROBIN, AssignWay.RETURNED]
