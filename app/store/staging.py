"""A new extract beside the one in force: staged, compared, put in, all in statements over sets.

Staged rows live in temporary tables, so nothing of them is left when the process dies. New rows
carry the new extract's number and old ones lose theirs before it is in force: readers go by the
number in force and see neither. On SQLite each write is a small transaction of its own, because
whoever else writes waits for it.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import DBAPIError

from app.store.records import Cells, Table
from app.store.session import Database, DatabaseAway
from models.register import FOREVER

_OURS = frozenset({"id", "from_extract", "until_extract"})
_LOCK = 70617
_SQLITE_CHUNK = 10_000  # rows in one transaction: about a tenth of a second
_SQLITE_GAP_SECONDS = 0.05
_KEYS = {Table.SCHOOL: "npsn", Table.PERSON: "person_id", Table.ACCOUNT: "account_id"}

OnRows = Callable[[str, int], None]


class AlreadyLoading(Exception):
    """Another process is loading an extract at this moment."""


class BrokenOff(Exception):
    """The database gave up in the midst of it, as on a full disk. The text is the driver's."""


class Staging:
    """One load's work on one connection; close it with `staging`."""

    def __init__(self, connection: Connection, *, is_sqlite: bool) -> None:
        self._connection = connection
        self._is_sqlite = is_sqlite
        self._numbers = count(1)
        for table in Table:
            self._begin(write=False)
            self._run(
                f"CREATE TEMPORARY TABLE {_stage(table)} AS "
                f"SELECT id AS n, {_columns(table)} FROM {_name(table)} WHERE 1 = 0"
            )
            self._connection.commit()

    def add(self, table: Table, rows: Sequence[Cells]) -> None:
        """Stage a batch."""
        numbered = [(next(self._numbers), *row) for row in rows]
        self._begin(write=False)
        if self._is_sqlite:
            gaps = ",".join("?" * len(numbered[0]))
            self._run_many(f"INSERT INTO {_stage(table)} VALUES ({gaps})", numbered)
        else:
            self._copy(_stage(table), numbered)
        self._connection.commit()

    def compare(self) -> dict[Table, tuple[int, int]]:
        """Find what is new and what is gone; how many rows of each."""
        return {table: self._compared(table) for table in Table}

    def distinct(self, table: Table) -> int:
        """How many schools, people or accounts are staged."""
        return self._number(f"SELECT count(DISTINCT {_KEYS[table]}) FROM {_stage(table)}")

    def lost(self, table: Table) -> int:
        """How many schools, people or accounts in force have no row left."""
        key = _KEYS[table]
        return self._number(
            f"SELECT count(DISTINCT g.{key}) FROM {_gone(table)} g "
            f"LEFT JOIN {_stage(table)} s ON s.{key} = g.{key} WHERE s.n IS NULL"
        )

    def put(self, extract: int, on_rows: OnRows) -> None:
        """New rows in, gone rows ended, not yet in force."""
        for table in Table:
            with self._without_indexes(table):
                columns = _columns(table)
                staged = ", ".join(f"s.{each}" for each in columns.split(", "))
                self._in_chunks(
                    f"INSERT INTO {_name(table)} (from_extract, until_extract, {columns}) "
                    f"SELECT {extract}, {FOREVER}, {staged} FROM {_fresh(table)} f "
                    f"JOIN {_stage(table)} s ON s.n = f.n WHERE {{chunk}} ORDER BY f.n",
                    of=_fresh(table), on_rows=partial(on_rows, _name(table)),
                )  # fmt: skip
            self._in_chunks(
                f"UPDATE {_name(table)} SET until_extract = {extract} "
                f"WHERE id IN (SELECT f.id FROM {_gone(table)} f WHERE {{chunk}})",
                of=_gone(table),
            )

    def undo(self, extract: int) -> None:
        """Whatever a load that was cut off has left behind."""
        for table in Table:
            self._each_row(
                table, f"from_extract = {extract}", f"DELETE FROM {_name(table)} WHERE {{which}}"
            )
            self._each_row(
                table,
                f"until_extract = {extract}",
                f"UPDATE {_name(table)} SET until_extract = {FOREVER} WHERE {{which}}",
            )
            self._make_indexes(table)

    def forget(self, before: int) -> None:
        """Rows that no extract from that one on holds."""
        for table in Table:
            self._each_row(
                table, f"until_extract <= {before}", f"DELETE FROM {_name(table)} WHERE {{which}}"
            )

    def tidy(self) -> None:
        """Let the database count anew what it holds, so that it plans its reads well."""
        if self._is_sqlite:
            self._begin(write=True)
            self._run("ANALYZE")
            self._connection.commit()
            return
        self._connection.commit()
        with cast(Any, self._connection.connection.driver_connection).cursor() as cursor:
            driver = self._connection.connection.driver_connection
            cast(Any, driver).autocommit = True
            cursor.execute("VACUUM (ANALYZE) " + ", ".join(_name(table) for table in Table))
            cast(Any, driver).autocommit = False

    def _compared(self, table: Table) -> tuple[int, int]:
        self._begin(write=False)
        if self._is_sqlite:
            self._run(f"CREATE INDEX temp.ix_{_stage(table)} ON {_stage(table)} (digest)")
            self._run(f"CREATE UNIQUE INDEX temp.uq_{_stage(table)} ON {_stage(table)} (n)")
        else:
            self._run(f"ANALYZE {_stage(table)}")
        key = f", t.{_KEYS[table]}" if table in _KEYS else ""
        self._run(
            f"CREATE TEMPORARY TABLE {_fresh(table)} AS "
            f"SELECT row_number() OVER (ORDER BY n) AS k, n FROM (SELECT min(s.n) AS n "
            f"FROM {_stage(table)} s LEFT JOIN {_name(table)} t ON t.digest = s.digest "
            f"AND t.until_extract = {FOREVER} WHERE t.id IS NULL GROUP BY s.digest) x"
        )
        self._run(
            f"CREATE TEMPORARY TABLE {_gone(table)} AS "
            f"SELECT row_number() OVER (ORDER BY t.id) AS k, t.id{key} FROM {_name(table)} t "
            f"LEFT JOIN {_stage(table)} s ON s.digest = t.digest "
            f"WHERE t.until_extract = {FOREVER} AND s.n IS NULL"
        )
        self._connection.commit()
        return (
            self._number(f"SELECT count(*) FROM {_fresh(table)}"),
            self._number(f"SELECT count(*) FROM {_gone(table)}"),
        )

    @contextmanager
    def _without_indexes(self, table: Table) -> Iterator[None]:
        """An empty table is filled first and indexed after: several times faster."""
        if self._number(f"SELECT count(*) FROM (SELECT 1 FROM {_name(table)} LIMIT 1) x"):
            yield
            return
        for index in _table(table).indexes:
            self._begin(write=True)
            index.drop(self._connection, checkfirst=True)
            self._connection.commit()
        yield
        self._make_indexes(table)

    def _make_indexes(self, table: Table) -> None:
        for index in sorted(_table(table).indexes, key=lambda each: str(each.name)):
            self._begin(write=True)
            index.create(self._connection, checkfirst=True)
            self._connection.commit()

    def _each_row(self, table: Table, condition: str, statement: str) -> None:
        self._begin(write=False)
        self._run("DROP TABLE IF EXISTS chosen")
        self._run(
            "CREATE TEMPORARY TABLE chosen AS SELECT row_number() OVER (ORDER BY id) AS k, id "
            f"FROM {_name(table)} WHERE {condition}"
        )
        self._connection.commit()
        which = "id IN (SELECT f.id FROM chosen f WHERE {chunk})"
        self._in_chunks(statement.format(which=which), of="chosen")

    def _in_chunks(
        self, statement: str, *, of: str, on_rows: Callable[[int], None] = lambda _done: None
    ) -> None:
        """Run it for the rows of a temporary table, each run a transaction of its own."""
        rows = self._number(f"SELECT count(*) FROM {of}")
        size = _SQLITE_CHUNK if self._is_sqlite else max(rows, 1)
        for start in range(0, rows, size):
            self._begin(write=True)
            self._run(statement.format(chunk=f"f.k > {start} AND f.k <= {start + size}"))
            self._connection.commit()
            on_rows(min(start + size, rows))
            if self._is_sqlite:
                time.sleep(_SQLITE_GAP_SECONDS)

    def _copy(self, name: str, rows: Sequence[Cells]) -> None:
        driver: Any = self._connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _number(self, query: str) -> int:
        self._begin(write=False)
        found = int(self._connection.exec_driver_sql(query).scalar_one())
        self._connection.commit()
        return found

    def _begin(self, *, write: bool) -> None:
        self._connection.execution_options(write=write)
        self._connection.begin()

    def _run(self, statement: str) -> None:
        self._connection.exec_driver_sql(statement)

    def _run_many(self, statement: str, rows: Sequence[Cells]) -> None:
        self._connection.exec_driver_sql(statement, list(rows))


@contextmanager
def staging(database: Database) -> Iterator[Staging]:
    """The only load of this moment. Raises AlreadyLoading, and BrokenOff for whatever is within."""
    hold = _only_one_here if database.is_sqlite else _only_one_there
    with database.engine.connect() as connection:
        try:
            with hold(database, connection):
                yield Staging(connection, is_sqlite=database.is_sqlite)
        except (DBAPIError, DatabaseAway) as error:
            cause = error.__cause__ or error
            raise BrokenOff(str(getattr(cause, "orig", None) or cause)) from error
        finally:
            # The temporary tables go with the connection, which must not be used again.
            connection.invalidate()


@contextmanager
def _only_one_there(_database: Database, connection: Connection) -> Iterator[None]:
    """A lock of the server's, lifted when the connection ends however we die."""
    if (connection.dialect.server_version_info or ()) >= (14,):
        # Else a statement of a killed load would run on, and hold the lock, to its end.
        connection.exec_driver_sql("SET client_connection_check_interval = 1000")
    if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_LOCK})").scalar_one():
        raise AlreadyLoading
    connection.commit()
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_LOCK})")


@contextmanager
def _only_one_here(database: Database, _connection: Connection) -> Iterator[None]:
    """A lock on a file beside the database, which the system lifts however we die."""
    lock = sqlite3.connect(f"{database.url.database}.muat", timeout=0, isolation_level=None)
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise AlreadyLoading from error
        yield


def _table(table: Table) -> SqlTable:
    return cast(SqlTable, table.value.__table__)


def _name(table: Table) -> str:
    return _table(table).name


def _stage(table: Table) -> str:
    return f"stage_{_name(table)}"


def _fresh(table: Table) -> str:
    return f"fresh_{_name(table)}"


def _gone(table: Table) -> str:
    return f"gone_{_name(table)}"


def _columns(table: Table) -> str:
    return ", ".join(each.name for each in _table(table).columns if each.name not in _OURS)
