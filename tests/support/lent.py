"""One PostgreSQL database lent to test after test, each time to a user of a new name.

A copy of a template costs 50 to 400 ms, most of it files; emptying what one test wrote costs 10.
Our own connection is kept: a new one costs as much again, and knows none of the tables.
"""

import itertools
import time
from typing import LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from app.store.schema import migrate
from app.store.session import Database
from tests.support.postgres import create_database

Named = tuple[str, str]  # schema and name

_TEMPLATE = "template_loket"
_LATE_SECONDS = 5.0
# Everything a test might alter; a database that differs from the template is not lent again.
_SHAPE = """
    SELECT md5(concat(
        (SELECT string_agg(concat(relname, relkind, relnatts), ',' ORDER BY relname)
         FROM pg_class WHERE relnamespace = 'public'::regnamespace),
        (SELECT string_agg(concat(attrelid::regclass, attname, atttypid, attnotnull), ','
                           ORDER BY attrelid::regclass::text, attnum)
         FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'),
        (SELECT string_agg(concat(tgrelid::regclass, tgname, tgenabled), ',' ORDER BY oid)
         FROM pg_trigger WHERE NOT tgisinternal),
        (SELECT string_agg(prosrc, ',' ORDER BY proname)
         FROM pg_proc WHERE pronamespace = 'public'::regnamespace)))
"""


class LentDatabase:
    """The databases of one cluster, by its URL pattern ("...@/{database}?host=...")."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._serial = itertools.count()
        self._user = "penguji"
        create_database(pattern, _TEMPLATE, template="template0")
        database = Database(pattern.format(database=_TEMPLATE))
        migrate(database)
        database.close()
        with self._connected(_TEMPLATE) as connection:
            connection.execute(_of("CREATE ROLE {} SUPERUSER LOGIN", (self._user,)))
            self._shape = _shape(connection)
            self._rows = {name: _copied(connection, name) for name in _filled(connection)}
        self._kept = self._another("loket")

    def fresh(self) -> str:
        """The URL of a migrated database without anybody's rows; the one lent before is gone."""
        serial = next(self._serial)
        before, self._user = self._user, f"penguji_{serial}"
        # Whoever still knows the old name is let in no more.
        self._kept.execute(_of("ALTER ROLE {} RENAME TO {}", (before,), (self._user,)))
        if not self._emptied(self._kept):
            self._kept.close()
            self._kept = self._another(f"loket_{serial}")
        url = self._url(self._kept.info.dbname).set(username=self._user)
        return url.render_as_string(hide_password=False)

    def _another(self, name: str) -> psycopg.Connection:
        """A connection to a new copy, in which no trigger or foreign key hinders emptying."""
        create_database(self.pattern, name, template=_TEMPLATE)
        connection = self._connected(name)
        connection.execute("SET session_replication_role = replica")
        return connection

    def _emptied(self, connection: psycopg.Connection) -> bool:
        """False when the test changed tables, columns, triggers or functions."""
        _left_alone(connection)
        if _shape(connection) != self._shape:
            return False
        for table in _filled(connection):
            connection.execute(_of("DELETE FROM {}", table))
        for table, rows in self._rows.items():
            with connection.cursor().copy(_of("COPY {} FROM STDIN", table)) as copy:
                copy.write(rows)
        for sequence in _counted(connection):
            connection.execute(_of("ALTER SEQUENCE {} RESTART", sequence))
        return True

    def _connected(self, database: str) -> psycopg.Connection:
        url = self._url(database).set(drivername="postgresql")
        return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)

    def _url(self, database: str) -> URL:
        return make_url(self.pattern.format(database=database))


def _left_alone(connection: psycopg.Connection) -> None:
    """Ends every other connection to that database; raises TimeoutError when one stays.

    The server's own waiting looks every 100 ms, and most are gone after one.
    """
    deadline = time.monotonic() + _LATE_SECONDS
    ask = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    while connection.execute(ask).fetchone() != (0,):
        if time.monotonic() > deadline:
            raise TimeoutError("a connection to the lent database stays")
        time.sleep(0.002)


def _of(statement: LiteralString, *named: tuple[str, ...]) -> sql.Composed:
    return sql.SQL(statement).format(*(sql.Identifier(*name) for name in named))


def _shape(connection: psycopg.Connection) -> str:
    row = connection.execute(_SHAPE).fetchone()
    assert row is not None
    return str(row[0])


def _filled(connection: psycopg.Connection) -> list[Named]:
    """The tables with a row, the queue's own schema included, asked for in one statement."""
    tables = _named_by(
        connection, "SELECT schemaname, tablename FROM pg_tables WHERE schemaname <> ALL(%s)"
    )
    asked = [
        sql.SQL("SELECT {}, {} WHERE EXISTS (SELECT 1 FROM {})").format(
            sql.Literal(table[0]), sql.Literal(table[1]), sql.Identifier(*table)
        )
        for table in tables
    ]
    rows = connection.execute(sql.SQL(" UNION ALL ").join(asked))
    return [(str(schema), str(name)) for schema, name in rows]


def _counted(connection: psycopg.Connection) -> list[Named]:
    return _named_by(
        connection,
        "SELECT schemaname, sequencename FROM pg_sequences"
        " WHERE last_value IS NOT NULL AND schemaname <> ALL(%s)",
    )


def _named_by(connection: psycopg.Connection, statement: LiteralString) -> list[Named]:
    rows = connection.execute(statement, [["pg_catalog", "information_schema"]])
    return [(str(schema), str(name)) for schema, name in rows]


def _copied(connection: psycopg.Connection, table: Named) -> bytes:
    with connection.cursor().copy(_of("COPY {} TO STDOUT", table)) as copy:
        return b"".join(bytes(block) for block in copy)
