"""An installation to start workers and commands in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli import main
from app.store.session import Database
from tests.support import directory, listed, trained
from tests.support.installation import Installation, installed
from tests.support.listed import Desk


@pytest.fixture(scope="session")
def small_classifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That of a part of the corpus."""
    return trained.small_classifier(tmp_path_factory)


@pytest.fixture
def installation(
    database: Database, small_classifier: Path, tmp_path: Path
) -> Iterator[Installation]:
    with installed(database, tmp_path / "pemasangan", small_classifier) as here:
        yield here


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Iterator[Desk]:
    """Loket over a small world of pupils; the directory writes down what it changes."""
    world = listed.world(tmp_path / "dunia", baru=40, lama=12, kini=6, asing=2)
    with directory.served(*world.accounts, journal=tmp_path / "direktori.jsonl") as served:
        yield Desk(database, listed.outside(world, served.admin()), tmp_path / "lampiran")


@pytest.fixture
def loket(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the command with those words and gives its exit status."""
    monkeypatch.setenv("LOKET_DATABASE_URL", database_url)
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> int:
        monkeypatch.setattr("sys.argv", ["loket", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    return run
