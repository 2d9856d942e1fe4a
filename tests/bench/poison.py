"""What the audit does with honest batches of labels, and with some that are partly arbitrary.

    python -m tests.bench.poison [TRIES]

Texts of training batches that the champion has not learned get the label of the corpus; in a
poisoned batch a twentieth of the labels is arbitrary. Small batches are judged by the audit alone
(fast, many tries); a few go through the whole training, gate included.
"""

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

from app.learning import trial
from app.learning.audit import ODDS, Chances, Word, audit
from app.learning.lessons import Said
from app.learning.teach import Material, teach
from app.reading.corpus import Labelled, frozen_files, load, training_files
from app.reading.shelf import Shelf
from app.reading.training import train
from models.vocabulary import Category, LabelKind

SIZES = (40, 60, 100, 200, 400)
SHARE = 0.05
WHOLE = 10
NOW = datetime(2026, 11, 25, 5, tzinfo=UTC)
Seen = tuple[Labelled, Chances]


def main() -> None:
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    rows = load(training_files())
    seen = list(_seen(rows))
    print(f"{len(seen)} texts, each read by a classifier without its batch; {tries} batches a row")
    for size in SIZES:
        honest, poisoned = (_refused(seen, size, share, tries) for share in (0.0, SHARE))
        print(
            f"{size:4} labels: honest refused {honest:.1%}, poisoned let through {1 - poisoned:.1%}"
        )
    print(f"through the whole training, {WHOLE} batches each of 100 and 400 labels:")
    for size in (100, 400):
        honest_in, poisoned_in = _promoted(rows, size)
        print(
            f"{size:4} labels: honest promoted {honest_in}/{WHOLE}, poisoned {poisoned_in}/{WHOLE}"
        )


def arbitrary(rows: Sequence[Labelled], share: float, draw: random.Random) -> list[Category]:
    """Their labels, that share of them (rounded up) replaced by any other."""
    labels = [row.label for row in rows]
    for place in draw.sample(range(len(rows)), ceil(len(rows) * share)):
        labels[place] = draw.choice([each for each in Category if each is not labels[place]])
    return labels


def _seen(rows: Sequence[Labelled]) -> Iterator[Seen]:
    """Two batches at a time, as a classifier of the others reads them."""
    names = sorted({row.batch for row in rows})
    for at in range(0, len(names), 2):
        out = set(names[at : at + 2])
        classifier = train([row for row in rows if row.batch not in out])
        asked = [row for row in rows if row.batch in out]
        yield from zip(asked, trial.chances(classifier, asked), strict=True)


def _refused(seen: Sequence[Seen], size: int, share: float, tries: int) -> float:
    draw = random.Random(size)  # noqa: S311 - a repeatable simulation
    refused = 0
    for _ in range(tries):
        batch = draw.sample(seen, size)
        labels = arbitrary([row for row, _ in batch], share, draw)
        words = [Word(0, label, one) for label, (_, one) in zip(labels, batch, strict=True)]
        refused += audit(words).is_refused
    return refused / tries


def _promoted(rows: Sequence[Labelled], size: int) -> tuple[int, int]:
    """How many honest and how many poisoned batches became champion."""
    draw = random.Random(size)  # noqa: S311 - a repeatable simulation
    names = sorted({row.batch for row in rows})
    frozen, counts = load(frozen_files()), [0, 0]
    for _ in range(WHOLE):
        out = set(draw.sample(names, 4))
        base = [row for row in rows if row.batch not in out]
        batch = draw.sample([row for row in rows if row.batch in out], size)
        for place, share in enumerate((0.0, SHARE)):
            labels = arbitrary(batch, share, draw)
            said = [
                Said(
                    at, LabelKind.CORRECTED, label, by=at % 4, at=NOW, text=row.text,
                    subject=row.subject, ticket_id=at, self_category=row.self_category,
                )
                for at, (row, label) in enumerate(zip(batch, labels, strict=True), 1)
            ]  # fmt: skip
            with tempfile.TemporaryDirectory() as folder:
                shelf = Shelf(Path(folder))
                shelf.promote(shelf.put(train(base), {}), now=NOW)
                taught = teach(shelf, Material(base, frozen, said, newest=size), now=NOW)
            counts[place] += taught.is_promoted
            why = [reason.key for reason in taught.reasons]
            odds = taught.scores.audit.odds
            print(
                f"     share {share}: odds {odds} (limit {ODDS}), {why or 'promoted'}", flush=True
            )
    return counts[0], counts[1]


if __name__ == "__main__":
    main()
