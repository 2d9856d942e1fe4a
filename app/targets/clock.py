"""The clock of a target: it runs only while the helpdesk, or Loket itself, holds the ball."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit.shifting_hours import ShiftingHours
from models.vocabulary import WhoActs

OURS = frozenset({WhoActs.HELPDESK, WhoActs.SYSTEM})
_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Held:
    """From when until when somebody held the ball; `until` is None for who holds it now."""

    holder: WhoActs
    since: datetime
    until: datetime | None = None

    def within(self, since: datetime, until: datetime) -> tuple[datetime, datetime]:
        """The part of it in [since, until); its end is not after its begin where there is none."""
        return max(self.since, since), min(self.until or until, until)


def worked(
    turns: Sequence[Held], hours: ShiftingHours, *, since: datetime, until: datetime
) -> timedelta:
    """Working time in [since, until) in which the ball was ours."""
    parts = (each.within(since, until) for each in turns if each.holder in OURS)
    return sum((hours.working_time(*part) for part in parts), _NOTHING)


def due(
    turns: Sequence[Held], hours: ShiftingHours, *, since: datetime, budget: timedelta
) -> datetime | None:
    """When that much of our time is used up; None while the ball is with somebody else."""
    left = budget
    for turn in turns:
        if turn.holder not in OURS or (turn.until is not None and turn.until <= since):
            continue
        begin = max(turn.since, since)
        if turn.until is None:
            return hours.after(begin, left)
        used = hours.working_time(begin, turn.until)
        if used >= left:
            return hours.after(begin, left)
        left -= used
    return None


def shares(
    turns: Sequence[Held], hours: ShiftingHours, *, now: datetime
) -> Mapping[WhoActs, timedelta]:
    """How long each has held the ball, longest first: ours in working time, others by the wall.

    Nobody's turn, after a report was settled, is left out.
    """
    found: dict[WhoActs, timedelta] = {}
    for turn in turns:
        begin, end = turn.within(turn.since, now)
        is_desk = turn.holder is WhoActs.HELPDESK
        took = hours.working_time(begin, end) if is_desk else max(end - begin, _NOTHING)
        found[turn.holder] = found.get(turn.holder, _NOTHING) + took
    found.pop(WhoActs.NOBODY, None)
    return dict(sorted(_told(found), key=lambda each: -each[1]))


def _told(found: Mapping[WhoActs, timedelta]) -> Iterator[tuple[WhoActs, timedelta]]:
    """A minute and more."""
    return ((who, took) for who, took in found.items() if took >= timedelta(minutes=1))
