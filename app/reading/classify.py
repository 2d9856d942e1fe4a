"""From a guess to a decision: the requester's own choice weighs in, the cost of error decides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.reading.facts import Guess, Likelihood
from models.vocabulary import Category, Decision

Choices = Mapping[Category, Mapping[Category, float]]

LIKELY = 0.5  # from here on a suggestion is worth showing
ALSO = 0.2  # a second category this likely may be a second request
FOREIGN = 0.05  # chance of being out of scope that forbids deciding alone
ASKED_AT_MOST = 3
DAMPING = 0.45  # weight of the requester's choice; 1 would trust it as independent evidence


@dataclass(frozen=True, slots=True)
class Limits:
    """Taken from the classifier's card; see Card."""

    sure: float = 0.97
    broad: float = 1.0
    narrow: float = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`question` holds the categories to ask between; empty unless the decision is ASK."""

    ranked: tuple[Likelihood, ...]
    decision: Decision
    question: tuple[Category, ...] = ()


_SEVERAL = re.compile(
    r"\b(?:sekalian|skalian|satu lagi|1 lagi|selain itu|oh ?iya|oh ya|sama satu|hal lain|juga"
    r" (?:mau|ingin|mohon|minta|tanya)"
    r"|(?:pertama|kesatu),? .{5,300}\b(?:kedua|ke-?2)|also|besides|another (?:question|thing)"
    r"|ada dua (?:hal|masalah))\b",
    re.I | re.S,
)


# Messages of these kinds mislead: they name what is not meant, or speak to a machine.
_DENIES = re.compile(r"\b(?:bukan(?:nya)?|bkn|not a|isn't|jangan|jgn)\b", re.I)
_MACHINE_TALK = re.compile(
    r"\b(?:system|assistant|prompt|ignore|override|maintenance mode|abaikan (?:semua"
    r" )?(?:instruksi|perintah)"
    r"|kategori\s*=|category\s*[=:])",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:facebook|fb|instagram|ig|tiktok|whatsapp|telegram|mobile legends|free fire|madrasah"
    r"|mts|emis"
    r"|simpatika|kemenag|m-?banking|bank|rekening|pip|bpjs|wifi|windows|laptop)\b",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:sudah|sdh|udah) (?:\w+ )?(?:beres|selesai|bisa|kembali|diterima)\b", re.I
)
_LONGEST_ALONE = 150  # words; a longer story has more than one turn


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
    guess: Guess, text: str, *, chosen: Category | None, choices: Choices, limits: Limits
) -> Verdict:
    """AUTO only when every voice agrees; SUGGEST from an even chance; ASK between two or three."""
    ranked = weigh(guess, chosen, choices)
    best = ranked[0]
    if _may_decide_alone(guess, ranked, limits) and not _misleads(text, best.category):
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


def _misleads(text: str, category: Category) -> bool:
    marks = [_SEVERAL, _DENIES, _MACHINE_TALK]
    if category is not Category.OUT_OF_SCOPE:
        marks.append(_ELSEWHERE)
    if category is Category.FOLLOW_UP:
        marks.append(_SETTLED)
    return any(mark.search(text) for mark in marks) or len(text.split()) > _LONGEST_ALONE


def _may_decide_alone(guess: Guess, ranked: tuple[Likelihood, ...], limits: Limits) -> bool:
    best, second = ranked[0], ranked[1]
    foreign = sum(one.probability for one in ranked if one.category is Category.OUT_OF_SCOPE)
    return (
        min(best.probability, guess.best.probability) >= limits.sure
        and guess.agrees
        and guess.best.category is best.category
        and second.probability < ALSO
        and not best.category.is_added  # no rule knows it, so its reports go to a person
        and len(plausible(ranked, limits.narrow)) <= 1
        and (best.category is Category.OUT_OF_SCOPE or foreign < FOREIGN)
    )
