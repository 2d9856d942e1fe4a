"""Fitting the classifier on the corpus and writing its card."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.reading.calibrate import best_temperature, choice_matrix, cooled, quantile, sure_threshold
from app.reading.card import Card, Golden
from app.reading.classifier import LONGEST, Classifier, ClassifierMismatch, fit
from app.reading.corpus import Labelled, digest, load, training_files
from app.reading.normalise import Normal, normalise
from models.vocabulary import Category

Outcome = tuple[list[float], int]
FOLDS = 3
_AT = {category: at for at, category in enumerate(Category)}


def train(rows: Sequence[Labelled]) -> Classifier:
    """Fit on all rows; trust is measured on parts the trial classifiers had not seen."""
    normals = [normalise(row.text[:LONGEST], row.subject) for row in rows]
    outcomes = list(_unseen(normals, rows, _folds(rows)))
    temperature = best_temperature(outcomes)
    calm = [(cooled(chances, temperature), true) for chances, true in outcomes]
    card = Card(
        corpus=digest(rows),
        rows=len(rows),
        batches=dict(Counter(row.batch for row in rows)),
        temperature=round(temperature, 2),
        broad=quantile(calm, 0.05),
        narrow=quantile(calm, 0.02),
        sure=sure_threshold(
            [(max(chances), chances.index(max(chances)) == true) for chances, true in calm],
            precision=0.995,
        ),
        choices=choice_matrix(
            [(row.label, row.self_category) for row in rows if row.self_category]
        ),
        scores={"unseen_batches_accuracy": _accuracy(outcomes)},
        golden=[Golden(row.text, row.subject, "", 0.0) for row in rows[:: max(len(rows) // 25, 1)]],
    )
    return fit(normals, [row.label for row in rows], card=card)


def train_here(folder: Path) -> Classifier:
    """Train on every batch but the held-out one and keep the result in `folder`."""
    classifier = train(load(training_files()))
    classifier.save(folder)
    return classifier


def ensure(folder: Path) -> bool:
    """Train unless `folder` holds a sound classifier of the present corpus; true when it did."""
    try:
        known = Classifier.load(folder).card.corpus
    except (FileNotFoundError, ClassifierMismatch):
        known = ""
    if known == digest(load(training_files())):
        return False
    train_here(folder)
    return True


def _unseen(
    normals: Sequence[Normal], rows: Sequence[Labelled], folds: Sequence[set[int]]
) -> Iterator[Outcome]:
    """For each row what a classifier says that was fitted without its fold, and the truth."""
    for fold in folds:
        rest = [at for at in range(len(rows)) if at not in fold]
        trial = fit(
            [normals[at] for at in rest], [rows[at].label for at in rest], card=Card(), veto=False
        )
        shown = sorted(fold)
        for at, chances in zip(shown, trial.chances([normals[at] for at in shown]), strict=True):
            yield chances, _AT[rows[at].label]


def _folds(rows: Sequence[Labelled]) -> list[set[int]]:
    """Thirds of whole batches, because texts of one writer resemble each other.

    Too few batches for that are cut into thirds in which every category is spread evenly.
    """
    folds: list[set[int]] = [set() for _ in range(FOLDS)]
    sizes = Counter(row.batch for row in rows)
    if len(sizes) >= FOLDS:
        home: dict[str, int] = {}
        for batch, _ in sizes.most_common():
            home[batch] = min(range(FOLDS), key=lambda fold: _filled(fold, home, sizes))
        for at, row in enumerate(rows):
            folds[home[row.batch]].add(at)
        return folds
    seen: Counter[Category] = Counter()
    for at, row in enumerate(rows):
        folds[seen[row.label] % FOLDS].add(at)
        seen[row.label] += 1
    return [fold for fold in folds if fold]


def _filled(fold: int, home: Mapping[str, int], sizes: Mapping[str, int]) -> int:
    return sum(sizes[batch] for batch, at in home.items() if at == fold)


def _accuracy(outcomes: Sequence[Outcome]) -> float:
    right = sum(chances.index(max(chances)) == true for chances, true in outcomes)
    return round(right / max(len(outcomes), 1), 4)
