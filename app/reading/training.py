"""Fitting a classifier on labelled texts, with its card."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.reading.calibrate import best_temperature, choice_matrix, cooled, quantile, sure_threshold
from app.reading.card import Card, Golden
from app.reading.classifier import LONGEST, Classifier, fit
from app.reading.corpus import Labelled, digest
from app.reading.normalise import Normal, normalise
from models.vocabulary import Category

Outcome = tuple[list[float], int]
FOLDS = 3


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


def _unseen(
    normals: Sequence[Normal], rows: Sequence[Labelled], folds: Sequence[set[int]]
) -> Iterator[Outcome]:
    """For each row what a classifier says that was fitted without its fold, and the truth."""
    every = _every(rows)
    at_of = {category: at for at, category in enumerate(every)}
    for fold in folds:
        rest = [at for at in range(len(rows)) if at not in fold]
        trial = fit(
            [normals[at] for at in rest], [rows[at].label for at in rest], card=Card(), veto=False
        )
        shown = sorted(fold)
        found = trial.chances([normals[at] for at in shown], every)
        for at, chances in zip(shown, found, strict=True):
            yield chances, at_of[rows[at].label]


def _every(rows: Sequence[Labelled]) -> tuple[Category, ...]:
    """The first list, then those that supervisors added."""
    return (*Category, *sorted({row.label for row in rows if row.label.is_added}))


def _folds(rows: Sequence[Labelled]) -> list[set[int]]:
    """Thirds of whole batches, because texts of one writer resemble each other.

    Too few batches for that are cut into thirds in which every category is spread evenly; so are
    the few examples of an added category, which a trial without any would not know at all.
    """
    folds: list[set[int]] = [set() for _ in range(FOLDS)]
    sizes = Counter(row.batch for row in rows)
    home: dict[str, int] = {}
    for batch, _ in sizes.most_common() if len(sizes) >= FOLDS else ():
        home[batch] = min(range(FOLDS), key=lambda fold: _filled(fold, home, sizes))
    seen: Counter[Category] = Counter()
    for at, row in enumerate(rows):
        is_spread = row.label.is_added or not home
        folds[seen[row.label] % FOLDS if is_spread else home[row.batch]].add(at)
        seen[row.label] += 1
    return [fold for fold in folds if fold]


def _filled(fold: int, home: Mapping[str, int], sizes: Mapping[str, int]) -> int:
    return sum(sizes[batch] for batch, at in home.items() if at == fold)


def _accuracy(outcomes: Sequence[Outcome]) -> float:
    right = sum(chances.index(max(chances)) == true for chances, true in outcomes)
    return round(right / max(len(outcomes), 1), 4)
