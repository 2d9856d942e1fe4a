"""Extracts for tests: a folder with its manifest from rows, and the demo's invented world."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.demo import people_change, people_missing, schools
from app.demo.build import Builder
from app.register.load import Loaded, Telling, Terms, load
from app.store.session import Database

MONDAY = datetime(2026, 11, 23, 19, 10, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
NOW = WEDNESDAY + timedelta(hours=8)


def write_extract(
    folder: Path, extracted_at: datetime, **tables: Iterable[Mapping[str, Any] | str]
) -> Path:
    """`tables` by file name without ending; a text stands for itself as a line."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, rows in tables.items():
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        content = "".join(f"{line}\n" for line in lines).encode()
        (folder / f"{name}.jsonl").write_bytes(content)
        files[f"{name}.jsonl"] = {
            "rows": len(lines),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    manifest = {"extracted_at": extracted_at.isoformat(), "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def demo_extract(folder: Path, extracted_at: datetime) -> Path:
    """The invented world of the demo: some hundred people with every kind of trouble."""
    build = Builder(NOW)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(folder, extracted_at=extracted_at)
    return folder


def loaded(
    database: Database,
    folder: Path,
    *,
    terms: Terms | None = None,
    bad: list[tuple[str, int, str]] | None = None,
    now: datetime = NOW,
) -> Loaded:
    """Loads it within the test's own process."""

    def note(file: str, line: int, reason: str) -> None:
        if bad is not None:
            bad.append((file, line, reason))

    return load(database, folder, terms or Terms(), clock=lambda: now, telling=Telling(bad=note))
