"""Classifiers that are fitted once for a whole test run; test processes side by side share them."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.reading.corpus import load, training_files
from app.reading.shelf import Shelf
from app.reading.training import train

ROOT = Path(__file__).parents[2]


def classifier(temporary: pytest.TempPathFactory) -> Path:
    """The folder `loket train` wrote, from the repository's corpus.

    Where LOKET_TEST_CLASSIFIER names a folder it lies there, fitted before the tests began.
    In a process of its own: measuring the coverage of the fit would take minutes.
    """
    given = os.environ.get("LOKET_TEST_CLASSIFIER")
    folder = Path(given) if given else _shared(temporary) / "pengklasifikasi"
    with _alone(folder):
        if Shelf(folder).champion() is None:
            kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
            own = {"LOKET_CLASSIFIER_DIR": str(folder), "LOKET_DATA_DIR": str(folder.parent)}
            subprocess.run(
                [sys.executable, "-m", "app", "train"],
                env={**kept, **own},
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
    return folder


def small_classifier(temporary: pytest.TempPathFactory) -> Path:
    """Fitted on a part of the corpus: quick, and good enough for a ticket to pass through."""
    folder = _shared(temporary) / "pengklasifikasi-kecil"
    with _alone(folder):
        if not folder.exists():
            rows = [row for row in load(training_files()) if row.batch == "warga"]
            train(rows[::2]).save(folder)
    return folder


def _shared(temporary: pytest.TempPathFactory) -> Path:
    """The folder of all processes of a run."""
    own = temporary.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Whoever comes second waits, and finds what was made."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
