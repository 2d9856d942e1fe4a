"""Figures, weeks and codes from plain values."""

import pytest

from app.kit.kept import dump, load
from app.learning import categories, drift
from app.learning.blind import is_drawn
from app.learning.drift import Sums
from app.learning.figures import Answered, Figures, figures
from app.reading.scores import Judged
from models.vocabulary import Category

RESET, GONE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED


def answered(place: int) -> Answered:
    right, sure = place % 10 != 1, 0.5 + place / 250
    judged = Judged(RESET if right else GONE, sure, RESET, None, auto=sure > 0.8)
    return Answered(judged, is_trap=place % 7 == 0)


def test_figures_come_back_from_their_json_as_they_were() -> None:
    found = figures([answered(place) for place in range(100)])
    assert load(Figures, dump(found)) == found
    assert (found.n, found.accuracy.value) == (100, 0.9)
    assert sum(each.n for each in found.bins) == 100
    assert [(each.true, each.said, each.n) for each in found.confusion] == [
        (RESET, RESET, 90),
        (RESET, GONE, 10),
    ]
    assert found.traps == 15
    assert found.auto_wrong >= found.traps_wrong == 1


def test_nothing_answered_has_figures_too() -> None:
    assert figures([]).n == 0


def read_as(mix: dict[Category | None, int]) -> Sums:
    return Sums("2026-W48", mix, 0.9 * sum(mix.values()), 0, 0)


def ruled_on(changed: int, n: int) -> Sums:
    return Sums("2026-W48", {}, 0.0, n, changed)


def test_a_week_of_another_mix_has_shifted() -> None:
    same = [read_as({RESET: 50, GONE: 50})] * 4
    *calm, last = drift.weeks([*same, read_as({}), read_as({RESET: 95, GONE: 5})], shown=8)
    assert len(calm) == 4
    assert last.shift is not None
    assert last.shift > drift.SHIFTED
    assert calm[-1].shift == pytest.approx(0, abs=0.01)
    assert calm[0].shift is None
    assert last.confidence == pytest.approx(0.9)


def test_a_week_of_many_corrections_stands_out() -> None:
    found = drift.weeks([ruled_on(3, 60), ruled_on(3, 60), ruled_on(20, 60)], shown=8)
    assert [week.is_high for week in found] == [False, False, True]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tautan SIMPKB", "x_tautan_simpkb"),
        ("  Akun   é / PPG ", "x_akun_e_ppg"),
        ("a" * 60, "x_" + "a" * 36),
    ],
)
def test_a_name_becomes_a_code(name: str, code: str) -> None:
    assert categories.code_of(name) == code


@pytest.mark.parametrize("name", ["", "   ", "7 hari", "!!!", "x"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    with pytest.raises(categories.BadName):
        categories.code_of(name)


def test_examples_are_lines_or_paragraphs() -> None:
    lines = "simpkb tidak tertaut\nsimpkb eror terus\n\nok"
    assert categories.examples_of(lines) == ["simpkb tidak tertaut simpkb eror terus"]
    assert categories.examples_of("simpkb tidak tertaut\nsimpkb tidak tertaut\nya") == [
        "simpkb tidak tertaut"
    ]


def test_the_blind_share_is_kept_and_repeatable() -> None:
    drawn = [is_drawn(number, share=0.05, secret=b"rahasia") for number in range(20_000)]
    assert 0.04 < sum(drawn) / len(drawn) < 0.06
    assert drawn[:50] == [is_drawn(n, share=0.05, secret=b"rahasia") for n in range(50)]
    assert drawn != [is_drawn(n, share=0.05, secret=b"lain") for n in range(20_000)]
    assert not any(is_drawn(n, share=0.0, secret=b"rahasia") for n in range(1000))
