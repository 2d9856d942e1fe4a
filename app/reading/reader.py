"""Reading one message: facts and people always, a category when a classifier is there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.reading.card import Card
from app.reading.classifier import Classifier, ClassifierMismatch
from app.reading.classify import Limits, decide
from app.reading.content import says_nothing
from app.reading.extract import Extract, extract
from app.reading.facts import Guess, Incoming, Understanding
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
        guess = self.classifier.guess(incoming.text, incoming.subject)
        return _understood(found, guess, incoming, self.classifier.card)


def _understood(found: Extract, guess: Guess, incoming: Incoming, card: Card) -> Understanding:
    verdict = decide(
        guess,
        incoming.text,
        chosen=incoming.self_category,
        choices=card.choices,
        limits=Limits(card.sure, card.broad, card.narrow),
    )
    return Understanding(
        facts=found.facts,
        facets=found.facets,
        mentions=found.mentions,
        category=verdict.ranked[0].category,
        probability=verdict.ranked[0].probability,
        decision=verdict.decision,
        alternatives=verdict.ranked[1:4],
        because=guess.because,
        classifier=guess.classifier,
        question=verdict.question,
    )


def _unread(found: Extract) -> Understanding:
    return Understanding(
        facts=found.facts,
        facets=found.facets,
        mentions=found.mentions,
        category=None,
        probability=0.0,
        decision=Decision.HUMAN,
    )
