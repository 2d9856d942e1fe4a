"""The clock of the database's server, which is another than that of the process that asks."""

from datetime import UTC, datetime

from sqlalchemy import func
from sqlmodel import Session, select

from app.store.session import Database


def of_server(database: Database) -> datetime | None:
    """Now, by the server (UTC); None on SQLite, which has no clock of its own."""
    if database.is_sqlite:
        return None
    with database.read() as session:
        return server_now(session)


def server_now(session: Session) -> datetime | None:
    """The same within a transaction: the instant of the question, not of its beginning."""
    if session.get_bind().dialect.name == "sqlite":
        return None
    told: datetime = session.exec(select(func.clock_timestamp())).one()
    return told.astimezone(UTC)
