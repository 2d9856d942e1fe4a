"""The labelled texts are what their data card says."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from app.reading.corpus import frozen_files, training_files
from models.vocabulary import Category

CORPUS = Path(__file__).parents[2] / "app" / "reading" / "corpus"
FILES = sorted(CORPUS.glob("*.jsonl"))


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_category_has_the_same_share(path: Path) -> None:
    counts = Counter(row["label"] for row in rows(path))
    assert set(counts) == {category.value for category in Category}
    assert len(set(counts.values())) == 1


def test_there_are_enough_texts_to_learn_from_and_to_judge_by() -> None:
    assert sum(len(rows(path)) for path in training_files()) >= 4000
    assert sum(len(rows(path)) for path in frozen_files()) >= 600


def test_no_text_stands_twice() -> None:
    seen = Counter(
        re.sub(r"\W+", " ", str(row["text"]).lower()).strip()
        for path in FILES
        for row in rows(path)
    )
    # One-word messages are all alike; anything longer must be its own.
    assert [text for text, count in seen.items() if count > 1 and len(text.split()) > 2] == []


def test_the_card_counts_what_the_files_hold() -> None:
    card = (CORPUS / "README.md").read_text(encoding="utf-8")
    for path in FILES:
        assert f"| {len(rows(path))} |" in next(
            line for line in card.splitlines() if line.startswith(f"| `{path.name}`")
        )


def test_school_numbers_are_invented_ones() -> None:
    for path in FILES:
        for row in rows(path):
            entities = row.get("entities") or {}
            assert isinstance(entities, dict)
            for npsn in entities.get("npsn", []):
                assert str(npsn).startswith(("699", "P")), (row["id"], npsn)
