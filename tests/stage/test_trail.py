"""The audit trail in a database: chained without gaps by many at once, and tampered with."""

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from app.access import checking, trail
from app.access.chain import Fault, Finding
from app.access.trail import Deed
from app.store import trail as rows
from app.store import trail_checks
from app.store.session import Database
from app.store.trail import Wanted
from models import TrailCheck
from models.vocabulary import TrailAction
from tests.support.build import NOON

SECRET = b"rahasia-untuk-uji-saja-32-byte!!"


def _write(database: Database, count: int, actor: str = "petugas") -> None:
    for number in range(count):
        with database.write() as session:
            deed = Deed(TrailAction.TICKET_READ, 700_000 + number, detail={"masked": 1})
            trail.record(session, deed, by=actor, now=NOON)


def _faults(database: Database) -> tuple[Finding, ...]:
    with database.read() as session:
        return trail.faults(session, SECRET)


def _do(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


def test_many_writers_and_chainers_make_one_chain_without_gaps(database: Database) -> None:
    chaining = [
        threading.Thread(target=trail.link_due, args=(database, SECRET), kwargs={"now": NOON})
        for _ in range(3)
    ]
    writing = [
        threading.Thread(target=_write, args=(database, 20, f"petugas{each}")) for each in range(4)
    ]
    for thread in [*writing, *chaining]:
        thread.start()
    for thread in [*writing, *chaining]:
        thread.join()
    trail.link_due(database, SECRET, now=NOON)
    with database.read() as session:
        shown = rows.listed(session, Wanted(), limit=200)
    assert sorted(row.seq or 0 for row in shown) == list(range(1, 81))
    assert _faults(database) == ()
    assert trail.link_due(database, SECRET, now=NOON) == 0


@pytest.mark.parametrize(
    "change",
    [
        "at = '2026-11-24 05:00:00.000000+00:00'",
        "actor = 'orang lain'",
        "role = 'admin'",
        "action = 'exported'",
        "ticket_number = 1",
        "subject = 'x'",
        "reason = 'x'",
        "detail = '{\"masked\": 0}'",
        "hash = 'x'",
        "previous = 'x'",
    ],
)
def test_each_column_is_guarded(database: Database, change: str) -> None:
    _write(database, 5)
    trail.link_due(database, SECRET, now=NOON)
    _do(database, f"UPDATE trail SET {change} WHERE seq = 3")  # noqa: S608 ours
    assert _faults(database) == (Finding(Fault.CHANGED, 3, 3),)


def test_rows_taken_out_and_put_in_are_named(database: Database) -> None:
    _write(database, 6)
    trail.link_due(database, SECRET, now=NOON)
    _do(database, "DELETE FROM trail WHERE seq IN (2, 6)")
    assert _faults(database) == (Finding(Fault.REMOVED, 2, 2), Finding(Fault.REMOVED, 6, 6))
    _do(
        database,
        "INSERT INTO trail (seq, at, actor, role, action, subject, reason, detail, previous, hash)"
        " SELECT 9, at, actor, role, action, subject, reason, detail, previous, hash"
        " FROM trail WHERE seq = 1",
    )
    assert Finding(Fault.INSERTED, 9, 9) in _faults(database)


def test_the_head_is_signed_for_each_day(database: Database) -> None:
    _write(database, 2)
    trail.link_due(database, SECRET, now=NOON)
    _write(database, 1)
    trail.link_due(database, SECRET, now=NOON + timedelta(days=1))
    with database.read() as session:
        kept = rows.anchors(session)
    assert [each.seq for each in kept] == [2, 3]
    _do(database, "UPDATE trailanchor SET seq = 1 WHERE seq = 2")
    assert Finding(Fault.FORGED, 1, 1) in _faults(database)


def _walk(database: Database, *, is_full: bool = False, at: datetime = NOON) -> TrailCheck:
    with database.write() as session:
        asked = checking.ask(session, by="loket", is_full=is_full, now=at)
    checking.run(database, asked.id, SECRET, now=at)
    with database.read() as session:
        return trail_checks.by_id(session, asked.id)


def test_a_walk_begins_where_the_last_one_came_to(database: Database) -> None:
    _write(database, 3)
    first = _walk(database)
    _write(database, 2)
    second = _walk(database)
    assert [(each.since, each.through, each.is_whole) for each in (first, second)] == [
        (0, 3, True),
        (3, 5, True),
    ]
    # An older row is looked at again only by a walk along the whole chain.
    _do(database, "UPDATE trail SET actor = 'lain' WHERE seq = 2")
    assert _walk(database).is_whole
    assert _walk(database, is_full=True).findings == [["changed", 2, 2]]
    # Once broken, nothing is taken as known until it is whole again.
    assert _walk(database).findings == [["changed", 2, 2]]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE trailcheck SET through = 4, hash = (SELECT hash FROM trail WHERE seq = 4)",
        "UPDATE trailcheck SET signature = 'x'",
    ],
)
def test_what_somebody_else_wrote_of_a_walk_is_not_believed(
    database: Database, tampering: str
) -> None:
    _write(database, 5)
    _walk(database)
    _do(database, tampering)
    assert _walk(database).since == 0


def test_rows_taken_off_the_end_after_a_walk_are_missed(database: Database) -> None:
    _write(database, 2)
    trail.link_due(database, SECRET, now=NOON - timedelta(days=1))
    _write(database, 2)
    _walk(database)
    _do(database, "DELETE FROM trail WHERE seq > 2")
    _do(database, "DELETE FROM trailanchor WHERE seq > 2")
    assert _walk(database).findings == [["removed", 3, 4]]


def test_each_night_a_walk_is_owed_and_each_week_a_whole_one(database: Database) -> None:
    _write(database, 1)
    wholes = []
    for night in range(9):
        at = NOON + timedelta(days=night)
        with database.write() as session:
            asked = checking.ask_nightly(session, by="loket", now=at)
        checking.run(database, asked.id, SECRET, now=at)
        wholes.append(asked.is_full)
    assert wholes == [True, *[False] * 6, True, False]
