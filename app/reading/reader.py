"""Reading one message: facts and people always, a category when a classifier is there."""

import threading
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
from app.reading.shelf import Shelf
from models.vocabulary import Decision


@dataclass(frozen=True, slots=True)
class Reader:
    """Callable on an Incoming; safe to share between threads."""

    classifier: Classifier | None = None

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The champion of the shelf; without a sound one every message goes to a person."""
        try:
            return cls(Shelf(folder).load())
        except (FileNotFoundError, ClassifierMismatch):
            return cls(None)

    def __call__(self, incoming: Incoming) -> Understanding:
        found = extract(incoming.text, incoming.subject, sent_on=incoming.sent_on)
        if self.classifier is None or says_nothing(incoming.text, incoming.subject):
            return _unread(found)
        if self.classifier.transitions is not None:
            found = found.with_transitions(self.classifier.transitions)
        guess = self.classifier.guess(incoming.text, incoming.subject, found.hints)
        return _understood(found, guess, incoming, self.classifier.card)


class Latest:
    """A Reader that follows the shelf: a switched pointer is noticed at the next message.

    While the new champion cannot be loaded the old one goes on. Safe to share between threads.
    """

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder)
        self._lock = threading.Lock()
        self._seen = self._shelf.stamp()
        self._reader = Reader.load(folder)

    def __call__(self, incoming: Incoming) -> Understanding:
        return self._current()(incoming)

    def _current(self) -> Reader:
        if self._shelf.stamp() == self._seen:
            return self._reader
        with self._lock:
            stamp = self._shelf.stamp()
            if stamp != self._seen:
                found = Reader.load(self._shelf.folder)
                if found.classifier is not None:
                    self._reader = found
                self._seen = stamp
        return self._reader


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
