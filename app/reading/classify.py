"""From a guess to a decision: the requester's own choice weighs in, the cost of error decides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.reading.facts import Guess, Likelihood
from app.reading.instructions import speaks_to_a_machine
from models.vocabulary import Category, Decision

Choices = Mapping[Category, Mapping[Category, float]]

LIKELY = 0.5  # from here on a suggestion is worth showing
FOREIGN = 0.05  # chance of being out of scope that forbids deciding alone
ASKED_AT_MOST = 3
DAMPING = 0.3  # weight of the requester's choice; 1 would trust it as independent evidence


@dataclass(frozen=True, slots=True)
class Limits:
    """Taken from the classifier's card; see Card."""

    sure: float = 1.01
    sure_misled: float = 1.01
    broad: float = 1.0
    narrow: float = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`question` holds the categories to ask between; empty unless the decision is ASK."""

    ranked: tuple[Likelihood, ...]
    decision: Decision
    question: tuple[Category, ...] = ()


# Such messages are read wrongly four times as often: they name what is not meant, or ask for two
# things.
_MISLEADS = re.compile(
    r"\b(?:bukan(?:nya)?|bkn|not a|isn't|jangan|jgn"
    r"|sekalian|skalian|satu lagi|1 lagi|selain itu|oh ?iya|oh ya|hal lain|ada dua (?:hal|masalah)"
    r"|juga (?:mau|ingin|mohon|minta|tanya)|also|besides|another (?:question|thing))\b",
    re.I,
)


def misleads(text: str, subject: str | None = None) -> bool:
    """Whether a message is of a kind that asks for more than the usual confidence."""
    return bool(_MISLEADS.search(text) or (subject and _MISLEADS.search(subject)))


def weigh(guess: Guess, chosen: Category | None, choices: Choices) -> tuple[Likelihood, ...]:
    """p(category | text) times P(chosen | category) damped, best first; unchanged without a choice.

    Damped because a wrong choice is no accident: it follows the same words that mislead us.
    """
    if chosen is None or not choices:
        return guess.ranked
    weights = [
        (one.category, one.probability * _choice(choices, one.category, chosen) ** DAMPING)
        for one in guess.ranked
    ]
    total = sum(weight for _, weight in weights)
    ranked = [Likelihood(category, weight / total) for category, weight in weights]
    return tuple(sorted(ranked, key=lambda one: -one.probability))


def _choice(choices: Choices, true: Category, chosen: Category) -> float:
    """P(chosen | true); a category the card knows nothing of is chosen as often as any."""
    return choices.get(true, {}).get(chosen, 1 / len(Category))


def decide(
    guess: Guess,
    text: str,
    subject: str | None = None,
    *,
    chosen: Category | None,
    choices: Choices,
    limits: Limits,
) -> Verdict:
    """AUTO only when every voice agrees; SUGGEST from an even chance; ASK between two or three."""
    ranked = weigh(guess, chosen, choices)
    best = ranked[0]
    sure = limits.sure_misled if misleads(text, subject) else limits.sure
    alone = _may_decide_alone(guess, ranked, sure=sure, narrow=limits.narrow)
    if alone and not speaks_to_a_machine(f"{subject or ''}\n{text}"):
        return Verdict(ranked, Decision.AUTO)
    if best.probability >= LIKELY:
        return Verdict(ranked, Decision.SUGGEST)
    between = plausible(ranked, limits.broad)
    if 2 <= len(between) <= ASKED_AT_MOST:
        return Verdict(ranked, Decision.ASK, between)
    return Verdict(ranked, Decision.HUMAN)


def plausible(ranked: tuple[Likelihood, ...], bound: float) -> tuple[Category, ...]:
    """The conformal set: all categories whose 1 - p does not exceed the bound."""
    return tuple(one.category for one in ranked if 1 - one.probability <= bound)


def _may_decide_alone(
    guess: Guess, ranked: tuple[Likelihood, ...], *, sure: float, narrow: float
) -> bool:
    best = ranked[0]
    foreign = sum(one.probability for one in ranked if one.category is Category.OUT_OF_SCOPE)
    return (
        min(best.probability, guess.best.probability) >= sure
        and guess.best.category is best.category
        and not best.category.is_added  # no rule knows it, so its reports go to a person
        and len(plausible(ranked, narrow)) <= 1
        and (best.category is Category.OUT_OF_SCOPE or foreign < FOREIGN)
    )
