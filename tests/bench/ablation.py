"""What each part of the classifier is worth: every training batch read by a trial without it.

    python -m tests.bench.ablation

Leave-one-batch-out over the training batches; the held-out files are never opened. Printed per
variant: macro-F1, accuracy, accuracy on the surer 80 %, calibration error before and after the
temperature (fitted on the same outcomes, so a little flattering).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from scipy.sparse import hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from app.reading import scores
from app.reading.calibrate import best_temperature, cooled
from app.reading.classifier import CUE_WEIGHT, LONGEST
from app.reading.corpus import Labelled, load, training_files
from app.reading.cues import cues
from app.reading.normalise import Normal, Token, normalise
from app.reading.scores import Judged
from models.vocabulary import Category

Matrix = Any  # scikit-learn and scipy are untyped
Outcome = tuple[list[float], int]
_AT = {category: at for at, category in enumerate(Category)}
_STEM = r"\S+"


class Variant(NamedTuple):
    """One way to build the features. `read` makes the Normal of a row."""

    name: str
    parts: frozenset[str] = frozenset({"words", "letters", "cues"})
    read: Callable[[Labelled], Normal] = lambda row: normalise(row.text[:LONGEST], row.subject)
    denials: bool = True


def raw(row: Labelled) -> Normal:
    """Small letters and nothing else: no masks, no map, no stems, quoted mail kept."""
    said = re.findall(r"\w+", f"{row.subject or ''} {row.text[:LONGEST]}".lower())
    return Normal(tuple(Token(word, word) for word in said))


VARIANTS = (
    Variant("everything"),
    Variant("without phrases", frozenset({"words", "letters"})),
    Variant("without letters", frozenset({"words", "cues"})),
    Variant("without words", frozenset({"letters", "cues"})),
    Variant("without denials", denials=False),
    Variant("without normalising", read=raw),
    Variant("words alone, raw", frozenset({"words"}), read=raw),
)


def main() -> None:
    rows = load(training_files())
    print(f"{len(rows)} texts in {len({row.batch for row in rows})} batches")
    for variant in VARIANTS:
        outcomes, labels = [], []
        for outcome, row in _left_out(rows, variant):
            outcomes.append(outcome)
            labels.append(row)
        print(_line(variant.name, outcomes, labels), flush=True)


def _left_out(rows: Sequence[Labelled], variant: Variant) -> Iterator[tuple[Outcome, Labelled]]:
    normals = [variant.read(row) for row in rows]
    for batch in sorted({row.batch for row in rows}):
        rest = [at for at, row in enumerate(rows) if row.batch != batch]
        shown = [at for at, row in enumerate(rows) if row.batch == batch]
        found = _chances(
            [normals[at] for at in rest],
            [rows[at].label.value for at in rest],
            [normals[at] for at in shown],
            variant=variant,
        )
        for at, chances in zip(shown, found, strict=True):
            yield (chances, _AT[rows[at].label]), rows[at]


def _chances(
    known: list[Normal], labels: list[str], unseen: list[Normal], *, variant: Variant
) -> list[list[float]]:
    matrices = [_features(part, known, unseen, variant) for part in sorted(variant.parts)]
    model = LogisticRegression(C=5, tol=1e-3, max_iter=2000)
    with threadpool_limits(limits=1):
        model.fit(hstack([one for one, _ in matrices]).tocsr().astype("float32"), labels)
        rows = model.predict_proba(hstack([other for _, other in matrices]).tocsr())
    at = {label: column for column, label in enumerate(model.classes_)}
    return [[float(row[at[one]]) if one in at else 0.0 for one in Category] for row in rows]


def _features(
    part: str, known: list[Normal], unseen: list[Normal], variant: Variant
) -> tuple[Matrix, Matrix]:
    said = _SAID[part]
    maker = _maker(part)
    weight = CUE_WEIGHT if part == "cues" else 1.0
    fitted = maker.fit_transform([said(_seen(normal, variant)) for normal in known])
    return fitted * weight, maker.transform(
        [said(_seen(normal, variant)) for normal in unseen]
    ) * weight


_SAID: dict[str, Callable[[Normal], str]] = {
    "words": lambda normal: normal.tagged,
    "letters": lambda normal: normal.affirmed,
    "cues": lambda normal: cues(normal.tagged),
}


def _maker(part: str) -> Matrix:
    match part:
        case "words":
            return TfidfVectorizer(
                ngram_range=(1, 2), token_pattern=_STEM, sublinear_tf=True, lowercase=False
            )
        case "letters":
            return TfidfVectorizer(
                analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, lowercase=False
            )
        case _:
            return CountVectorizer(binary=True, token_pattern=_STEM, lowercase=False)


def _seen(normal: Normal, variant: Variant) -> Normal:
    """Without denials nothing is marked as denied."""
    if variant.denials:
        return normal
    return Normal(tuple(token._replace(denied=False) for token in normal.tokens))


def _line(name: str, outcomes: list[Outcome], rows: list[Labelled]) -> str:
    plain = _judged([chances for chances, _ in outcomes], rows)
    temperature = best_temperature(outcomes)
    calm = _judged([cooled(chances, temperature) for chances, _ in outcomes], rows)
    accuracy = sum(one.right for one in plain) / len(plain)
    return (
        f"{name:22} macro-F1 {scores.macro_f1(plain):.3f}  accuracy {accuracy:.3f}"
        f"  at 80 % {scores.at_coverage(plain, 0.8):.3f}"
        f"  ECE {scores.calibration_error(plain):.3f} -> {scores.calibration_error(calm):.3f}"
        f"  (temperature {temperature:.2f})"
    )


def _judged(every: list[list[float]], rows: list[Labelled]) -> list[Judged]:
    order = list(Category)
    return [
        Judged(order[chances.index(max(chances))], max(chances), row.label, row.label2, auto=False)
        for chances, row in zip(every, rows, strict=True)
    ]


if __name__ == "__main__":
    main()
