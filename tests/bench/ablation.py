"""What each part of the classifier is worth: every training batch read by a trial without it.

    python -m tests.bench.ablation

Whole batches are left out, five parts in turn; the held-out files are never opened. Printed per
variant: macro-F1 with its 95 % interval, accuracy on the surer 80 %, surprise (mean negative
log-probability of the truth, in nats) and calibration error after the temperature, which is fitted
on the same outcomes and so a little flattering.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from app.reading import scores
from app.reading.calibrate import Outcomes, best_temperature
from app.reading.card import Card
from app.reading.classifier import LONGEST
from app.reading.clean import plain
from app.reading.corpus import Labelled, load, training_files
from app.reading.fit import learn, prepare
from app.reading.normalise import Normal, normalise
from app.reading.scores import Judged
from app.reading.training import folds
from models.vocabulary import Category

CATEGORIES = list(Category)


class Variant(NamedTuple):
    """One way to see a message."""

    name: str
    seen: Callable[[Labelled], Normal]


def whole(row: Labelled) -> Normal:
    return normalise(row.text[:LONGEST], row.subject)


def without_letters(row: Labelled) -> Normal:
    normal = whole(row)
    return normal._replace(surfaces=("",) * len(normal.surfaces))


def without_stems(row: Labelled) -> Normal:
    return whole(row)._replace(stems=())


def without_denials(row: Labelled) -> Normal:
    normal = whole(row)
    return normal._replace(stems=tuple(stem.removeprefix("bukan_") for stem in normal.stems))


def without_levels(row: Labelled) -> Normal:
    normal = whole(row)
    kept = tuple(stem for stem in normal.stems if not stem.startswith("xjenjang_"))
    return normal._replace(stems=kept)


def with_quotations(row: Labelled) -> Normal:
    """Quoted mail, signatures and agents' answers count as the writer's own words."""
    # A mark no one writes keeps the cleaner from finding where a quotation begins.
    lines = [f"· {line.lstrip('> ')}" for line in plain(row.text[:LONGEST]).split("\n")]
    return normalise("\n".join(lines), row.subject)


def raw(row: Labelled) -> Normal:
    """Small letters and nothing else: no masks, no map, no stems, quoted mail kept."""
    said = tuple(re.findall(r"\w+", f"{row.subject or ''} {row.text[:LONGEST]}".lower()))
    return Normal(said, said, (False,) * len(said))


VARIANTS = (
    Variant("everything", whole),
    Variant("without letters", without_letters),
    Variant("without stems", without_stems),
    Variant("without denials", without_denials),
    Variant("without two jenjang", without_levels),
    Variant("with quotations", with_quotations),
    Variant("without normalising", raw),
)


def main() -> None:
    rows = load(training_files())
    print(f"{len(rows)} texts in {len({row.batch for row in rows})} batches")
    for variant in VARIANTS:
        print(_line(variant.name, outcomes([variant.seen(row) for row in rows], rows)), flush=True)


def outcomes(normals: Sequence[Normal], rows: Sequence[Labelled]) -> Outcomes:
    """What trials say of the batches they had not seen."""
    found = np.full((len(rows), len(CATEGORIES)), -1.0, np.float32)
    prepared = prepare(normals, [frozenset()] * len(rows))
    labels = [row.label for row in rows]
    for part in folds(rows):
        fold = sorted(part)
        rest = [at for at in range(len(rows)) if at not in part]
        trial = learn(prepared, labels, [None] * len(rows), rest, card=Card())
        columns = [CATEGORIES.index(category) for category in trial.categories]
        found[np.ix_(fold, columns)] = prepared.scores(fold, trial)
    return Outcomes(found, np.array([CATEGORIES.index(row.label) for row in rows], np.intp))


def _line(name: str, seen: Outcomes) -> str:
    temperature = best_temperature(seen)
    chances = seen.chances(temperature)
    surprise = -np.log(np.maximum(chances[np.arange(len(seen.true)), seen.true], 1e-12)).mean()
    judged = [
        Judged(CATEGORIES[int(row.argmax())], float(row.max()), CATEGORIES[true], None, auto=False)
        for row, true in zip(chances, seen.true.tolist(), strict=True)
    ]
    f1 = scores.resampled(judged, scores.macro_f1)
    return (
        f"{name:20} macro-F1 {f1.value:.3f} [{f1.low:.3f} {f1.high:.3f}]"
        f"  at 80 % {scores.at_coverage(judged, 0.8):.3f}  surprise {surprise:.3f}"
        f"  ECE {scores.calibration_error(judged):.3f}  temperature {temperature:.3f}"
    )


if __name__ == "__main__":
    main()
