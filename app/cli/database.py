"""The database as a command opens it: reachable, and with a current schema where it must be."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.cli import WrongCall
from app.settings import Settings
from app.store import calendars
from app.store.schema import is_current
from app.store.schema import migrate as bring_up
from app.store.session import Database, DatabaseAway

_TRIES = 6
_PAUSE_SECONDS = 1.0


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The database, not yet asked anything: an SQLite file need not exist."""
    try:
        database = Database(settings.database_url)
    except Exception as error:  # whatever it is, the person who starts us can set it right
        raise WrongCall(f"Basis data tidak dapat dibuka: {reason(error)}.") from error
    try:
        yield database
    finally:
        database.close()


@contextmanager
def reached(settings: Settings) -> Iterator[Database]:
    """The database, whatever its schema. WrongCall, in one sentence, when it does not answer."""
    with opened(settings) as database:
        try:
            with database.engine.connect():
                pass
        except Exception as error:
            raise WrongCall(f"Basis data tidak dapat dibuka: {reason(error)}.") from error
        yield database


@contextmanager
def current(settings: Settings) -> Iterator[Database]:
    """The database with a current schema: SQLite is brought there, PostgreSQL must be.

    LOKET_HOURS is written down as a version of the calendar. WrongCall where it is not.
    """
    with reached(settings) as database:
        try:
            if database.is_sqlite:
                migrate(database)
            is_ready = is_current(database)
            if is_ready:
                with database.write() as session:
                    calendars.take_setting(session, settings.hours, now=datetime.now(UTC))
        except Exception as error:  # a full disk, mostly: whoever starts us can set it right
            raise WrongCall(f"Basis data tidak dapat disiapkan: {reason(error)}.") from error
        if not is_ready:
            raise WrongCall("Skema basis data belum yang terbaru; jalankan `loket migrate` dahulu.")
        yield database


def migrate(database: Database) -> None:
    """Bring the schema up to date, also when other processes do so at the same instant."""
    for left in reversed(range(_TRIES)):
        try:
            bring_up(database)
        except Exception:
            # On SQLite the loser of a race meets tables half made; the winner soon has them all.
            if not left or not database.is_sqlite:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def is_missing(database: Database) -> bool:
    """Whether it is an SQLite file that nobody has made yet; to look inside would make it."""
    return database.is_sqlite and not Path(database.url.database or "").exists()


def reason(error: Exception) -> str:
    """The first line of what the driver says; it names host and port, never a password."""
    cause = error.__cause__ if isinstance(error, DatabaseAway) else error
    said = str(getattr(cause, "orig", None) or cause).strip()
    return said.splitlines()[0].rstrip(".") if said else type(error).__name__
