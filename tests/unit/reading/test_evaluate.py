"""Rows in, figures out."""

import pytest

from app.reading import scores
from app.reading.corpus import FOLDER, HELD_OUT, labelled, load, training_files
from app.reading.evaluate import Read, evaluate
from app.reading.facts import Facets, Facts, Likelihood, Understanding, Words
from app.reading.rows import BadRow, expected, incoming, numbered, result
from app.reading.scores import Judged
from models.vocabulary import Category, Decision, Jenjang

RESET, GONE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED


def understanding(category: Category = RESET, probability: float = 0.9) -> Understanding:
    return Understanding(
        facts=Facts(npsn=("69900017",), to_level=Jenjang.SMA),
        facets=Facets(on_behalf=True),
        mentions=(),
        category=category,
        probability=probability,
        decision=Decision.AUTO,
        alternatives=(Likelihood(GONE, 0.1),),
        because=(Words("lupa sandi", 1.5),),
    )


def test_a_result_row_has_the_agreed_shape() -> None:
    row = result(7, understanding())
    assert list(row) == [
        "id", "category", "probability", "alternatives", "decision", "because", "instead",
        "facts", "facets",
    ]  # fmt: skip
    assert row["alternatives"] == [{"category": "account_deleted", "probability": 0.1}]
    facts = row["facts"]
    assert isinstance(facts, dict)
    assert (facts["npsn"], facts["to_level"], facts["from_level"]) == (["69900017"], "SMA", None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param({"id": 1}, '"text" is missing', id="no text"),
        pytest.param({"text": 3}, "not a text", id="number"),
        pytest.param({"text": "a", "subject": []}, '"subject"', id="subject"),
        pytest.param({"text": "a", "self_category": "x"}, "not a known category", id="category"),
        pytest.param({"text": "a", "channel": "fax"}, "not a known channel", id="channel"),
    ],
)
def test_a_bad_row_says_why(row: dict[str, object], reason: str) -> None:
    with pytest.raises(BadRow, match=reason):
        incoming(row)  # type: ignore[arg-type]


def test_lines_that_are_no_objects_are_named_by_number() -> None:
    found = list(numbered(['{"text": "a"}', "", "nope", "[1]"]))
    assert [(one.line, bool(one.reason)) for one in found] == [(1, False), (3, True), (4, True)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("[" * 100_000, id="endless brackets"),
        pytest.param('{"id": ' + "9" * 5_000 + "}", id="endless digits"),
        pytest.param('{"id": NaN}', id="no number"),
    ],
)
def test_a_line_no_parser_takes_is_named_and_the_next_still_read(line: str) -> None:
    bad, good = numbered([line, '{"text": "a"}'])
    assert bad.reason.startswith("not JSON")
    assert good.row == {"text": "a"}


def test_texts_can_be_encoded_and_a_byte_order_mark_is_no_text() -> None:
    found = [
        one.row for one in numbered(['\ufeff{"text": "a\\ud83d"}', '{"text": "\\ud83d\\ude00"}'])
    ]
    assert found == [{"text": "a\ufffd"}, {"text": "\U0001f600"}]


def test_a_row_without_a_label_cannot_be_scored() -> None:
    with pytest.raises(BadRow, match="label"):
        expected({"text": "a"})


def test_figures_count_what_was_right() -> None:
    truth = expected({"label": "password_reset", "entities": {"npsn": ["69900017"]}, "facets": {}})
    other = expected({"label": "account_deleted", "label2": "password_reset"})
    figures = evaluate([Read(truth, understanding()), Read(other, understanding())])
    assert (figures["n"], figures["accuracy"], figures["accuracy_any"]) == (2, 0.5, 1.0)
    assert figures["auto"] == {"n": 2, "wrong": 1, "precision": 0.5, "coverage": 1.0}
    entities = figures["entities"]
    assert isinstance(entities, dict)
    npsn = entities["npsn"]
    assert isinstance(npsn, dict)
    assert (npsn["precision"], npsn["recall"]) == (1.0, 1.0)


def test_nothing_to_score_is_no_error() -> None:
    assert evaluate([])["n"] == 0


def test_confidence_that_keeps_its_word_has_no_error() -> None:
    rows = [Judged(RESET if at < 9 else GONE, 0.9, RESET, None, auto=False) for at in range(10)]
    assert scores.calibration_error(rows * 10) < 0.11
    assert scores.null_floor(rows) >= 0


def test_intervals_hold_the_figure() -> None:
    found = scores.proportion(9, 10)
    assert found.low < found.value < found.high


def test_the_held_out_batch_is_never_trained_on() -> None:
    assert (FOLDER / "heldout.jsonl").exists()
    assert not HELD_OUT & {path.name for path in training_files()}


def test_every_category_has_training_messages() -> None:
    assert {row.label for row in load(training_files())} == set(Category)


def test_a_corpus_row_without_a_label_is_refused() -> None:
    with pytest.raises(KeyError):
        labelled({"text": "a"})
