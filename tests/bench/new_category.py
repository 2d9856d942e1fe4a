"""How soon a new category is known: each of the first list is taken out and learned from ten texts.

    python -m tests.bench.new_category [SEED]

Its texts leave the corpus; ten of them, drawn at random, come back as a category a supervisor
added. Recall is that on the frozen texts of the category, "false" the share of the other frozen
texts it claims. The categories of the first list are wide; what supervisors add is narrower.
"""

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from app.reading.corpus import Labelled, frozen_files, load, training_files
from app.reading.training import train
from models.vocabulary import Category

EXAMPLES = 10
NEW = Category("x_baru")


def main() -> None:
    seed = sys.argv[1] if len(sys.argv) > 1 else "1"
    corpus, frozen = load(training_files()), load(frozen_files())
    found = []
    for category in Category:
        before = time.process_time()
        draw = random.Random(f"{category}{seed}")  # noqa: S311 - a repeatable draw, no secret
        recall, false = _tried(corpus, frozen, category, draw)
        found.append(recall)
        spent = time.process_time() - before
        print(f"{category:22} recall {recall:.2f}  false {false:.4f}  {spent:.0f} s", flush=True)
    print(f"mean recall {sum(found) / len(found):.3f}")


def _tried(
    corpus: Sequence[Labelled], frozen: Sequence[Labelled], category: Category, draw: random.Random
) -> tuple[float, float]:
    own = [row for row in corpus if row.label is category]
    others = [row for row in corpus if row.label is not category]
    examples = [
        replace(row, label=NEW, batch="contoh", facets=None) for row in draw.sample(own, EXAMPLES)
    ]
    classifier = train([*others, *examples])
    said = [classifier.guess(row.text, row.subject).best.category for row in frozen]
    pairs = list(zip(said, frozen, strict=True))
    hits = [word is NEW for word, row in pairs if row.label is category]
    claims = [word is NEW for word, row in pairs if row.label is not category]
    return sum(hits) / len(hits), sum(claims) / len(claims)


if __name__ == "__main__":
    main()
