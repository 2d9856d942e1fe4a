"""Rows by the million into an empty database: much faster than through the application.

Indexes are made when all rows are in; keys between tables are not checked, and no trigger acts,
meanwhile. What is
stored is what the application stores: each value goes through its column's own type.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from typing import Any, Protocol, cast

import psycopg
from psycopg import sql
from sqlalchemy import JSON, Column, DateTime, Dialect, Index, Table
from sqlalchemy.schema import CreateIndex
from sqlmodel import SQLModel

from app.store.session import Database

Row = Mapping[str, Any]
_WORDS = "ix_ticket_words_words"


class Loader(Protocol):
    """Every row of one call has the same columns in the same order; JSON may come as its text."""

    def put(self, table: type[SQLModel], rows: Sequence[Row]) -> None: ...

    def words(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """(id, words of the text, words of the names) of each report for the index of words."""
        ...

    def repeat(self, again: "Again") -> None:
        """All that was put, once more."""
        ...


@dataclass(frozen=True, slots=True)
class Again:
    """The same `tickets` once more, the `turn`th time: so many `days` later, of other people.

    Ids go on after those of the turn before: by as many as there are `tickets`, or what `steps`
    says of a table. Numbers go on as the tickets do.
    """

    turn: int
    tickets: int
    days: int
    steps: Mapping[str, int]


@contextmanager
def loading(database: Database) -> Iterator[Loader]:
    """Nobody else may use the database meanwhile; on leaving it is as if it had always been so."""
    database.engine.dispose()
    way = _sqlite if database.is_sqlite else _postgresql
    with way(database) as loader:
        yield loader


@contextmanager
def _sqlite(database: Database) -> Iterator[Loader]:
    connection = sqlite3.connect(database.url.database or "", isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = _indexes()
    for index in indexes:
        connection.execute(f"DROP INDEX {index.name}")
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = connection.execute(asked).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("BEGIN")
    yield _Sqlite(connection, database.engine.dialect)
    for index in indexes:
        connection.execute(_made(index, database.engine.dialect))
    for _, made in triggers:
        connection.execute(made)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


@contextmanager
def _postgresql(database: Database) -> Iterator[Loader]:
    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in (
            "session_replication_role = replica",
            "synchronous_commit = off",
            "maintenance_work_mem = '800MB'",
        ):
            connection.execute(cast(Any, f"SET {setting}"))
        indexes = _indexes()
        for name in (*(index.name for index in indexes), _WORDS):
            connection.execute(cast(Any, f"DROP INDEX {name}"))
        loader = _Postgresql(connection, database.engine.dialect)
        yield loader
        for index in indexes:
            connection.execute(cast(Any, _made(index, database.engine.dialect)))
        connection.execute(cast(Any, f"CREATE INDEX {_WORDS} ON ticket_words USING gin (words)"))
        for name in loader.numbered:
            connection.execute(
                sql.SQL(
                    "SELECT setval(pg_get_serial_sequence({name}, 'id'),"
                    " (SELECT max(id) FROM {table}))"
                ).format(name=sql.Literal(name), table=sql.Identifier(name))
            )
        connection.execute("VACUUM (ANALYZE)")


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection, dialect: Dialect) -> None:
        self._connection, self._dialect = connection, dialect
        self._tables: dict[str, type[SQLModel]] = {}

    def put(self, table: type[SQLModel], rows: Sequence[Row]) -> None:
        if not rows:
            return
        self._tables[_of(table).name] = table
        names, values = _prepared(table, rows, self._dialect)
        places = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{_of(table).name}" ({", ".join(map(_quoted, names))})'
        self._connection.executemany(f"{statement} VALUES ({places})", values)

    def words(self, rows: Sequence[tuple[int, str, str]]) -> None:
        self._connection.executemany(
            "INSERT INTO ticket_words (rowid, words) VALUES (?, ?)",
            ((key, f"{text} {names}") for key, text, names in rows),
        )

    def repeat(self, again: Again) -> None:
        for table in self._tables.values():
            self._connection.execute(_once_more(table, again, is_sqlite=True))
        on = again.turn * again.tickets
        # Every part of these statements is fixed text or a number of ours.
        self._connection.execute(
            "INSERT INTO ticket_words (rowid, words)"  # noqa: S608
            f" SELECT rowid + {on}, words || ' ' || (SELECT number FROM ticket t"
            f" WHERE t.id = w.rowid + {on}) FROM ticket_words w WHERE rowid <= {again.tickets}"
        )


class _Postgresql:
    """`numbered` are the tables whose ids were given, or by the database."""

    def __init__(self, connection: psycopg.Connection, dialect: Dialect) -> None:
        self._connection, self._dialect = connection, dialect
        self.numbered: set[str] = set()
        self._tables: dict[str, type[SQLModel]] = {}
        connection.execute("CREATE TEMP TABLE a_text (words text PRIMARY KEY, found tsvector)")
        connection.execute("CREATE TEMP TABLE some_words (id bigint, words text, names text)")

    def put(self, table: type[SQLModel], rows: Sequence[Row]) -> None:
        if not rows:
            return
        self._tables[_of(table).name] = table
        names, values = _prepared(table, rows, self._dialect)
        if "id" in table.model_fields:
            self.numbered.add(_of(table).name)
        self._copy(_of(table).name, names, values)

    def words(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """The same texts come again and again: each is taken apart once."""
        self._copy("some_words", ["id", "words", "names"], rows)
        self._connection.execute(
            "INSERT INTO a_text SELECT DISTINCT words, to_tsvector('simple', words)"
            " FROM some_words ON CONFLICT DO NOTHING"
        )
        self._connection.execute(
            "INSERT INTO ticket_words SELECT id, found || to_tsvector('simple', names)"
            " FROM some_words JOIN a_text USING (words) ORDER BY id"
        )
        self._connection.execute("TRUNCATE some_words")

    def repeat(self, again: Again) -> None:
        for table in self._tables.values():
            self._connection.execute(cast(Any, _once_more(table, again, is_sqlite=False)))
        on = again.turn * again.tickets
        self._connection.execute(
            cast(
                Any,
                "INSERT INTO ticket_words SELECT t.id, w.words || to_tsvector('simple',"  # noqa: S608
                f" t.number::text) FROM ticket_words w JOIN ticket t ON t.id = w.ticket_id + {on}"
                f" WHERE w.ticket_id <= {again.tickets} ORDER BY t.id",
            )
        )

    def _copy(
        self, table: str, names: Sequence[str], values: Iterator[Any] | Sequence[Any]
    ) -> None:
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
        )
        with self._connection.cursor().copy(into) as copy:
            for row in values:
                copy.write_row(row)


def _prepared(
    table: type[SQLModel], rows: Sequence[Row], dialect: Dialect
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Columns and rows as the driver takes them; the classes' defaults are given here."""
    given = list(rows[0])
    usual = {
        name: field.default
        for name, field in table.model_fields.items()
        if name != "id" and name not in rows[0] and not field.is_required()
    }
    columns = zip(*(row.values() for row in rows), strict=True)
    written = [
        _written(_process(table, name, dialect), values)
        for name, values in zip(given, columns, strict=True)
    ]
    for name, value in usual.items():
        process = _process(table, name, dialect)
        written.append(repeat(process(value) if process else value, len(rows)))
    return [*given, *usual], zip(*written, strict=True)


def _written(process: Callable[[Any], Any] | None, values: Sequence[Any]) -> Iterator[Any]:
    return map(process, values) if process else iter(values)


@cache
def _process(table: type[SQLModel], name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    kind = _of(table).columns[name].type
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return None
    if isinstance(kind, JSON):
        return lambda value: value if isinstance(value, str) else process(value)
    # An instant of a ticket comes again in each of its rows.
    return lru_cache(maxsize=50_000)(process)


_NUMBERS = frozenset({"number", "ticket_number", "seq"})
_OF_ONE = frozenset({"requester_email", "mail_id", "idempotency_key", "token"})


def _once_more(table: type[SQLModel], again: Again, *, is_sqlite: bool) -> str:
    """A statement that copies the first turn's rows of the table."""
    made = _of(table)
    names, values = [], []
    for column in made.columns:
        if column.name == "id" and made.name not in again.steps:
            continue  # the database's to give
        names.append(f'"{column.name}"')
        values.append(_moved(made.name, column, again, is_sqlite=is_sqlite))
    first = f" WHERE {_FIRST.get(made.name, 'ticket_id')} <= {_until(made.name, again)}"
    return (
        f'INSERT INTO "{made.name}" ({", ".join(names)})'  # noqa: S608
        f' SELECT {", ".join(values)} FROM "{made.name}"{first}'
    )


_FIRST = {"ticket": "id", "incident": "id", "bulkjob": "id", "step": "id", "approval": "plan_id"}
_FIRST |= {"trail": "ticket_number"}


def _until(table: str, again: Again) -> int:
    """The last of the first turn, by the column of `_FIRST`."""
    if table == "trail":
        return again.steps["first number"] + again.tickets - 1
    return again.steps.get(table, again.tickets)


def _moved(table: str, column: Column[Any], again: Again, *, is_sqlite: bool) -> str:
    name, turn = f'"{column.name}"', again.turn
    if isinstance(getattr(column.type, "impl", column.type), DateTime):
        days = turn * again.days
        if is_sqlite:
            return f"date({name}, '+{days} days') || substr({name}, 11)"
        return f"{name} + interval '{days} days'"
    if column.name in _NUMBERS:
        return f"{name} + {turn * again.tickets}"
    if column.name in _OF_ONE:
        return f"'{turn}.' || {name}"
    if table == "mark" and column.name == "value":
        # What one person's reports share; the number of a school stays.
        return f"CASE kind WHEN 'school' THEN value ELSE '{turn:04}' || substr(value, 5) END"
    whose = table if column.name == "id" else next(iter(column.foreign_keys), None)
    target = whose if isinstance(whose, str) or whose is None else whose.column.table.name
    step = again.steps.get(target, 0) if target else 0
    return f"{name} + {turn * step}" if step else name


def _of(table: type[SQLModel]) -> Table:
    return cast(Table, table.__table__)  # type: ignore[attr-defined]


def _indexes() -> list[Index]:
    return [index for table in SQLModel.metadata.sorted_tables for index in table.indexes]


def _made(index: Index, dialect: Dialect) -> str:
    return str(CreateIndex(index).compile(dialect=dialect))


def _quoted(name: str) -> str:
    return f'"{name}"'
