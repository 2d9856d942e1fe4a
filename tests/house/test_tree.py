"""The tree stays clean: nothing of one machine, nothing of a registry, no file out of hand."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
LONGEST = 250
# A migration is written by a tool and never edited again.
GROWN = re.compile(r"models/migrations/versions/")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines()]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_name_no_host(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


def test_no_path_of_a_machine_is_committed() -> None:
    paths = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".html", ".css", ".txt", ".jsonl"}
        and path != Path(__file__)
        and paths.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_file_outgrows_its_room() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix == ".py" and not GROWN.search(path.as_posix())
        for lines in [sum(bool(line.strip()) for line in path.read_text("utf-8").splitlines())]
        if lines > LONGEST
    }
    assert long == {}
