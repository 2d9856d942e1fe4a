"""How sure a classifier may say it is: temperature, conformal quantiles, the requester's choice."""

import math
from collections import Counter
from collections.abc import Sequence
from statistics import median

from models.vocabulary import Category

Chances = Sequence[float]
TEMPERATURES = tuple(0.20 + 0.02 * step for step in range(91))
RARE = 60  # texts; a category with fewer is raised
LIFT = 1.2  # of what equal shares would ask; found on categories taken out in turn
CHOICE_STRENGTH = 12.0  # imagined earlier tickets per category behind the choice matrix
CHOICE_RIGHT = 0.70  # share of requesters expected to choose their category rightly


def cooled(chances: Chances, temperature: float) -> list[float]:
    """The distribution sharpened (below 1) or flattened (above 1); sums to one."""
    logs = [math.log(max(chance, 1e-12)) / temperature for chance in chances]
    peak = max(logs)
    weights = [math.exp(log - peak) for log in logs]
    total = sum(weights)
    return [weight / total for weight in weights]


def best_temperature(outcomes: Sequence[tuple[Chances, int]]) -> float:
    """The temperature of least surprise on messages the classifier had not seen."""
    return min(TEMPERATURES, key=lambda temperature: _surprise(outcomes, temperature))


def _surprise(outcomes: Sequence[tuple[Chances, int]], temperature: float) -> float:
    return -sum(
        math.log(max(cooled(chances, temperature)[true], 1e-12)) for chances, true in outcomes
    )


def quantile(outcomes: Sequence[tuple[Chances, int]], alpha: float) -> float:
    """Split-conformal bound: the categories with 1 - p up to it hold the truth in 1 - alpha."""
    scores = sorted(1 - chances[true] for chances, true in outcomes)
    rank = math.ceil((len(scores) + 1) * (1 - alpha))
    return scores[rank - 1] if rank <= len(scores) else 1.0


def lift(classes: Sequence[str], names: Sequence[str]) -> list[float]:
    """How much the log-odds of each class are raised, `names` being the label of each text.

    What is rare here is new, not rare in life: ten examples among categories of a hundred would
    be outvoted by all of them. Of their like a third was known again, with this nine in ten.
    """
    counts = Counter(names)
    usual = median(counts.values())
    return [
        LIFT * math.log(usual / counts[each]) if counts[each] < min(RARE, usual) else 0.0
        for each in classes
    ]


def choice_matrix(
    pairs: Sequence[tuple[Category, Category]],
) -> dict[Category, dict[Category, float]]:
    """P(chosen | true) for each true category, from (true, chosen) pairs, smoothed."""
    every = tuple(Category)
    wrong = (1 - CHOICE_RIGHT) / (len(every) - 1)
    matrix: dict[Category, dict[Category, float]] = {}
    for true in every:
        chosen = [choice for label, choice in pairs if label is true]
        total = len(chosen) + CHOICE_STRENGTH
        matrix[true] = {
            choice: (
                chosen.count(choice) + CHOICE_STRENGTH * (CHOICE_RIGHT if choice is true else wrong)
            )
            / total
            for choice in every
        }
    return matrix


def sure_threshold(outcomes: Sequence[tuple[float, bool]], *, precision: float) -> float:
    """The lowest confidence from which on the given share was right; at least 0.80.

    0.97 when no confidence reaches it.
    """
    ordered = sorted(outcomes, reverse=True)
    right, lowest = 0, 0.97
    for count, (confidence, correct) in enumerate(ordered, 1):
        right += correct
        if confidence < 0.80:
            break
        if right / count >= precision:
            lowest = min(lowest, confidence)
    return lowest
