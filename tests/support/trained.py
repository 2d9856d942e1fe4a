"""The classifier of the repository's corpus, fitted once for a whole test run."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.reading.shelf import Shelf

ROOT = Path(__file__).parents[2]


def classifier(temporary: pytest.TempPathFactory) -> Path:
    """The folder `loket train` wrote; test processes side by side share it.

    Where LOKET_TEST_CLASSIFIER names a folder it lies there, fitted before the tests began.
    In a process of its own: measuring the coverage of the fit would take minutes.
    """
    shared = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = Path(os.environ.get("LOKET_TEST_CLASSIFIER") or shared / "pengklasifikasi")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if Shelf(folder).champion() is None:
            kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
            subprocess.run(
                [sys.executable, "-m", "app", "train"],
                env={
                    **kept,
                    "LOKET_CLASSIFIER_DIR": str(folder),
                    "LOKET_DATA_DIR": str(folder.parent),
                },
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
    return folder
