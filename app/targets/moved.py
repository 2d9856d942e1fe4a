"""What a draft of the calendar would do to the targets that run."""

from dataclasses import dataclass
from datetime import timedelta

from app.kit.shifting_hours import ShiftingHours
from app.store import targets
from app.store.session import Session
from app.targets import clock
from app.targets.follow import held

_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """Of the `looked_at` nearest open targets: how many would be due earlier, and later."""

    looked_at: int
    earlier: int
    later: int


def moved(session: Session, hours: ShiftingHours) -> Moved:
    """At most two hundred are looked at."""
    earlier = later = 0
    rows = targets.soon(session, limit=_LOOKED_AT)
    for target, ticket in rows:
        spans = held(targets.turns_of(session, ticket.id))
        budget = timedelta(minutes=target.minutes)
        due = clock.due(spans, hours, since=target.started_at, budget=budget)
        if due is not None and target.due_at is not None:
            earlier += due < target.due_at
            later += due > target.due_at
    return Moved(len(rows), earlier, later)
