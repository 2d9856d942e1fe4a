"""Words as they are stored and asked for."""

import pytest

from app.search import terms


@pytest.mark.parametrize(
    ("free", "asked"),
    [
        pytest.param("akun saya dihapus", "menghapus", id="another form of the word"),
        pytest.param("Belum bisa AKTIVASI!", "aktivasi", id="case and signs"),
        pytest.param("guru baru di SMPN3", "smpn3", id="letters and digits"),
        pytest.param("sudah sinkron, José", "jose", id="accents"),
    ],
)
def test_a_word_is_found_by_its_stem_or_itself(free: str, asked: str) -> None:
    stored = terms.document([free], []).split()
    (sought,) = terms.question(asked).words
    assert sought.stem in stored or any(each.startswith(sought.prefix) for each in stored)


def test_names_are_not_taken_apart() -> None:
    assert terms.document([], ["SD Ternate"]).split() == ["sd", "ternate"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("#643036", 643036),
        (" 643036 ", 643036),
        ("643036 guru", None),
        ("9" * 19, None),
        ("", None),
    ],
)
def test_a_report_number_alone_is_one(typed: str, number: int | None) -> None:
    assert terms.question(typed).number == number


def test_signs_alone_ask_for_nothing() -> None:
    assert terms.question('%_"*:&|!()').words == ()


def test_no_more_than_eight_words_are_asked_for() -> None:
    assert len(terms.question(" ".join(f"kata{each}" for each in range(20))).words) == 8


@pytest.mark.parametrize("written", ["oprator", "operrator", "oparator", "opertaor"])
def test_one_typing_error_is_a_neighbour_with_a_slip_in_common(written: str) -> None:
    assert terms.is_neighbour(written, "operator")
    assert terms.slips(written) & terms.slips("operator")


@pytest.mark.parametrize("word", ["tk", "smpn3", "12345678", "a" * 30])
def test_short_long_and_numbered_words_have_no_slips(word: str) -> None:
    assert not terms.may_be_mistyped(word)
