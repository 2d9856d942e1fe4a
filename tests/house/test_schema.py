"""The tables and the migrations agree, on both databases."""

from alembic import command

from app.store.schema import alembic_config, is_current
from app.store.session import Database


def test_migrations_bring_exactly_the_tables(database: Database) -> None:
    assert is_current(database)
    command.check(alembic_config(database))


def test_every_change_that_figures_look_at_is_told_by_the_database(database: Database) -> None:
    """A table rebuilt by a migration loses its triggers on SQLite, without a word."""
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if database.is_sqlite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with database.engine.connect() as connection:
        found = set(connection.exec_driver_sql(asked).scalars())
    assert found >= {
        f"{table}_{act}_changes_days"
        for table in (
            *("ticket", "event", "plan", "audit", "reply", "message", "merge"),
            *("demandword", "incident", "incidentticket"),
        )
        for act in ("insert", "update", "delete")
    }
