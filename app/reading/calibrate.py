"""How sure a classifier may say it is: temperature, conformal bounds, the requester's choice."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.reading.features import Floats
from models.vocabulary import Category

COLDEST, HOTTEST, STEPS = 0.02, 5.0, 40
CHOICE_STRENGTH = 12.0  # imagined earlier tickets per category behind the choice matrix
CHOICE_RIGHT = 0.70  # share of requesters expected to choose their category rightly
SURE_AT_LEAST = 0.80
NEVER_SURE = 1.01


class Outcomes(NamedTuple):
    """Messages a trial had not seen: their scores, a column per category, and the true column."""

    scores: Floats
    true: NDArray[np.intp]

    def chances(self, temperature: float) -> Floats:
        """The scores as calibrated probabilities; each row sums to one."""
        raised = self.scores / temperature
        raised = np.exp(raised - raised.max(axis=1, keepdims=True))
        shares: Floats = raised / raised.sum(axis=1, keepdims=True)
        return shares


def best_temperature(outcomes: Outcomes) -> float:
    """The temperature of least surprise: scores are divided by it before they become chances."""
    low, high = math.log(COLDEST), math.log(HOTTEST)
    for _ in range(STEPS):
        third = (high - low) / 3
        if _surprise(outcomes, low + third) < _surprise(outcomes, high - third):
            high -= third
        else:
            low += third
    return math.exp((low + high) / 2)


def _surprise(outcomes: Outcomes, log_temperature: float) -> float:
    chances = outcomes.chances(math.exp(log_temperature))
    of_truth = chances[np.arange(len(outcomes.true)), outcomes.true]
    return float(-np.log(np.maximum(of_truth, 1e-12)).mean())


def quantile(outcomes: Outcomes, temperature: float, alpha: float) -> float:
    """Split-conformal bound: the categories with 1 - p up to it hold the truth in 1 - alpha."""
    of_truth = outcomes.chances(temperature)[np.arange(len(outcomes.true)), outcomes.true]
    scores = sorted((1 - of_truth).tolist())
    rank = math.ceil((len(scores) + 1) * (1 - alpha))
    return float(scores[rank - 1]) if rank <= len(scores) else 1.0


def choice_matrix(
    pairs: Sequence[tuple[Category, Category]], categories: Sequence[Category]
) -> dict[Category, dict[Category, float]]:
    """P(chosen | true) for each true category, from (true, chosen) pairs, smoothed."""
    wrong = (1 - CHOICE_RIGHT) / max(len(categories) - 1, 1)
    matrix: dict[Category, dict[Category, float]] = {}
    for true in categories:
        chosen = [choice for label, choice in pairs if label is true]
        total = len(chosen) + CHOICE_STRENGTH
        matrix[true] = {
            choice: (
                chosen.count(choice) + CHOICE_STRENGTH * (CHOICE_RIGHT if choice is true else wrong)
            )
            / total
            for choice in categories
        }
    return matrix


def sure_threshold(outcomes: Sequence[tuple[float, bool]], *, precision: float) -> float:
    """The lowest confidence from which on the given share was right; at least 0.80.

    Above one, so that nothing reaches it, when no confidence does.
    """
    ordered = sorted(outcomes, reverse=True)
    right, lowest = 0, NEVER_SURE
    for count, (confidence, correct) in enumerate(ordered, 1):
        right += correct
        if confidence < SURE_AT_LEAST:
            break
        if right / count >= precision:
            lowest = min(lowest, confidence)
    return lowest


def best_bound(outcomes: Sequence[tuple[float, bool]]) -> float:
    """The score above which saying yes gives the best F1."""
    ordered = sorted(outcomes, reverse=True)
    there = sum(true for _, true in ordered)
    best, bound, hit = -1.0, 0.0, 0
    for said, (score, true) in enumerate(ordered, 1):
        hit += true
        f1 = 2 * hit / (said + there)
        if f1 > best:
            best, bound = f1, score
    return round(bound - 1e-4, 4)
