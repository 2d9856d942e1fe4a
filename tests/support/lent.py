"""One PostgreSQL database lent to test after test, under a new name each time.

A copy of a template costs 50 to 400 ms, most of it files; emptying what one test wrote costs 10.
"""

import itertools
from typing import LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from app.store.schema import migrate
from app.store.session import Database
from tests.support.postgres import create_database

Named = tuple[str, str]  # schema and name

_TEMPLATE = "template_loket"
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
        self._name: str | None = None
        create_database(pattern, _TEMPLATE, template="template0")
        database = Database(pattern.format(database=_TEMPLATE))
        migrate(database)
        database.close()
        with self._connected(_TEMPLATE) as connection:
            self._shape = _shape(connection)
            self._rows = {name: _copied(connection, name) for name in _filled(connection)}

    def fresh(self) -> str:
        """The URL of a migrated database without anybody's rows; the one lent before is gone."""
        name = f"loket_{next(self._serial)}"
        if self._name is None or not self._emptied(self._name):
            create_database(self.pattern, name, template=_TEMPLATE)
        else:
            # Whoever still holds the old name finds nothing there.
            with self._connected("postgres") as connection:
                connection.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                        sql.Identifier(self._name), sql.Identifier(name)
                    )
                )
        self._name = name
        return self.pattern.format(database=name)

    def _emptied(self, name: str) -> bool:
        """False when the test changed tables, columns, triggers or functions."""
        with self._connected("postgres") as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
                [name],
            )
        with self._connected(name) as connection:
            if _shape(connection) != self._shape:
                return False
            # No trigger and no foreign key stands in the way of emptying.
            connection.execute("SET session_replication_role = replica")
            for table in _filled(connection):
                connection.execute(_of("DELETE FROM {}", table))
            for table, rows in self._rows.items():
                with connection.cursor().copy(_of("COPY {} FROM STDIN", table)) as copy:
                    copy.write(rows)
            for sequence in _counted(connection):
                connection.execute(_of("ALTER SEQUENCE {} RESTART", sequence))
        return True

    def _connected(self, database: str) -> psycopg.Connection:
        url = make_url(self.pattern.format(database=database)).set(drivername="postgresql")
        return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)


def _of(statement: LiteralString, named: Named) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(*named))


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
