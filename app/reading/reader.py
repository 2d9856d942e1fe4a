"""Reading one message: facts and people always, a category when a classifier is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.reading.card import Card
from app.reading.classifier import Classifier, ClassifierMismatch
from app.reading.classify import Limits, decide
from app.reading.content import says_nothing
from app.reading.extract import Extract, extract
from app.reading.facts import Guess, Incoming, Likelihood, Understanding, Words
from app.reading.hints import without_a_classifier
from app.reading.training import ensure
from models.vocabulary import Decision

__all__ = ["Reader", "ensure"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Callable on an Incoming; safe to share between threads."""

    classifier: Classifier | None = None

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Without a sound classifier in `folder` every message goes to a person."""
        try:
            return cls(Classifier.load(folder))
        except (FileNotFoundError, ClassifierMismatch):
            return cls(None)

    def __call__(self, incoming: Incoming) -> Understanding:
        found = extract(incoming.text, incoming.subject)
        if self.classifier is None or says_nothing(incoming.text, incoming.subject):
            return _unread(found)
        guess = self.classifier.guess(incoming.text, incoming.subject, found.hints)
        return _understood(found, guess, incoming, self.classifier.card)


def _understood(found: Extract, guess: Guess, incoming: Incoming, card: Card) -> Understanding:
    verdict = decide(
        guess,
        incoming.text,
        incoming.subject,
        chosen=incoming.self_category,
        choices=card.choices,
        limits=Limits(card.sure, card.sure_misled, card.broad, card.narrow),
    )
    facets = guess.facets or without_a_classifier(found.hints)
    because, instead = _words_for(guess, verdict.ranked)
    return Understanding(
        facts=found.facts,
        facets=facets,
        mentions=found.mentions(facets),
        category=verdict.ranked[0].category,
        probability=verdict.ranked[0].probability,
        decision=verdict.decision,
        alternatives=verdict.ranked[1:4],
        because=because,
        instead=instead,
        classifier=guess.classifier,
        question=verdict.question,
    )


def _words_for(
    guess: Guess, ranked: Sequence[Likelihood]
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The words for the first and for the second, where the text was weighed between these two.

    The requester's own choice may have put others there.
    """
    weighed = [one.category for one in guess.ranked[:2]]
    if [one.category for one in ranked[:2]] == weighed:
        return guess.because, guess.instead
    if [one.category for one in ranked[1::-1]] == weighed:
        return guess.instead, guess.because
    return (guess.because if ranked[0].category is weighed[0] else ()), ()


def _unread(found: Extract) -> Understanding:
    facets = without_a_classifier(found.hints)
    return Understanding(
        facts=found.facts,
        facets=facets,
        mentions=found.mentions(facets),
        category=None,
        probability=0.0,
        decision=Decision.HUMAN,
    )
