"""The estimator finds an effect that was planted, and none where there is none."""

import random
from collections.abc import Mapping

import numpy
import pytest

from app.report.spared import (
    LEAST,
    Comparison,
    Finding,
    Side,
    benefit,
    compare,
    difference,
    wilson,
)
from app.store.trials import Count
from models.vocabulary import Category

SHARE = 0.1
Shares = Mapping[Category | None, tuple[float, float]]  # that send without the answer, and with it


def visited(shares: Shares, *, visits: int, seed: int) -> list[Count]:
    """So many visits of each category, each held out and sending by chance."""
    chance = random.Random(seed)  # noqa: S311 no secret
    found = []
    for category, (without, shown) in shares.items():
        sent = {True: [0, 0], False: [0, 0]}
        for _ in range(visits):
            is_held_out = chance.random() < SHARE
            sent[is_held_out][0] += 1
            sent[is_held_out][1] += chance.random() < (without if is_held_out else shown)
        found += [Count(category, side, *numbers) for side, numbers in sent.items()]
    return found


@pytest.mark.parametrize(
    ("one", "other", "lower", "upper"),
    [
        # Table II of the paper, method 10.
        (Side(70, 56), Side(80, 48), 0.0524, 0.3339),
        (Side(10, 9), Side(10, 3), 0.1705, 0.8090),
        (Side(7, 6), Side(7, 2), 0.0582, 0.8062),
        (Side(56, 5), Side(29, 0), -0.0381, 0.1926),
        (Side(10, 0), Side(20, 0), -0.1611, 0.2775),
        (Side(10, 10), Side(10, 0), 0.6075, 1.0),
    ],
)
def test_the_interval_is_the_published_one(
    one: Side, other: Side, lower: float, upper: float
) -> None:
    found = difference(one, other)
    assert [found.lower, found.upper] == pytest.approx([lower, upper], abs=6e-5)


@pytest.mark.parametrize("side", [Side(1, 0), Side(1, 1), Side(30, 0), Side(100_000, 99_999)])
def test_a_share_lies_within_its_interval_and_that_within_the_possible(side: Side) -> None:
    lower, upper = wilson(side)
    assert -1e-12 <= lower <= side.share + 1e-12
    assert side.share - 1e-12 <= upper <= 1 + 1e-12


@pytest.mark.parametrize("seed", range(3))
def test_a_planted_effect_is_recovered(seed: int) -> None:
    shares: Shares = {Category.PASSWORD_RESET: (0.8, 0.6), Category.ACTIVATION: (0.9, 0.9)}
    found = benefit(visited(shares, visits=8000, seed=seed), share=SHARE)
    rows = dict(found.categories)
    helped = rows[Category.PASSWORD_RESET]
    assert helped.finding is Finding.SPARED
    assert helped.difference is not None
    assert helped.difference.value == pytest.approx(0.2, abs=0.05)
    assert rows[Category.ACTIVATION].finding is Finding.NONE_SHOWN
    assert found.total.finding is Finding.SPARED
    assert found.total.spared is not None
    # A fifth of some 7,200 visits, and none of as many others.
    assert found.total.spared.value == pytest.approx(1440, abs=450)
    assert found.is_split_as_set


def test_the_interval_holds_the_truth_as_often_as_it_promises() -> None:
    chance = numpy.random.default_rng(7)
    draws = zip(chance.binomial(900, 0.7, 1000), chance.binomial(100, 0.8, 1000), strict=True)
    found = [difference(Side(100, int(b)), Side(900, int(a))) for a, b in draws]
    held = sum(each.lower <= 0.1 <= each.upper for each in found)
    assert 930 <= held <= 970


@pytest.mark.parametrize("seed", range(3))
def test_none_is_found_where_there_is_none(seed: int) -> None:
    found = benefit(visited({None: (0.7, 0.7)}, visits=10_000, seed=seed), share=SHARE)
    assert found.total.finding is Finding.NONE_SHOWN


def test_an_answer_that_brings_more_reports_is_told_as_such() -> None:
    found = benefit(visited({None: (0.5, 0.7)}, visits=5000, seed=1), share=SHARE)
    assert found.total.finding is Finding.MORE_SENT
    assert found.total.spared is not None
    assert found.total.spared.upper < 0


@pytest.mark.parametrize(("shown", "held_out"), [(0, 0), (5000, LEAST - 1), (LEAST - 1, 5000)])
def test_few_visits_on_either_side_say_nothing(shown: int, held_out: int) -> None:
    found = compare(Side(shown, 0), Side(held_out, held_out))
    assert found == Comparison(Side(shown, 0), Side(held_out, held_out), None)
    assert found.finding is Finding.TOO_FEW
    assert found.spared is None


def test_just_enough_visits_say_something() -> None:
    assert compare(Side(LEAST, 0), Side(LEAST, LEAST)).finding is Finding.SPARED


@pytest.mark.parametrize(
    ("shown", "held_out", "is_as_set"), [(900, 100, True), (870, 130, True), (700, 300, False)]
)
def test_a_split_that_chance_does_not_make_is_noticed(
    shown: int, held_out: int, is_as_set: bool
) -> None:
    counted = [Count(None, False, shown, 0), Count(None, True, held_out, 0)]
    assert benefit(counted, share=SHARE).is_split_as_set is is_as_set


def test_with_no_visits_at_all_there_is_nothing_to_tell() -> None:
    found = benefit([], share=SHARE)
    assert found.total.finding is Finding.TOO_FEW
    assert found.categories == ()
    assert found.is_split_as_set
