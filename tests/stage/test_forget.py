"""Tries that no limit looks back to are let go of; the others still count."""

from datetime import UTC, datetime, timedelta

from app.access import limits
from app.store import staff
from app.store.session import Database
from app.work import forget

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
