"""The engine, the transaction boundary, and the one way to owe work."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import structlog
from dbos import DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions
from sqlalchemy import Connection, Engine, event, exc, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, create_engine

from app.kit.errors import Refusal

__all__ = ["Database", "DatabaseAway", "Session", "owe", "owing_later"]

# AnyIO runs up to forty requests at once; a smaller pool would time out under a burst.
_POOL_SIZE = 20
_POOL_OVERFLOW = 20
_LASTS = 3_600  # seconds

log = structlog.get_logger(__name__)


class DatabaseAway(Refusal):
    """503: out of reach, full, or too busy. Whether a commit under way came through is not known.

    Whoever asked may ask again: everything finds its own traces.
    """

    status = 503
    key = "database.away"


class Database:
    """One database, SQLite or PostgreSQL. Sessions are the unit of work.

    On SQLite writers take a process-wide lock first: its own queueing is unfair and slow.
    Hold no call to an outside system inside `write`. Both raise DatabaseAway.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._engine()
        self._write_engine = self.engine.execution_options(write=True)
        self._writers = threading.RLock()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking; nothing done in it is kept."""
        with _told(), Session(self.engine, expire_on_commit=False) as session:
            session.info["database"] = self
            yield session

    @contextmanager
    def write_at_one_moment(self) -> Iterator[Session]:
        """The same where all is read as it was when the first was; what others commit meanwhile is
        not seen, and DatabaseAway is raised where both change the same rows."""
        with self.write() as session:
            if not self.is_sqlite:  # which has no other way
                session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose work is committed on leaving, or not at all."""
        if not self.is_sqlite:
            with self._unit_of_work() as session:
                yield session
            return
        with self._writers, self._unit_of_work() as session:
            yield session

    @contextmanager
    def _unit_of_work(self) -> Iterator[Session]:
        with _told(), Session(self._write_engine, expire_on_commit=False) as session:
            session.info["database"] = self
            yield session
            session.commit()

    @cached_property
    def queue(self) -> DBOSClient:
        return DBOSClient(
            system_database_url=self.url.render_as_string(hide_password=False),
            serializer=DBOSPortableJSONSerializer(),
        )

    def close(self) -> None:
        """Let go of every connection; the object is of no use afterwards."""
        if "queue" in self.__dict__:
            self.queue.destroy()
        self.engine.dispose()

    def _engine(self) -> Engine:
        """Parameters are hidden from error texts: they are people's data."""
        if not self.is_sqlite:
            engine = create_engine(
                self.url,
                pool_size=_POOL_SIZE,
                max_overflow=_POOL_OVERFLOW,
                pool_pre_ping=True,
                hide_parameters=True,
            )
            event.listen(engine, "connect", _prepare_postgresql)
            return engine
        if self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            self.url,
            pool_size=_POOL_SIZE,
            max_overflow=_POOL_OVERFLOW,
            connect_args={"check_same_thread": False},
            # A connection knows the counts of its indexes as they were when it was made.
            pool_recycle=_LASTS,
            hide_parameters=True,
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine


def owe(
    session: Session, duty: str, *arguments: int | str, key: str, queue: str, rank: int = 0
) -> None:
    """Put work into the queue within this transaction; the same `key` is done once.

    What has a lower `rank` is begun first, whatever its age; of the same, the oldest.

    Arguments are numbers and ids, never personal data: the rows are kept for a while.
    """
    database: Database = session.info["database"]
    session.flush()
    options: EnqueueOptions = {"workflow_name": duty, "queue_name": queue, "workflow_id": key}
    if rank:
        options["priority"] = rank
    later: _Later | None = session.info.get("later")
    if later is not None:
        options["workflow_id"] = f"{key}-{later.mark}"
        options["delay_seconds"] = later.seconds
    database.queue.enqueue_in_transaction(session, options, *arguments)


@contextmanager
def owing_later(session: Session, mark: str, *, seconds: float) -> Iterator[None]:
    """All that is owed meanwhile is begun that much later.

    `mark` is made part of its keys: an act that was taken back and is done again is owed again.
    """
    session.info["later"] = _Later(mark, seconds)
    try:
        yield
    finally:
        del session.info["later"]


@dataclass(frozen=True, slots=True)
class _Later:
    mark: str
    seconds: float


@contextmanager
def _told() -> Iterator[None]:
    """The driver's many words for one thing: not now."""
    try:
        yield
    except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
        log.warning("database away", error=type(getattr(error, "orig", error)).__name__)
        raise DatabaseAway from error


def _prepare_postgresql(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # Where it compiles a question of many parts, that takes several times as long as the answer.
    cursor = connection.cursor()
    cursor.execute("SET jit = off")
    cursor.close()
    # Else the first rollback would take it back.
    connection.commit()


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver would begin transactions late and lose updates: we begin them ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=15000",
        "foreign_keys=ON",
        "cache_size=-65536",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    is_write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")
