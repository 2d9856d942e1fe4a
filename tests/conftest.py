"""What every test may ask for. Tests with a database run on SQLite and on PostgreSQL."""

import gc
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from app.store.schema import migrate
from app.store.session import Database
from tests.support import compiled, trained
from tests.support.chromium import Chromium, chromium
from tests.support.lent import LentDatabase
from tests.support.postgres import create_database, temporary_postgres
from tests.support.untraced import untraced

# Tracing makes a test take nearly twice its time. Whole stories walk over lines that smaller tests
# answer for, as do a real browser, a process of its own, a second run on PostgreSQL, and further
# cases of a test.
COVERS_NOTHING_NEW = frozenset({"clients", "path", "scenarios"})
_NOTHING_NEW = ("postgresql", "slow", "web")
_traced: set[str] = set()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "loket.db"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[LentDatabase]:
    """A cluster of our own and the database in it that is lent to one test after the other."""
    with temporary_postgres(in_memory=True) as pattern:
        yield LentDatabase(pattern)


@pytest.fixture(scope="session")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the classifier of the whole corpus."""
    return trained.classifier(tmp_path_factory)


@pytest.fixture(scope="session")
def chromium_process() -> Iterator[Chromium]:
    """The one browser of this process."""
    with chromium() as started:
        yield started


@pytest.fixture
def chrome(chromium_process: Chromium) -> Iterator[Browser]:
    with chromium_process.lent() as browser:
        yield browser


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh, migrated database of each kind."""
    if request.param == "sqlite":
        path = tmp_path / "loket.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite:///{path}"
    lent: LentDatabase = request.getfixturevalue("postgres")
    return lent.fresh()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    compiled.share(database)
    yield database
    database.close()


@pytest.fixture
def dump_programs(database: Database) -> None:
    """What `loket backup` needs on PostgreSQL; a server from the wheel comes without them."""
    missing = [name for name in ("pg_dump", "pg_restore") if shutil.which(name) is None]
    if missing and not database.is_sqlite:
        pytest.skip(f"not on the path: {', '.join(missing)}")


@pytest.fixture
def empty_database_url(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> str:
    """Where nothing is yet, on the same kind of database: no file, or no tables."""
    if database.is_sqlite:
        return f"sqlite:///{tmp_path / 'lain' / 'loket.db'}"
    name = f"lain_{database.url.username}"
    create_database(request.getfixturevalue("postgres").pattern, name, template="template0")
    return database.url.set(database=name).render_as_string(hide_password=False)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Processes side by side all read the same files: the first alone is traced meanwhile."""
    worker = getattr(session.config, "workerinput", {"workerid": "gw0"})["workerid"]
    if worker == "gw0":
        return (yield)
    with untraced():
        return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test whose cases are all one to the database (`alike`) one runs on PostgreSQL."""
    found: set[str] = set()
    spared: set[pytest.Item] = set()
    for item in items:
        if item.get_closest_marker("alike") and item.get_closest_marker("postgresql"):
            test, _, _ = item.nodeid.partition("[")
            if test in found:
                spared.add(item)
            found.add(test)
    if spared:
        config.hook.pytest_deselected(items=list(spared))
        items[:] = [item for item in items if item not in spared]


def pytest_collection_finish() -> None:
    """Half a million objects that stay need not be searched for garbage again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What covers nothing of its own is spared the tracer: see `COVERS_NOTHING_NEW`."""
    folder = Path(item.location[0]).parts[1]
    test, _, _ = item.nodeid.partition("[")
    is_marked = any(item.get_closest_marker(each) for each in _NOTHING_NEW)
    if not is_marked and folder not in COVERS_NOTHING_NEW and test not in _traced:
        _traced.add(test)
        return (yield)
    with untraced():
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Nothing is skipped without being named."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    listed = "; ".join(f"{count} x {reason}" for reason, count in sorted(reasons.items()))
    terminalreporter.write_line(f"Skipped: {listed or 'nothing'}")
