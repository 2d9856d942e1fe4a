"""`dev.py loket` and the command it leaves in the environment work from any folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DEV = Path(__file__).parents[2] / "dev.py"
COMMAND = DEV.parent / ".venv" / "bin" / "loket"
pytestmark = pytest.mark.skipif(
    os.name != "posix" or not COMMAND.parent.is_dir(), reason="needs a POSIX system and .venv"
)


def test_commands_run_from_any_folder(tmp_path: Path) -> None:
    for call in ([sys.executable, str(DEV), "loket"], [str(COMMAND)]):
        done = subprocess.run(
            [*call, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Usage: loket")
