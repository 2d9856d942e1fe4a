"""Learning the weights; the only module that knows scikit-learn."""

from collections import Counter
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
ENOUGH = 60  # texts; a category with fewer counts for as many, up to the limit
MOST_WEIGHT = 6.0


class Told(NamedTuple):
    """What a person said of one message beside its category, and the signs in it."""

    facets: Facets
    hints: frozenset[str]


def fit(
    normals: Sequence[Normal],
    labels: Sequence[Category],
    *,
    card: Card,
    facets: Sequence[Told | None] = (),
) -> Classifier:
    """One linear separator per category and facet; the same rows in the same order, the same.

    `facets` stands beside `normals` where facets are to be learned too. Raises ValueError when
    the labels name fewer than two categories.
    """
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
    weights, bias, codes = _categories(sparse(rows, width=width), labels)
    learned = _facets(rows, facets, width)
    return Classifier(
        categories=tuple(Category(code) for code in codes),
        facets=FACETS if learned else (),
        stems=stems,
        runs=known,
        # As they will be on disk: a stored classifier answers as the fitted one did.
        weights=np.column_stack([_padded(weights), *(one for one, _ in learned)])
        .astype(np.float16)
        .astype(np.float32),
        bias=np.array([*bias, *(one for _, one in learned)], np.float32),
        card=card,
    )


def _categories(matrix: Matrix, labels: Sequence[Category]) -> tuple[Floats, Floats, list[str]]:
    """Weights and bias, a column per category; of two, scikit-learn keeps only the second's."""
    model = separator(matrix, [label.value for label in labels], counting=_counting(labels))
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
    return weights, bias, [str(code) for code in model.classes_]


def _facets(
    rows: Sequence[Row], facets: Sequence[Told | None], width: int
) -> list[tuple[Floats, float]]:
    """Weights and bias per facet, from the rows that say; none where nothing differs."""
    told = [(row, one) for row, one in zip(rows, facets, strict=False) if one is not None]
    truths = [[getattr(one.facets, name) for _, one in told] for name in FACETS]
    if not all(len(set(truth)) == 2 for truth in truths):
        return []
    matrix = sparse(
        [_joined(row, _hinted(one.hints), width) for row, one in told], width=width + len(HINTS)
    )
    models = [separator(matrix, truth, counting=None) for truth in truths]
    return [(model.coef_[0], float(model.intercept_[0])) for model in models]


def separator(matrix: Matrix, truth: Sequence[object], *, counting: list[float] | None) -> Matrix:
    """A fitted model with `coef_` and `intercept_`; `counting` is how much each row counts."""
    from sklearn.svm import LinearSVC  # noqa: PLC0415 - see Matrix
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - see Matrix

    # On problems this small the threads of the linear algebra only wait for each other.
    with threadpool_limits(limits=1):
        return LinearSVC(C=1.0, random_state=0).fit(matrix, truth, sample_weight=counting)


def _hinted(hints: frozenset[str]) -> Row:
    given = [at for at, name in enumerate(HINTS) if name in hints]
    return Row(np.array(given, np.int32), np.ones(len(given), np.float32))


def _padded(weights: Floats) -> Floats:
    """Hints say nothing of categories."""
    return np.vstack([weights, np.zeros((len(HINTS), weights.shape[1]))])


def _joined(stems: Row, letters: Row, width: int) -> Row:
    return Row(
        np.concatenate([stems.columns, width + letters.columns]),
        np.concatenate([stems.values, letters.values]),
    )


def sparse(rows: Sequence[Row], *, width: int) -> Matrix:
    """The rows one below the other, `width` columns wide."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see Matrix

    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns = np.concatenate([row.columns for row in rows])
    values = np.concatenate([row.values for row in rows])
    found = csr_matrix((values, columns, ends), shape=(len(rows), width))
    found.sum_duplicates()
    return found


def _counting(labels: Sequence[Category]) -> list[float]:
    """How much each text counts: those of a young category more, until it has enough."""
    times = Counter(labels)
    return [min(max(ENOUGH / times[label], 1.0), MOST_WEIGHT) for label in labels]
