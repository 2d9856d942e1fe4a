"""The labelled messages the classifier learns from, and those it is never shown."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import JsonValue

from app.reading.facts import Facets
from app.reading.transitions import Levels, Roles
from models.vocabulary import Category, Jenjang, Peran

FOLDER = Path(__file__).parent / "corpus"
# A challenger must not be worse than the champion on these; nothing is ever fitted on them.
GATE = ("heldout.jsonl", "ujian.jsonl", "gerbang.jsonl", "pintu.jsonl")
# Looked at once per release, for the figures that are quoted.
EXAMINATION = ("pamungkas.jsonl", "sidang.jsonl")
HELD_OUT = frozenset({*GATE, *EXAMINATION})


@dataclass(frozen=True, slots=True)
class Labelled:
    """One message with the category a person gave it; `batch` is who wrote it.

    `facets`, `levels` and `roles` are None where nobody said. `trap` names what is meant to
    mislead; empty where nothing is.
    """

    text: str
    label: Category
    subject: str | None = None
    batch: str = ""
    label2: Category | None = None
    self_category: Category | None = None
    facets: Facets | None = None
    levels: Levels | None = None
    roles: Roles | None = None
    trap: str = ""


def training_files(folder: Path = FOLDER) -> list[Path]:
    """Every batch but the held-out ones, by name."""
    return [path for path in sorted(folder.glob("*.jsonl")) if path.name not in HELD_OUT]


def frozen_files(folder: Path = FOLDER) -> list[Path]:
    """The frozen texts that decide between two classifiers."""
    return [folder / name for name in GATE]


def load(paths: Sequence[Path]) -> list[Labelled]:
    """Raises ValueError naming file and line when a row is not a labelled message."""
    return [row for path in paths for row in _rows(path)]


def digest(rows: Sequence[Labelled]) -> str:
    """SHA-256 over what the classifier learns from, in order."""
    content = [
        [row.subject, row.text, row.label, row.batch, row.self_category, row.facets] for row in rows
    ]
    said = json.dumps(content, ensure_ascii=False, default=asdict)
    return hashlib.sha256(said.encode()).hexdigest()


def _rows(path: Path) -> list[Labelled]:
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(labelled(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name} line {number}: {error}") from error
    return found


def labelled(row: dict[str, JsonValue]) -> Labelled:
    """Raises KeyError or ValueError when text or label is missing or unknown."""
    facets, facts = row.get("facets"), row.get("entities")
    return Labelled(
        text=str(row["text"]),
        label=Category(str(row["label"])),
        subject=str(row["subject"]) if row.get("subject") else None,
        batch=str(row.get("batch") or ""),
        label2=Category(str(row["label2"])) if row.get("label2") else None,
        self_category=Category(str(row["self_category"])) if row.get("self_category") else None,
        facets=Facets(**{name: bool(said) for name, said in facets.items()})
        if isinstance(facets, dict)
        else None,
        levels=_levels(facts) if isinstance(facts, dict) else None,
        roles=_roles(facts) if isinstance(facts, dict) else None,
        trap=str(row.get("trap") or ""),
    )


def _levels(facts: dict[str, JsonValue]) -> Levels:
    before, after = facts.get("from_level"), facts.get("to_level")
    return Levels(Jenjang(str(before)) if before else None, Jenjang(str(after)) if after else None)


def _roles(facts: dict[str, JsonValue]) -> Roles:
    before, after = facts.get("from_role"), facts.get("to_role")
    return Roles(Peran(str(before)) if before else None, Peran(str(after)) if after else None)
