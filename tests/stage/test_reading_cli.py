"""`loket read`, `loket train` and `loket evaluate` from the outside."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.reading.shelf import Shelf

LABELLED = '{"id": "a", "text": "lupa sandi pak", "label": "password_reset"}\n'


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, classifier: Path) -> Path:
    """A data folder with the classifier that `loket train` wrote."""
    where = tmp_path_factory.mktemp("data")
    (where / "classifier").symlink_to(classifier)
    return where


def run(where: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(
        app, list(arguments), input=given, env={"LOKET_DATA_DIR": str(where)}, standalone_mode=False
    )


def test_training_leaves_a_card(trained: Path) -> None:
    card = Shelf(trained / "classifier").load().card
    assert card.rows > 100
    assert "heldout" not in card.batches


def test_good_rows_are_read_and_bad_ones_named(trained: Path) -> None:
    given = '{"id": 1, "text": "lupa sandi"}\nnope\n{"id": 3, "text": "NPSN 69900018"}\n'
    result = run(trained, "read", "-", given=given)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == [1, 3]
    assert rows[0]["category"] == "password_reset"
    assert rows[1]["facts"]["npsn"] == ["69900018"]
    assert "line 2:" in result.stderr
    assert result.return_value == 1


def test_reading_a_file_of_good_rows_ends_well(trained: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(LABELLED, "utf-8")
    assert run(trained, "read", str(file)).return_value == 0


def test_scores_are_one_object(trained: Path) -> None:
    result = run(trained, "evaluate", "-", "--json", given=LABELLED)
    figures = json.loads(result.stdout)
    assert {"n", "macro_f1", "accuracy", "accuracy_any", "ece", "coverage", "auto"} <= set(figures)
    assert figures["n"] == 1


def test_scores_can_be_read_by_a_person(trained: Path) -> None:
    result = run(trained, "evaluate", "-", given=LABELLED + "{}\n")
    assert "macro_f1 1.000" in result.stdout
    assert "line 2:" in result.stderr
    assert result.return_value == 1


def test_a_file_that_is_not_there_is_one_sentence(trained: Path) -> None:
    result = run(trained, "read", "/nowhere/rows.jsonl")
    assert "cannot read" in str(result.exception)
