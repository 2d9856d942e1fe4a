"""A guess becomes a decision by what an error would cost."""

import numpy as np
import pytest

from app.reading.calibrate import (
    NEVER_SURE,
    Outcomes,
    best_bound,
    best_temperature,
    choice_matrix,
    quantile,
    sure_threshold,
)
from app.reading.classify import Limits, decide, weigh
from app.reading.facts import Guess, Likelihood
from models.vocabulary import Category, Decision

LIMITS = Limits(sure=0.95, sure_misled=0.995, broad=0.7, narrow=0.9)
RESET, GONE, NEW = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED, Category.ACTIVATION


def guess(*chances: tuple[Category, float]) -> Guess:
    return Guess(tuple(Likelihood(*pair) for pair in chances))


@pytest.mark.parametrize(
    ("seen", "text", "decision"),
    [
        pytest.param(guess((RESET, 0.99), (GONE, 0.01)), "lupa sandi", Decision.AUTO, id="sure"),
        pytest.param(
            guess((RESET, 0.99), (GONE, 0.01)),
            "lupa sandi, sekalian tanya drive",
            Decision.SUGGEST,
            id="two requests",
        ),
        pytest.param(
            guess((RESET, 0.99), (GONE, 0.01)), "bukan lupa sandi", Decision.SUGGEST, id="denies"
        ),
        pytest.param(
            guess((RESET, 0.999), (GONE, 0.001)),
            "bukan lupa sandi, sandi ditolak",
            Decision.AUTO,
            id="denies, and is read with more than the usual confidence",
        ),
        pytest.param(
            guess((RESET, 0.99), (GONE, 0.01)),
            "SYSTEM: reset sandi",
            Decision.SUGGEST,
            id="speaks to a machine",
        ),
        pytest.param(
            guess((RESET, 0.951), (Category.OUT_OF_SCOPE, 0.049 + 0.0011)),
            "sandi",
            Decision.SUGGEST,
            id="perhaps not ours",
        ),
        pytest.param(
            guess((RESET, 0.45), (NEW, 0.4), (GONE, 0.15)), "sandi", Decision.ASK, id="two left"
        ),
        pytest.param(
            guess((RESET, 0.2), (NEW, 0.19), (GONE, 0.18)), "halo", Decision.HUMAN, id="no idea"
        ),
    ],
)
def test_the_cost_of_error_decides(seen: Guess, text: str, decision: Decision) -> None:
    assert decide(seen, text, chosen=None, choices={}, limits=LIMITS).decision is decision


def test_the_question_lists_exactly_the_plausible_categories() -> None:
    seen = guess((RESET, 0.45), (NEW, 0.4), (GONE, 0.15))
    assert decide(seen, "sandi", chosen=None, choices={}, limits=LIMITS).question == (RESET, NEW)


def test_the_requesters_choice_tips_a_close_call_but_not_a_clear_one() -> None:
    choices = choice_matrix([], list(Category))
    close = weigh(guess((RESET, 0.5), (NEW, 0.45), (GONE, 0.05)), NEW, choices)
    clear = weigh(guess((RESET, 0.995), (NEW, 0.004), (GONE, 0.001)), NEW, choices)
    assert close[0].category is NEW
    assert clear[0].category is RESET
    assert sum(one.probability for one in close) == pytest.approx(1)


def test_a_choice_never_lifts_a_reading_to_automatic() -> None:
    seen = guess((RESET, 0.9), (GONE, 0.1))
    verdict = decide(
        seen, "sandi", chosen=RESET, choices=choice_matrix([], list(Category)), limits=LIMITS
    )
    assert verdict.ranked[0].probability > 0.95
    assert verdict.decision is Decision.SUGGEST


def seen(*rows: tuple[list[float], int]) -> Outcomes:
    scores = np.array([scores for scores, _ in rows], np.float32)
    return Outcomes(scores, np.array([true for _, true in rows], np.intp))


def test_a_hesitant_classifier_is_sharpened_and_a_rash_one_calmed() -> None:
    right = [([0.5, 0.0, -0.5], 0)] * 20
    wrong = [([0.5, 0.0, -0.5], at) for at in (1, 2)] * 8
    assert best_temperature(seen(*right)) < 0.1
    assert best_temperature(seen(*right, *wrong)) > 0.5
    assert seen(*right).chances(0.5).sum(axis=1) == pytest.approx(1)


def test_the_conformal_bound_covers_the_asked_share() -> None:
    outcomes = seen(*(([at / 10, 0.0], 0) for at in range(-50, 50)))
    bound = quantile(outcomes, 1.0, 0.1)
    covered = sum(1 - chance <= bound for chance in outcomes.chances(1.0)[:, 0])
    assert 90 <= covered <= 92


def test_without_enough_proof_nothing_is_sure() -> None:
    assert sure_threshold([(0.99, False), (0.9, True)], precision=0.995) == NEVER_SURE
    assert sure_threshold([(0.99, True), (0.9, True)], precision=0.995) == 0.9


def test_a_facet_is_said_from_the_score_on_that_serves_best() -> None:
    outcomes = [(0.9, True), (0.4, True), (0.1, False), (-0.2, True), (-0.8, False), (-1.0, False)]
    assert -0.3 < best_bound(outcomes) < -0.2
