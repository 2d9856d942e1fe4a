"""What a report should not have been needed for, as far as the records say."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.vocabulary import (
    AVOIDABLE_BY_CATEGORY,
    AVOIDABLE_BY_REMEDY,
    AVOIDABLE_BY_RULE,
    Avoidable,
    Category,
    Remedy,
)

_ORDER = tuple(Avoidable)


@dataclass(frozen=True, slots=True)
class Known:
    """What Loket knows of one report.

    `was_waiting`: it belongs to an earlier one that had no answer yet when this one came.
    `decided` are rule and remedy of each plan that was carried out.
    """

    category: Category | None
    in_incident: bool
    was_waiting: bool
    decided: Sequence[tuple[str, Remedy]]


def avoidable(known: Known) -> Avoidable:
    """The incident first, then the unanswered earlier report, then what was decided."""
    if known.in_incident:
        return Avoidable.INCIDENT
    if known.was_waiting:
        return Avoidable.UNANSWERED_EARLIER
    if known.decided:
        return min((_of(*each) for each in known.decided), key=_ORDER.index)
    found = AVOIDABLE_BY_CATEGORY.get(known.category) if known.category else None
    return found or Avoidable.NOT_AVOIDABLE


def _of(rule: str, remedy: Remedy) -> Avoidable:
    found = AVOIDABLE_BY_RULE.get(rule) or AVOIDABLE_BY_REMEDY.get(remedy)
    return found or Avoidable.NOT_AVOIDABLE
