"""`loket train` from the outside, and a training that a worker runs in a process of its own."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.cli.learning import learn
from app.learning import course
from app.learning.teach import Material
from app.reading.classifier import Classifier
from app.reading.corpus import frozen_files, load, training_files
from app.reading.shelf import Shelf
from app.store import readings, trainings
from app.store.session import Database
from models import Training
from models.vocabulary import TrainingOutcome
from tests.support.installation import Installation, wait_for
from tests.support.untraced import untraced

pytestmark = pytest.mark.slow


@pytest.fixture
def shelf(small_classifier: Path, tmp_path: Path) -> Shelf:
    """With a champion that learned a part of the corpus: the same texts give the same one."""
    found = Shelf(tmp_path / "rak")
    name = found.put(Classifier.load(small_classifier), {})
    found.promote(name, now=datetime(2026, 11, 1, tzinfo=UTC))
    return found


@pytest.fixture
def run(shelf: Shelf, tmp_path: Path) -> Callable[..., Result]:
    """Untraced: the coverage of a fit costs more than the fit."""

    def one(*arguments: str, database: Database | None = None) -> Result:
        environment = {"LOKET_DATA_DIR": str(tmp_path), "LOKET_CLASSIFIER_DIR": str(shelf.folder)}
        if database is not None:
            url = database.url.render_as_string(hide_password=False)
            environment["LOKET_DATABASE_URL"] = url
        with untraced():
            return CliRunner().invoke(
                app, ["train", *arguments], env=environment, standalone_mode=False
            )

    return one


def reads(shelf: Shelf) -> str:
    """The name of the champion; empty where there is none."""
    champion = shelf.champion()
    return champion.name if champion else ""


def rows(database: Database) -> list[Training]:
    with database.read() as session:
        return list(trainings.recent(session, limit=9))


def test_without_a_database_the_corpus_alone_is_learned(classifier: Path) -> None:
    """`loket train` made this folder as a new user does (`tests/support/trained.py`)."""
    assert Shelf(classifier).champion() is not None
    assert not list(classifier.parent.glob("*.db"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_with_a_database_a_training_is_recorded_and_one_can_go_back(
    run: Callable[..., Result],
    shelf: Shelf,
    database: Database,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Little to learn, and no traps: the worker below learns the whole corpus."""
    twice_as_many = [text for text in load(training_files()) if text.batch == "warga"]
    examined = [text for text in load(frozen_files()) if not text.trap][::5]
    before = reads(shelf)
    with untraced():
        status = learn(database, shelf, material=Material(twice_as_many, examined))
    told = capsys.readouterr().out
    assert status == 0, told
    assert "gate: linear-" in told
    assert "temperature" in told
    [row] = rows(database)
    assert (row.outcome, row.by) == (TrainingOutcome.PROMOTED, "loket train")
    assert row.texts == len(twice_as_many)
    assert row.challenger == reads(shelf)
    assert json.dumps(row.scores)
    assert before in run("--rollback", database=database).stdout
    assert reads(shelf) == before
    assert "no earlier classifier" in str(run("--rollback", database=database).exception)
    with database.write() as session:
        course.begin(session, by="hardi", now=datetime.now(UTC))
    assert "another training is running" in str(run(database=database).exception)
    assert "a training is running" in str(run("--rollback", database=database).exception)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_worker_trains_in_a_process_of_its_own_and_reads_with_the_new_champion(
    installation: Installation, shelf: Shelf
) -> None:
    installation.environment["LOKET_CLASSIFIER_DIR"] = str(shelf.folder)
    before = shelf.champion()
    with installation.database.write() as session:
        course.ask(session, by="hardi", now=datetime.now(UTC))
    installation.worker("kerja-latih")

    def ended() -> bool:
        return rows(installation.database)[0].ended_at is not None

    wait_for(ended, "the training's end", seconds=300)
    [row] = rows(installation.database)
    assert row.outcome is TrainingOutcome.PROMOTED, row.reasons
    assert shelf.champion() != before
    ids = installation.receives()
    installation.wait_until_triaged(ids)
    with installation.database.read() as session:
        reading = readings.latest(session, ids[0])
    assert reading is not None
    assert reading.classifier == row.challenger
