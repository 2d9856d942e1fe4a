"""Fitting a classifier on labelled texts, with its card."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from app.reading.calibrate import (
    Outcomes,
    best_bound,
    best_temperature,
    choice_matrix,
    quantile,
    sure_threshold,
)
from app.reading.card import Card, Golden
from app.reading.classifier import LONGEST, Classifier
from app.reading.classify import misleads
from app.reading.corpus import Labelled, digest
from app.reading.extract import extract
from app.reading.features import Floats
from app.reading.fit import ENOUGH, FACETS, Prepared, learn, prepare
from app.reading.fit_transitions import fit_transitions, stated
from app.reading.normalise import normalise
from models.vocabulary import Category

FOLDS = 5
PRECISION = 0.995  # asked of automatic decisions, on texts the trial had not seen
KNOWN_ANSWERS = 25
MAY_CLAIM = 0.005  # of the texts of other categories, by a young one
UNKNOWN = -1.0  # the score of a category a trial had not met


def train(rows: Sequence[Labelled]) -> Classifier:
    """Fit on all rows; trust is measured on parts the trial classifiers had not seen."""
    normals = [normalise(row.text[:LONGEST], row.subject) for row in rows]
    prepared = prepare(normals, [_hints(row) for row in rows])
    categories = sorted({row.label for row in rows})
    outcomes, facets = _unseen(prepared, rows, categories)
    raised = _raised(outcomes, rows, categories)
    outcomes = Outcomes(np.nan_to_num(outcomes.scores, nan=UNKNOWN) + raised, outcomes.true)
    card = _card(rows, outcomes, categories, facets)
    classifier = _learned(prepared, rows, range(len(rows)), card)
    classifier.bias[: len(categories)] += raised
    classifier.transitions = fit_transitions(list(filter(None, map(stated, rows))))
    return classifier


def _card(
    rows: Sequence[Labelled],
    outcomes: Outcomes,
    categories: Sequence[Category],
    facets: dict[str, float],
) -> Card:
    temperature = round(best_temperature(outcomes), 4)
    plain, misled = _apart(outcomes.chances(temperature), outcomes, rows)
    return Card(
        corpus=digest(rows),
        rows=len(rows),
        batches=dict(Counter(row.batch for row in rows)),
        temperature=temperature,
        broad=quantile(outcomes, temperature, 0.05),
        narrow=quantile(outcomes, temperature, 0.02),
        sure=sure_threshold(plain, precision=PRECISION),
        sure_misled=sure_threshold(misled, precision=PRECISION),
        choices=choice_matrix(
            [(row.label, row.self_category) for row in rows if row.self_category], categories
        ),
        facets=facets,
        scores={"unseen_batches_accuracy": _accuracy(outcomes)},
        golden=[
            Golden(row.text, row.subject, "", 0.0)
            for row in rows[:: max(len(rows) // KNOWN_ANSWERS, 1)]
        ],
    )


def _hints(row: Labelled) -> frozenset[str]:
    """Only needed where facets are learned from the row."""
    if row.facets is None:
        return frozenset()
    return extract(row.text[:LONGEST], row.subject).hints


def _learned(
    prepared: Prepared, rows: Sequence[Labelled], chosen: Sequence[int], card: Card
) -> Classifier:
    labels, facets = [row.label for row in rows], [row.facets for row in rows]
    return learn(prepared, labels, facets, chosen, card=card)


def _unseen(
    prepared: Prepared, rows: Sequence[Labelled], categories: Sequence[Category]
) -> tuple[Outcomes, dict[str, float]]:
    """For each row what a classifier says that was fitted without its fold, and the truth.

    NaN for a category which that classifier had not met. With the score from which on each facet
    is best said to be there.
    """
    scores = np.full((len(rows), len(categories)), np.nan, np.float32)
    said: dict[str, list[tuple[float, bool]]] = {name: [] for name in FACETS}
    for part in folds(rows):
        fold = sorted(part)
        rest = [at for at in range(len(rows)) if at not in part]
        trial = _learned(prepared, rows, rest, Card())
        found = prepared.scores(fold, trial)
        columns = [categories.index(category) for category in trial.categories]
        scores[np.ix_(fold, columns)] = found[:, : len(columns)]
        for at, of_facets in zip(fold, found[:, len(columns) :].tolist(), strict=True):
            facets = rows[at].facets
            if facets is not None:
                for name, score in zip(trial.facets, of_facets, strict=True):
                    said[name].append((score, getattr(facets, name)))
    true = np.array([categories.index(row.label) for row in rows], np.intp)
    return Outcomes(scores, true), {name: best_bound(each) for name, each in said.items() if each}


def _raised(outcomes: Outcomes, rows: Sequence[Labelled], categories: Sequence[Category]) -> Floats:
    """How much is added to the score of each young category.

    Where thousands of texts stand against ten, the ten lose although they rank first: a young
    category may claim a few in a thousand of the others' texts.
    """
    counts = Counter(row.label for row in rows)
    raised = np.zeros(len(categories), np.float32)
    for at, category in enumerate(categories):
        met = ~np.isnan(outcomes.scores[:, at]) & (outcomes.true != at)
        if counts[category] >= ENOUGH or not met.any():
            continue
        others = np.nanmax(np.delete(outcomes.scores, at, axis=1), axis=1)
        lead = outcomes.scores[met, at] - others[met]
        raised[at] = max(-float(np.quantile(lead, 1 - MAY_CLAIM)), 0.0)
    return raised


def folds(rows: Sequence[Labelled]) -> list[set[int]]:
    """Parts of whole batches, because texts of one writer resemble each other.

    Too few batches for that are cut so that every category is spread evenly; so are the few
    examples of an added category, which a trial without any would not know at all.
    """
    found: list[set[int]] = [set() for _ in range(FOLDS)]
    sizes = Counter(row.batch for row in rows)
    home: dict[str, int] = {}
    for batch, _ in sizes.most_common() if len(sizes) >= FOLDS else ():
        home[batch] = min(range(FOLDS), key=lambda fold: _filled(fold, home, sizes))
    seen: Counter[Category] = Counter()
    for at, row in enumerate(rows):
        is_spread = row.label.is_added or not home
        found[seen[row.label] % FOLDS if is_spread else home[row.batch]].add(at)
        seen[row.label] += 1
    return [fold for fold in found if fold]


def _filled(fold: int, home: Mapping[str, int], sizes: Mapping[str, int]) -> int:
    return sum(sizes[batch] for batch, at in home.items() if at == fold)


def _apart(
    chances: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
    outcomes: Outcomes,
    rows: Sequence[Labelled],
) -> tuple[list[tuple[float, bool]], list[tuple[float, bool]]]:
    """Confidence and whether it was right: of plain texts, and of texts that mislead."""
    right = chances.argmax(axis=1) == outcomes.true
    found: tuple[list[tuple[float, bool]], list[tuple[float, bool]]] = ([], [])
    for row, confidence, correct in zip(rows, chances.max(axis=1), right, strict=True):
        found[misleads(row.text, row.subject)].append((float(confidence), bool(correct)))
    return found


def _accuracy(outcomes: Outcomes) -> float:
    right = outcomes.scores.argmax(axis=1) == outcomes.true
    return round(float(right.mean()), 4)
