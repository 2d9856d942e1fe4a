"""The tables and the migrations agree, on both databases."""

from alembic import command

from app.store.schema import alembic_config, is_current
from app.store.session import Database


def test_migrations_bring_exactly_the_tables(database: Database) -> None:
    assert is_current(database)
    command.check(alembic_config(database))
