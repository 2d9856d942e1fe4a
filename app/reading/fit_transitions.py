"""Learning from labelled texts how a move or a change of peran is told."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from app.reading.clean import plain
from app.reading.corpus import Labelled
from app.reading.features import Terms, stem_row
from app.reading.fit import separator, sparse
from app.reading.said import said
from app.reading.transitions import (
    BOTH,
    CHANGES,
    ENTERED,
    LEFT,
    NEITHER,
    Levels,
    Roles,
    Transitions,
    Weights,
    level_names,
    named_levels,
    role_names,
)
from models.vocabulary import Category, Jenjang

AT_LEAST = 2  # texts a feature must stand in


class Stated(NamedTuple):
    """A text, after `plain`, with what a person says it states."""

    text: str
    levels: Levels
    roles: Roles


def stated(row: Labelled) -> Stated | None:
    """What a labelled row teaches; None where nobody said, or said it by halves.

    Some writers gave no jenjang to a move within one: of those rows nothing is learned.
    """
    if row.levels is None or row.roles is None:
        return None
    if row.label is Category.TRANSFER_SAME_LEVEL and None in row.levels:
        return None
    text = f"{row.subject}\n{row.text}" if row.subject else row.text
    return Stated(plain(text), row.levels, row.roles)


def fit_transitions(rows: Sequence[Stated]) -> Transitions | None:
    """The same rows in the same order, the same weights; None when they show too little."""
    of_levels: list[tuple[list[str], int]] = []
    of_roles: list[tuple[list[str], int]] = []
    for row in rows:
        words = said(row.text)
        of_levels += [
            (level_names(words, level), _part(level, row.levels)) for level in named_levels(words)
        ]
        if any(word.role for word in words) and row.roles in CHANGES:
            of_roles.append((role_names(words), CHANGES.index(row.roles)))
    levels = _weights(of_levels, BOTH + 1)
    roles = _weights(of_roles, len(CHANGES))
    return Transitions(levels, roles) if levels and roles else None


def _part(level: Jenjang, levels: Levels) -> int:
    left, entered = level is levels.before, level is levels.after
    if left and entered:
        return BOTH
    if left:
        return LEFT
    return ENTERED if entered else NEITHER


def _weights(examples: Sequence[tuple[list[str], int]], classes: int) -> Weights | None:
    """A separator per class; None when a class has no example."""
    truth = [one for _, one in examples]
    if len(set(truth)) < classes:
        return None
    terms = Terms.counted((set(names) for names, _ in examples), at_least=AT_LEAST)
    rows = sparse([stem_row(terms, names) for names, _ in examples], width=len(terms.names))
    model = separator(rows, truth, counting=_counting(truth))
    # As they will be on disk: stored weights answer as the fitted ones did.
    stored = model.coef_.T.astype(np.float16).astype(np.float32)
    return Weights(terms, stored, model.intercept_.astype(np.float32))


def _counting(truth: Sequence[int]) -> list[float]:
    """Examples of a rare class count more, but not so much that a class counts like another."""
    times = Counter(truth)
    return [math.sqrt(len(truth) / (len(times) * times[one])) for one in truth]
