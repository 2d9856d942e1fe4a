"""The counts by which SQLite chooses among indexes."""

from sqlalchemy import text

from app.store import statistics
from app.store.session import Database
from tests.support import build


def counts(database: Database) -> dict[str, str]:
    with database.engine.connect() as connection:
        return dict(connection.execute(text("SELECT idx, stat FROM sqlite_stat1")).all())


def test_every_index_in_use_is_counted_anew(database: Database) -> None:
    with database.write() as session:
        for _ in range(3):
            build.ticket(session)
    statistics.renew(database)
    if not database.is_sqlite:
        return  # it counts by itself
    before = counts(database)
    assert before["ix_ticket_created"].split()[0] == "3"
    with database.write() as session:
        build.ticket(session)
    statistics.renew(database)
    after = counts(database)
    assert after["ix_ticket_created"].split()[0] == "4"
    assert before.keys() <= after.keys()
