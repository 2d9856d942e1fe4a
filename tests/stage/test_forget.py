"""Tries that no limit looks back to are let go of; the others still count."""

from datetime import UTC, datetime, timedelta

from app.access import limits
from app.store import staff, trials
from app.store.session import Database
from app.work import forget
from models import Trial

NOW = datetime(2026, 11, 25, 5, tzinfo=UTC)


def test_only_tries_of_yesterday_are_forgotten(database: Database) -> None:
    with database.write() as session:
        limits.count(session, "signin", "petugas", now=NOW - timedelta(days=2))
        limits.count(session, "signin", "petugas", now=NOW - timedelta(minutes=30))
    forget.run(database, NOW)
    with database.read() as session:
        counted = staff.count_tries(
            session, limits.bucket("signin", "petugas"), since=NOW - timedelta(days=9)
        )
    assert counted == 1


def test_visits_are_kept_as_long_as_was_set(database: Database) -> None:
    ages = (10, 40)
    with database.write() as session:
        for age in ages:
            at = NOW - timedelta(days=age)
            trial = Trial(visit=f"{age:064}", is_held_out=False, day=at.date(), begun_at=at)
            trials.note(session, trial, ["mutasi"])
    forget.run(database, NOW, trials_kept=timedelta(days=30))
    with database.read() as session:
        left = trials.counted(session, (NOW - timedelta(days=99)).date(), NOW.date())
    assert [each.visits for each in left] == [1]
