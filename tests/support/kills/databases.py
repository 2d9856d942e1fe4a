"""Fresh copies of one prepared database, on SQLite and on PostgreSQL, in milliseconds."""

import itertools
import shutil
from pathlib import Path
from typing import Protocol

from app.store.schema import migrate
from app.store.session import Database
from tests.support.postgres import create_database

_serial = itertools.count()


class Databases(Protocol):
    def empty(self) -> Database:
        """A migrated database to be prepared."""
        ...

    def keep(self, prepared: Database) -> None:
        """Copies are made of this one from now on; it is closed."""
        ...

    def copy(self) -> Database: ...


class Files:
    """SQLite files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def empty(self) -> Database:
        database = Database(f"sqlite:///{self._folder / 'asal.db'}")
        migrate(database)
        return database

    def keep(self, prepared: Database) -> None:
        with prepared.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        prepared.close()

    def copy(self) -> Database:
        path = self._folder / f"salinan-{next(_serial)}.db"
        shutil.copy(self._folder / "asal.db", path)
        return Database(f"sqlite:///{path}")


class Cluster:
    """Databases of a PostgreSQL cluster, by its URL pattern; their names begin with `name`."""

    def __init__(self, pattern: str, name: str) -> None:
        self._pattern = pattern
        self._name = name
        self._template = f"{name}_asal"

    def empty(self) -> Database:
        create_database(self._pattern, self._template, template="template0")
        database = Database(self._pattern.format(database=self._template))
        migrate(database)
        return database

    def keep(self, prepared: Database) -> None:
        prepared.close()

    def copy(self) -> Database:
        name = f"{self._name}_{next(_serial)}"
        create_database(self._pattern, name, template=self._template)
        return Database(self._pattern.format(database=name))
