"""How fast texts are read on one core: many at once, and one by one.

    python -m tests.bench.read_speed [FOLDER]

FOLDER holds a trained classifier; without one a classifier is fitted first. Counts processor time
of this process, so a busy machine disturbs little. Aims: 3,000 texts a second, p99 of 20 ms.
"""

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from threadpoolctl import threadpool_limits

from app.reading.classifier import Classifier
from app.reading.corpus import Labelled, load, training_files
from app.reading.extract import extract
from app.reading.facts import Incoming
from app.reading.reader import Reader
from app.reading.training import train

MANY_A_SECOND, SLOWEST = 3_000, 0.020  # texts per second; seconds at the 99th percentile


def main() -> None:
    rows = load(training_files())
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    classifier = Classifier.load(folder) if folder else train(rows)
    messages = [(row.text, row.subject) for row in rows]
    letters = sum(len(row.text) for row in rows) / len(rows)
    print(f"{len(rows)} texts, {letters:.0f} characters each on average")
    with threadpool_limits(limits=1):
        classifier.guess_many(messages)
        sorting = _seconds(lambda: classifier.guess_many(messages))
        telling = _seconds(lambda: [classifier.guess(*message) for message in messages])
        taking = _seconds(lambda: [extract(*message) for message in messages])
        _told("classify", len(rows), sorting)
        _told("classify and say why", len(rows), telling)
        _told("extract", len(rows), taking)
        _told("classify, say why and extract", len(rows), telling + taking)
        _one_by_one(Reader(classifier), rows)


def _one_by_one(reader: Reader, rows: Sequence[Labelled]) -> None:
    messages = [Incoming(row.text, row.subject) for row in rows]
    spent = sorted(_seconds(partial(reader, message)) for message in messages)
    half, last = spent[len(spent) // 2], spent[int(len(spent) * 0.99)]
    print(f"one by one: p50 {half * 1000:.1f} ms, p99 {last * 1000:.1f} ms", end="")
    print(f" = {last / SLOWEST:.2f} of the {SLOWEST * 1000:.0f} ms allowed")


def _told(name: str, count: int, seconds: float) -> None:
    rate = count / seconds
    print(f"{name}: {rate:,.0f} texts/s = {rate / MANY_A_SECOND:.2f} of {MANY_A_SECOND:,}")


def _seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
