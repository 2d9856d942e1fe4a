"""What each connection to the database is set to, and stays set to after a rollback."""

from sqlalchemy import text

from app.store.session import Database


def test_a_connection_keeps_its_settings(database: Database) -> None:
    ask, answer = ("PRAGMA foreign_keys", 1) if database.is_sqlite else ("SHOW jit", "off")
    for _ in range(2):
        with database.read() as session:
            assert session.connection().execute(text(ask)).scalar_one() == answer
            session.rollback()
            assert session.connection().execute(text(ask)).scalar_one() == answer
