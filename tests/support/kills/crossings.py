"""Boundaries a process crosses, and its death at one of them."""

import os
import re
import signal
import sqlite3
import threading
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExecutionContext
from sqlalchemy.pool import ConnectionPoolEntry, Pool

Kind = Literal["commit", "request", "mail"]
_WRITES = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE|WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b)", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Point:
    """The `nth` (from 1) commit, outside request or mail; just before it or just after it.

    Before a request: the other side has it and did nothing yet. After it: the other side did it
    and its answer is not read.
    """

    kind: Kind
    nth: int
    is_after: bool

    def __str__(self) -> str:
        return f"{'after' if self.is_after else 'before'} {self.kind} {self.nth}"


class Commits:
    """Counts the commits of this process that wrote something, the queue's own among them.

    At `point` the process dies by SIGKILL.
    """

    def __init__(self, point: Point | None) -> None:
        self.count = 0
        self._point = point if point and point.kind == "commit" else None
        self._lock = threading.Lock()

    def watch(self) -> None:
        """From now on, of every engine of this process."""
        event.listen(Engine, "begin", self._began)
        event.listen(Engine, "after_cursor_execute", self._executed)
        event.listen(Engine, "commit", self._before)
        event.listen(Pool, "checkin", self._after)

    def _began(self, connection: Connection) -> None:
        connection.info["wrote"] = False
        if isinstance(raw := connection.connection.dbapi_connection, sqlite3.Connection):
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
        self._die_at(nth, is_after=False)

    def _after(self, _connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        nth: Any = record.info.pop("nth", None)
        if nth is not None:
            self._die_at(nth, is_after=True)

    def _die_at(self, nth: int, *, is_after: bool) -> None:
        point = self._point
        if point is not None and (point.nth, point.is_after) == (nth, is_after):
            os.kill(os.getpid(), signal.SIGKILL)


def _wrote(connection: Connection) -> bool:
    """SQLite counts for itself; it knows no number of rows for what returns some."""
    if isinstance(raw := connection.connection.dbapi_connection, sqlite3.Connection):
        return raw.total_changes != connection.info.get("changes")
    return bool(connection.info.get("wrote"))
