"""A classifier asked about known texts, as it would be asked in service."""

from collections.abc import Sequence

from app.learning.audit import Chances
from app.learning.figures import Answered
from app.learning.gate import Known
from app.reading.classifier import Classifier
from app.reading.corpus import Labelled
from app.reading.facts import Incoming, Understanding
from app.reading.reader import Reader
from app.reading.scores import Judged
from app.reading.training import train
from models.vocabulary import Category, Decision

FOLDS = 3


def read(classifier: Classifier, rows: Sequence[Labelled]) -> list[Understanding]:
    """With the requester's own choice weighed in, where the row has one."""
    reader = Reader(classifier)
    return [
        reader(Incoming(row.text, row.subject, self_category=row.self_category)) for row in rows
    ]


def answers(classifier: Classifier, rows: Sequence[Labelled]) -> list[Answered]:
    return [
        Answered(
            Judged(
                said.category,
                said.probability,
                row.label,
                row.label2,
                said.decision is Decision.AUTO,
            ),
            is_trap=bool(row.trap),
        )
        for row, said in zip(rows, read(classifier, rows), strict=True)
    ]


def chances(classifier: Classifier, rows: Sequence[Labelled]) -> list[Chances]:
    """Of every category the classifier knows, from the text alone."""
    guesses = classifier.guess_many([(row.text, row.subject) for row in rows])
    return [{one.category: one.probability for one in guess.ranked} for guess in guesses]


def known_again(corpus: Sequence[Labelled], learned: Sequence[Labelled]) -> list[Known]:
    """For each added category, how many of its examples a fit without them finds.

    Each fit sees two thirds of the examples and, to be quick, half of the corpus.
    """
    added = sorted({row.label for row in learned if row.label.is_added})
    if not added:
        return []
    found: dict[Category, int] = dict.fromkeys(added, 0)
    for fold in range(FOLDS):
        shown, asked = _parted(learned, fold)
        trial = train([*corpus[::2], *shown])
        guesses = trial.guess_many([(row.text, row.subject) for row in asked])
        for row, guess in zip(asked, guesses, strict=True):
            found[row.label] += guess.best.category is row.label
    return [Known(each, sum(row.label is each for row in learned), found[each]) for each in added]


def _parted(learned: Sequence[Labelled], fold: int) -> tuple[list[Labelled], list[Labelled]]:
    """All rows but the fold's examples of added categories, and these."""
    added = [row for row in learned if row.label.is_added]
    asked = added[fold::FOLDS]
    return [row for row in learned if row not in asked], asked
