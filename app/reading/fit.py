"""Learning the weights; the only module that knows scikit-learn."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from app.reading.card import Card
from app.reading.classifier import Classifier, words_of
from app.reading.facts import Facets
from app.reading.features import (
    RUN_TEXTS,
    STEM_TEXTS,
    Floats,
    Letters,
    Row,
    Terms,
    grams,
    runs,
    stem_row,
)
from app.reading.hints import HINTS
from app.reading.normalise import Normal
from models.vocabulary import Category

# scikit-learn and scipy are untyped and take a second to import: only where they are used.
Matrix = Any

FACETS = ("follow_up", "on_behalf", "many_subjects")
ENOUGH = 60  # texts; with fewer a category is young
PULL = 4.0  # how far a young category is drawn towards the middle of its few texts


class Prepared(NamedTuple):
    """Messages as rows of features, stems first. No label was used to make them."""

    stems: Terms
    runs: Terms
    matrix: Matrix
    hints: Matrix

    def scores(self, rows: Sequence[int], classifier: Classifier) -> Floats:
        """What a classifier of these features says of some of the messages, as `scores` does."""
        width = len(self.stems.names) + len(self.runs.names)
        weights, of_hints = classifier.weights[:width], classifier.weights[width:]
        found: Floats = self.matrix[rows] @ weights + self.hints[rows] @ of_hints + classifier.bias
        return found


def prepare(normals: Sequence[Normal], hints: Sequence[frozenset[str]]) -> Prepared:
    """Count the features of all messages and make a row of each."""
    said = [grams(one.stems) for one in normals]
    stems = Terms.counted(map(set, said), at_least=STEM_TEXTS)
    spelt = [sorted(set(words_of(one))) for one in normals]
    known = Terms.counted(
        ({run for word in each for run in runs(word)} for each in spelt), at_least=RUN_TEXTS
    )
    letters = Letters(known)
    rows = [
        _joined(stem_row(stems, names), letters.row(words), len(stems.names))
        for names, words in zip(said, spelt, strict=True)
    ]
    width = len(stems.names) + len(known.names)
    given = sparse([_hinted(each) for each in hints], width=len(HINTS))
    return Prepared(stems, known, sparse(rows, width=width), given)


def learn(
    prepared: Prepared,
    labels: Sequence[Category],
    facets: Sequence[Facets | None],
    chosen: Sequence[int],
    *,
    card: Card,
) -> Classifier:
    """The classifier that the chosen rows make; `labels` and `facets` stand beside all rows."""
    own = [labels[at] for at in chosen]
    weights, bias, codes = _categories(prepared.matrix[chosen], own)
    learned = _facets(prepared, facets, chosen)
    return Classifier(
        categories=tuple(Category(code) for code in codes),
        facets=FACETS if learned else (),
        stems=prepared.stems,
        runs=prepared.runs,
        # As they will be on disk: a stored classifier answers as the fitted one did.
        weights=np.column_stack([_padded(weights), *(one for one, _ in learned)])
        .astype(np.float16)
        .astype(np.float32),
        bias=np.array([*bias, *(one for _, one in learned)], np.float32),
        card=card,
    )


def _categories(matrix: Matrix, labels: Sequence[Category]) -> tuple[Floats, Floats, list[str]]:
    """Weights and bias, a column per category; of two, scikit-learn keeps only the second's."""
    model = separator(matrix, [label.value for label in labels])
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
    codes = [str(code) for code in model.classes_]
    _draw_young(weights, codes, matrix, labels)
    return weights, bias, codes


def _facets(
    prepared: Prepared, facets: Sequence[Facets | None], chosen: Sequence[int]
) -> list[tuple[Floats, float]]:
    """Weights and bias per facet, from the rows that say; none where nothing differs."""
    told = [(at, one) for at in chosen if (one := facets[at]) is not None]
    truths = [[getattr(one, name) for _, one in told] for name in FACETS]
    if not all(len(set(truth)) == 2 for truth in truths):
        return []
    from scipy.sparse import hstack  # noqa: PLC0415 - see Matrix

    rows = [at for at, _ in told]
    matrix = hstack([prepared.matrix[rows], prepared.hints[rows]]).tocsr()
    models = [separator(matrix, truth) for truth in truths]
    return [(model.coef_[0], float(model.intercept_[0])) for model in models]


def separator(
    matrix: Matrix, truth: Sequence[object], *, counting: Sequence[float] | None = None
) -> Matrix:
    """A fitted model with `coef_` and `intercept_`; `counting` is how much each row counts."""
    from sklearn.svm import LinearSVC  # noqa: PLC0415 - see Matrix
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - see Matrix

    # On problems this small the threads of the linear algebra only wait for each other.
    with threadpool_limits(limits=1):
        return LinearSVC(C=1.0, tol=1e-3, random_state=0).fit(matrix, truth, sample_weight=counting)


def _draw_young(
    weights: Floats, codes: Sequence[str], matrix: Matrix, labels: Sequence[Category]
) -> None:
    """Few texts say what sets a category apart but not what it is: their middle does."""
    for at, code in enumerate(codes):
        own = [row for row, label in enumerate(labels) if label == code]
        if len(own) < ENOUGH:
            middle = np.asarray(matrix[own].mean(axis=0)).ravel()
            weights[:, at] += PULL * (1 - len(own) / ENOUGH) * middle


def _joined(stems: Row, letters: Row, width: int) -> Row:
    return Row(
        np.concatenate([stems.columns, width + letters.columns]),
        np.concatenate([stems.values, letters.values]),
    )


def _hinted(hints: frozenset[str]) -> Row:
    given = [at for at, name in enumerate(HINTS) if name in hints]
    return Row(np.array(given, np.int32), np.ones(len(given), np.float32))


def _padded(weights: Floats) -> Floats:
    """Hints say nothing of categories."""
    return np.vstack([weights, np.zeros((len(HINTS), weights.shape[1]))])


def sparse(rows: Sequence[Row], *, width: int) -> Matrix:
    """The rows one below the other, `width` columns wide."""

    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see Matrix

    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns = np.concatenate([row.columns for row in rows])
    values = np.concatenate([row.values for row in rows])
    found = csr_matrix((values, columns, ends), shape=(len(rows), width))
    found.sum_duplicates()
    return found
