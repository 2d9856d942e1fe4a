"""Environments of client programs nobody here wrote, each on its own, made once per pinned list."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = Path(__file__).resolve().parent / "requirements"
FOLDER = ROOT / ".venv-clients"
MAKE_SECONDS = 300
RUN_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Ran:
    """How one run of a client ended; `out` and `err` are its text, trimmed."""

    status: int
    out: str
    err: str


def python_of(name: str) -> Path:
    """Python of the environment with `requirements/NAME.txt`; the test is skipped without one."""
    pinned = REQUIREMENTS / f"{name}.txt"
    home = FOLDER / name
    stamp = home / "stamp"
    wanted = hashlib.sha256(pinned.read_bytes() + sys.version.encode()).hexdigest()
    FOLDER.mkdir(exist_ok=True)
    with _alone(FOLDER / f"{name}.lock"):
        if not stamp.exists() or stamp.read_text() != wanted:
            _make(home, pinned)
            stamp.write_text(wanted)
    return home / "bin" / "python"


def run(name: str, script: str, *arguments: str, env: Mapping[str, str] | None = None) -> Ran:
    """Run `script` (Python text) in that environment; `env` is added to ours."""
    command = [str(python_of(name)), "-c", script, *arguments]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=RUN_SECONDS,
        cwd=FOLDER,
        env={**os.environ, "PYTHONPATH": "", "NO_PROXY": "127.0.0.1,localhost", **(env or {})},
    )
    return Ran(done.returncode, done.stdout.strip(), done.stderr.strip())


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Two test processes must not fill the same folder at once."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(home: Path, pinned: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    for command in _commands(home, pinned):
        try:
            subprocess.run(
                command, check=True, capture_output=True, text=True, timeout=MAKE_SECONDS
            )
        except (OSError, subprocess.SubprocessError) as error:
            shutil.rmtree(home, ignore_errors=True)
            pytest.skip(f"no environment for the client {home.name}: {_reason(error)}")


def _commands(home: Path, pinned: Path) -> list[list[str]]:
    python = str(home / "bin" / "python")
    uv = shutil.which("uv")
    if uv:
        return [
            [uv, "venv", "--quiet", "--python", sys.executable, str(home)],
            [uv, "pip", "install", "--quiet", "--python", python, "-r", str(pinned)],
        ]
    return [
        [sys.executable, "-m", "venv", str(home)],
        [python, "-m", "pip", "install", "--quiet", "-r", str(pinned)],
    ]


def _reason(error: Exception) -> str:
    """The last line the failed command wrote, else the error itself."""
    written = getattr(error, "stderr", None) or ""
    lines = str(written).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
