"""Boundaries a process crosses, and its death or its database's absence at one of them."""

import os
import re
import resource
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import psycopg
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExecutionContext
from sqlalchemy.pool import ConnectionPoolEntry, Pool

Kind = Literal["commit", "request", "mail", "cut"]
_WRITES = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE|WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b)", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Point:
    """The `nth` (from 1) commit, outside request or mail; just before it or just after it.

    Before a request: the other side has it and did nothing yet. After it: the other side did it
    and its answer is not read. A cut is a commit at which not the process dies but the database:
    its connection is ended, or its disk is full.
    """

    kind: Kind
    nth: int
    is_after: bool

    def __str__(self) -> str:
        return f"{'after' if self.is_after else 'before'} {self.kind} {self.nth}"


class Commits:
    """Counts the commits of this process that wrote something, the queue's own among them.

    At `point` the process dies by SIGKILL, or the commit fails; `cuts` counts the latter.
    """

    def __init__(self, point: Point | None) -> None:
        self.count = 0
        self.cuts = 0
        self._point = point if point and point.kind in {"commit", "cut"} else None
        self._lock = threading.Lock()
        self._heard: list[tuple[Any, str, Callable[..., None]]] = [
            (Engine, "begin", self._began),
            (Engine, "after_cursor_execute", self._executed),
            (Engine, "commit", self._before),
            (Pool, "checkin", self._after),
        ]

    def watch(self) -> None:
        """From now on, of every engine of this process."""
        for target, name, met in self._heard:
            event.listen(target, name, met)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Only while the block runs, for a test's own process."""
        self.watch()
        try:
            yield
        finally:
            for target, name, met in self._heard:
                event.remove(target, name, met)

    def _began(self, connection: Connection) -> None:
        connection.info["wrote"] = False
        if isinstance(raw := _driver(connection), sqlite3.Connection):
            connection.info["changes"] = raw.total_changes

    def _executed(
        self,
        connection: Connection,
        _cursor: object,
        statement: str,
        _parameters: object,
        context: ExecutionContext,
        _many: bool,
    ) -> None:
        if _WRITES.match(statement) and getattr(context.cursor, "rowcount", 0) != 0:
            connection.info["wrote"] = True

    def _before(self, connection: Connection) -> None:
        if not _wrote(connection):
            return
        with self._lock:
            self.count += 1
            nth = self.count
        connection.info["nth"] = nth
        self._meet(connection, nth)

    def _after(self, _connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        nth: Any = record.info.pop("nth", None)
        if nth is not None:
            self._die_at(Point("commit", nth, is_after=True))

    def _meet(self, connection: Connection, nth: int) -> None:
        self._die_at(Point("commit", nth, is_after=False))
        if self._point == Point("cut", nth, is_after=False):
            self._point = None
            self.cuts += 1
            cut(connection)

    def _die_at(self, here: Point) -> None:
        if self._point == here:
            os.kill(os.getpid(), signal.SIGKILL)


def cut(connection: Connection) -> None:
    """The commit that follows fails: the disk is full for a second, or the server hangs up."""
    raw = _driver(connection)
    if isinstance(raw, sqlite3.Connection):
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))

        def free(*_: object) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        # Before anybody writes a log about it.
        event.listen(Engine, "handle_error", free, once=True)
    elif isinstance(raw, psycopg.Connection):
        server = connection.engine.url.set(drivername="postgresql")
        with psycopg.connect(
            server.render_as_string(hide_password=False), autocommit=True
        ) as another:
            another.execute("SELECT pg_terminate_backend(%s)", [raw.info.backend_pid])


def _wrote(connection: Connection) -> bool:
    """SQLite counts for itself; it knows no number of rows for what returns some."""
    if isinstance(raw := _driver(connection), sqlite3.Connection):
        return raw.total_changes != connection.info.get("changes")
    return bool(connection.info.get("wrote"))


def _driver(connection: Connection) -> object:
    return connection.connection.dbapi_connection
