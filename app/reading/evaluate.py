"""Scoring a reader on labelled messages: every figure with its 95 % interval."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import JsonValue

from app.kit.kept import Record
from app.reading import scores
from app.reading.facts import Understanding
from app.reading.rows import KINDS, Expected, found_values
from app.reading.scores import Interval, Judged
from models.vocabulary import Category, Decision

COVERAGES = (0.8, 0.9, 1.0)
FACETS = ("follow_up", "on_behalf", "many_subjects")


class Read(NamedTuple):
    """One labelled message and what was read."""

    expected: Expected
    understanding: Understanding


def evaluate(rows: Sequence[Read]) -> Record:
    """The object `loket evaluate --json` prints; `intervals` repeats each figure with bounds."""
    judged = [_judged(row) for row in rows]
    auto = [row for row in judged if row.auto]
    wrong = sum(not row.right for row in auto)
    right = sum(row.right for row in judged)
    return {
        "n": len(judged),
        "macro_f1": scores.macro_f1(judged),
        "accuracy": right / max(len(judged), 1),
        "accuracy_any": sum(row.right_any for row in judged) / max(len(judged), 1),
        "ece": scores.calibration_error(judged),
        "ece_null_floor": scores.null_floor(judged) if judged else 0.0,
        "coverage": {f"{share:g}": scores.at_coverage(judged, share) for share in COVERAGES},
        "auto": {
            "n": len(auto),
            "wrong": wrong,
            "precision": 1 - wrong / len(auto) if auto else None,
            "coverage": len(auto) / max(len(judged), 1),
        },
        "entities": {kind: _entity(rows, kind) for kind in KINDS},
        "facets": {name: _facet(rows, name) for name in FACETS},
        "per_category": {category.value: _category(judged, category) for category in Category},
        "confusion": _confusion(judged),
        "intervals": _intervals(judged, auto),
    }


def _judged(row: Read) -> Judged:
    read = row.understanding
    return Judged(
        read.category,
        read.probability,
        row.expected.label,
        row.expected.label2,
        read.decision is Decision.AUTO,
    )


def _intervals(judged: Sequence[Judged], auto: Sequence[Judged]) -> Record:
    right, any_right = sum(r.right for r in judged), sum(r.right_any for r in judged)
    found: dict[str, Interval] = {
        "macro_f1": scores.resampled(judged, scores.macro_f1),
        "accuracy": scores.proportion(right, len(judged)),
        "accuracy_any": scores.proportion(any_right, len(judged)),
        "ece": scores.resampled(judged, scores.calibration_error),
        "auto_precision": scores.proportion(sum(row.right for row in auto), len(auto)),
        "auto_coverage": scores.proportion(len(auto), len(judged)),
    }
    for share in COVERAGES:
        kept = round(len(judged) * share)
        hits = round(scores.at_coverage(judged, share) * kept) if judged else 0
        found[f"coverage_{share:g}"] = scores.proportion(hits, kept)
    return {name: _bounds(interval) for name, interval in found.items()}


def _entity(rows: Sequence[Read], kind: str) -> Record:
    """Over the rows whose entities are labelled."""
    hit = extra = missed = 0
    for row in rows:
        if row.expected.entities is None:
            continue
        true, found = row.expected.entities[kind], found_values(row.understanding.facts, kind)
        hit += len(true & found)
        extra += len(found - true)
        missed += len(true - found)
    return _rates(hit, extra, missed)


def _facet(rows: Sequence[Read], name: str) -> Record:
    hit = extra = missed = 0
    for row in rows:
        if row.expected.facets is None:
            continue
        true, found = row.expected.facets.get(name, False), getattr(row.understanding.facets, name)
        hit += true and found
        extra += found and not true
        missed += true and not found
    return _rates(hit, extra, missed)


def _category(judged: Sequence[Judged], category: Category) -> Record:
    return _rates(*scores.counts(judged, category))


def _rates(hit: int, extra: int, missed: int) -> Record:
    """Precision is null when nothing was found, recall when there was nothing to find."""
    return {
        "n": hit + missed,
        "precision": hit / (hit + extra) if hit + extra else None,
        "recall": hit / (hit + missed) if hit + missed else None,
        "f1": scores.f1(hit, extra, missed) if hit + extra + missed else None,
        "precision_interval": _bounds(scores.proportion(hit, hit + extra)),
        "recall_interval": _bounds(scores.proportion(hit, hit + missed)),
    }


def _bounds(interval: Interval) -> list[JsonValue]:
    return [round(interval.low, 4), round(interval.high, 4)]


def _confusion(judged: Sequence[Judged]) -> Record:
    """True category → said category → how often, without the empty cells."""
    pairs = Counter((row.label, row.said) for row in judged)
    return {
        label.value: {
            said.value if said else "unread": count
            for (true, said), count in sorted(pairs.items(), key=lambda pair: -pair[1])
            if true is label
        }
        for label in Category
        if any(true is label for true, _ in pairs)
    }
