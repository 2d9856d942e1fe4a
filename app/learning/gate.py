"""Whether a challenger may take the champion's place, judged on texts neither has learned."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.learning.figures import Answered, figures, wrong
from app.reading.scores import f1
from models.vocabulary import Category

RESAMPLES = 600
WORSE_BY = 0.005  # of macro-F1
LOST_SHARE = 0.05  # of a category's recall
CASES = 10  # of a category, below which its recall says nothing
LOST_NET = 3  # texts more lost than won before a loss is more than chance
TRUSTED_ERROR = 0.05  # of calibration
KNOWN_AGAIN = 0.7  # of an added category's own examples
EXAMPLES = 5  # of an added category, below which it is not judged

Gap = str | int | float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a challenger is refused; `key` names a sentence, `gaps` fill it."""

    key: str
    gaps: dict[str, Gap]


@dataclass(frozen=True, slots=True)
class Known:
    """How many of an added category's own examples were known by a fit without them."""

    category: Category
    n: int
    found: int


def on_frozen(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Reason, ...]:
    """The same frozen texts, in the same order, as the champion and the challenger read them."""
    return (*_overall(before, after), *_categories(before, after), *_alone(before, after))


def on_blind(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Reason, ...]:
    """The blind sample of the last weeks: three texts more lost than won are too many."""
    lost, won = _exchanged(before, after)
    if lost - won < LOST_NET:
        return ()
    return (Reason("blind", {"lost": lost, "won": won, "n": len(after)}),)


def on_added(known: Sequence[Known]) -> tuple[Reason, ...]:
    return tuple(
        Reason("added", {"category": each.category.value, "found": each.found, "n": each.n})
        for each in known
        if each.n >= EXAMPLES and each.found < KNOWN_AGAIN * each.n
    )


def _overall(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Reason, ...]:
    """Macro-F1: refused when in two of three resamples it is worse by more than half a point."""
    if not after:
        return ()
    rows = [
        (old.judged.label, old.judged.said, new.judged.said)
        for old, new in zip(before, after, strict=True)
    ]
    draw = random.Random(len(rows))  # noqa: S311 - a repeatable resampling, no secret
    worse = sum(_gain(draw.choices(rows, k=len(rows))) < -WORSE_BY for _ in range(RESAMPLES))
    gain = _gain(rows)
    if worse * 3 < RESAMPLES * 2:
        return ()
    return (Reason("macro_f1", {"points": round(-gain * 100, 1)}),)


def _categories(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Reason, ...]:
    reasons = []
    for category in sorted({each.judged.label for each in before}):
        at = [row for row, each in enumerate(before) if each.judged.label is category]
        lost, won = _exchanged([before[row] for row in at], [after[row] for row in at])
        net = lost - won
        if len(at) >= CASES and net >= LOST_NET and net > LOST_SHARE * len(at):
            gaps: dict[str, Gap] = {"category": category.value, "lost": net, "n": len(at)}
            reasons.append(Reason("recall", gaps))
    return tuple(reasons)


def _alone(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Reason, ...]:
    """Automatic decisions on traps, and the worth of a stated confidence."""
    reasons = []
    was, now = (wrong([each for each in side if each.is_trap]) for side in (before, after))
    if now > was:
        reasons.append(Reason("traps", {"before": was, "after": now}))
    allowed = max(TRUSTED_ERROR, figures(before).ece.value)
    return (*reasons, *_calibration(after, allowed=allowed))


def _calibration(after: Sequence[Answered], *, allowed: float) -> tuple[Reason, ...]:
    """With few texts even a perfect one shows an error: twice that floor is always allowed."""
    found = figures(after)
    limit = max(allowed, 2 * found.floor)
    if found.ece.value <= limit:
        return ()
    return (Reason("ece", {"percent": round(found.ece.value * 100, 1)}),)


def _exchanged(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[int, int]:
    """Texts that only the champion, and only the challenger, had right."""
    pairs = [(old.judged.right, new.judged.right) for old, new in zip(before, after, strict=True)]
    return pairs.count((True, False)), pairs.count((False, True))


def _gain(rows: Sequence[tuple[Category, Category | None, Category | None]]) -> float:
    """Macro-F1 of the challenger less that of the champion."""
    labels = Counter(label for label, _, _ in rows)
    old = Counter((label, said) for label, said, _ in rows)
    new = Counter((label, said) for label, _, said in rows)
    return _macro_f1(labels, new) - _macro_f1(labels, old)


def _macro_f1(
    labels: Mapping[Category, int], cells: Mapping[tuple[Category, Category | None], int]
) -> float:
    said: Counter[Category | None] = Counter()
    for (_, word), n in cells.items():
        said[word] += n
    total = 0.0
    for label, n in labels.items():
        hit = cells.get((label, label), 0)
        total += f1(hit, said[label] - hit, n - hit)
    return total / max(len(labels), 1)
