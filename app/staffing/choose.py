"""Who works now, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.kit.clock import ZONES
from models.vocabulary import AssignMode, Category

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Hours:
    """One shift; see the table Shift."""

    weekday: int
    opens: int
    closes: int
    zone: str

    def covers(self, now: datetime) -> bool:
        local = now.astimezone(ZONES[self.zone])
        minute, today = local.hour * 60 + local.minute, local.weekday()
        if self.opens < self.closes:
            return today == self.weekday and self.opens <= minute < self.closes
        is_evening = today == self.weekday and minute >= self.opens
        return is_evening or (today == (self.weekday + 1) % 7 and minute < self.closes)

    def begins_on(self, now: datetime) -> date:
        """The day the shift that covers `now` began on, where it is worked."""
        local = now.astimezone(ZONES[self.zone])
        is_over_midnight = self.opens >= self.closes and local.weekday() != self.weekday
        return local.date() - timedelta(days=int(is_over_midnight))


@dataclass(frozen=True, slots=True)
class Away:
    """Days of absence, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A colleague who works now. `given_at` is when they were last given one, None for never.

    `skills` are the categories they take; none means all.
    """

    id: int
    load: int
    given_at: datetime | None = None
    skills: frozenset[str] = frozenset()


def is_on(hours: Sequence[Hours], absences: Sequence[Away], now: datetime) -> bool:
    return any(
        shift.covers(now)
        and not any(each.first <= shift.begins_on(now) <= each.last for each in absences)
        for shift in hours
    )


def choose(
    candidates: Sequence[Candidate], mode: AssignMode, *, cap: int, category: Category | None
) -> Candidate | None:
    """Whose it is: in turns the one who waited longest, by load the one who holds the fewest.

    None where nobody has room for that category.
    """
    fitting = [
        each
        for each in candidates
        if each.load < cap
        and (not each.skills or (category is not None and category in each.skills))
    ]
    if mode is AssignMode.OFF or not fitting:
        return None
    if mode is AssignMode.ROUND_ROBIN:
        return min(fitting, key=lambda each: (each.given_at or _NEVER, each.id))
    return min(fitting, key=lambda each: (each.load, each.given_at or _NEVER, each.id))
