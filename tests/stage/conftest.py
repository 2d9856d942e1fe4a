"""An installation to start workers and commands in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from app.reading.corpus import load, training_files
from app.reading.training import train
from app.store.session import Database
from tests.support import directory, listed
from tests.support.installation import Installation, installed
from tests.support.listed import Desk


@pytest.fixture(scope="session")
def small_classifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fitted on a part of the corpus: quick, and good enough for a ticket to pass through."""
    folder = tmp_path_factory.mktemp("pengklasifikasi-kecil")
    rows = [row for row in load(training_files()) if row.batch == "warga"]
    train(rows[::2]).save(folder)
    return folder


@pytest.fixture
def installation(
    database: Database, small_classifier: Path, tmp_path: Path
) -> Iterator[Installation]:
    with installed(database, tmp_path / "pemasangan", small_classifier) as here:
        yield here


@pytest.fixture
def dump_programs(database: Database) -> None:
    """What `loket backup` needs on PostgreSQL; a server from the wheel comes without them."""
    missing = [name for name in ("pg_dump", "pg_restore") if shutil.which(name) is None]
    if missing and not database.is_sqlite:
        pytest.skip(f"not on the path: {', '.join(missing)}")


@pytest.fixture
def empty_database_url(database: Database, tmp_path: Path) -> str:
    """Where nothing is yet, on the same kind of database: no file, or no tables."""
    if database.is_sqlite:
        return f"sqlite:///{tmp_path / 'lain' / 'loket.db'}"
    name = f"{database.url.database}_lain"
    server = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    return database.url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Iterator[Desk]:
    """Loket over a small world of pupils; the directory writes down what it changes."""
    world = listed.world(tmp_path / "dunia", baru=40, lama=12, kini=6, asing=2)
    with directory.served(*world.accounts, journal=tmp_path / "direktori.jsonl") as served:
        yield Desk(database, listed.outside(world, served.admin()), tmp_path / "lampiran")
