"""The clock of a target, over turns and calendars at random."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.kit.clock import WIB
from app.kit.shifting_hours import ShiftingHours
from app.targets.clock import OURS, Held, due, shares, worked
from models.vocabulary import WhoActs
from tests.support.kinds_of_hours import shifting

START = datetime(2025, 3, 3, tzinfo=UTC)
BUDGETS = st.integers(1, 3000).map(lambda each: timedelta(minutes=each))


def _turns(lengths: list[tuple[WhoActs, int]]) -> list[Held]:
    """One after the other from START on; the last goes on."""
    made, at = [], START
    for holder, minutes in lengths:
        until = at + timedelta(minutes=minutes)
        made.append(Held(holder, at, until))
        at = until
    return [*made[:-1], Held(made[-1].holder, made[-1].since)]


TURNS = st.lists(
    st.tuples(st.sampled_from(WhoActs), st.integers(1, 20_000)), min_size=1, max_size=8
).map(_turns)


def wib(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=WIB)


def test_the_clock_stands_while_the_requester_is_asked() -> None:
    turns = [
        Held(WhoActs.HELPDESK, wib(23, 9), wib(23, 11)),
        Held(WhoActs.REQUESTER, wib(23, 11), wib(24, 15)),
        Held(WhoActs.HELPDESK, wib(24, 15)),
    ]
    hours, budget = ShiftingHours(), timedelta(hours=5)
    assert due(turns[:2], hours, since=wib(23, 9), budget=budget) is None
    assert due(turns, hours, since=wib(23, 9), budget=budget) == wib(25, 10)


def test_time_used_up_in_an_earlier_turn_is_due_then() -> None:
    turns = [
        Held(WhoActs.HELPDESK, wib(23, 9), wib(23, 15)),
        Held(WhoActs.REQUESTER, wib(23, 15)),
    ]
    assert due(turns, ShiftingHours(), since=wib(23, 9), budget=timedelta(hours=5)) == wib(23, 14)


def test_each_holder_has_the_sum_of_its_turns() -> None:
    turns = [
        Held(WhoActs.HELPDESK, wib(23, 15), wib(24, 10)),
        Held(WhoActs.REQUESTER, wib(24, 10), wib(26, 10)),
        Held(WhoActs.HELPDESK, wib(26, 10), wib(26, 11)),
        Held(WhoActs.NOBODY, wib(26, 11)),
    ]
    assert shares(turns, ShiftingHours(), now=wib(27, 9)) == {
        WhoActs.REQUESTER: timedelta(days=2),
        WhoActs.HELPDESK: timedelta(hours=4),
    }


@given(TURNS, shifting(), st.integers(0, 100_000))
@settings(max_examples=40, deadline=None)
def test_the_time_used_is_the_overlap_of_our_turns_with_open_slots(
    turns: list[Held], hours: ShiftingHours, minutes: int
) -> None:
    until = START + timedelta(minutes=minutes)
    expected = timedelta()
    for turn in turns:
        end = min(turn.until or until, until)
        day = turn.since - timedelta(days=2)
        while turn.holder in OURS and day < end + timedelta(days=2):
            expected += _open_on(hours, day, turn.since, end)
            day += timedelta(days=1)
    assert worked(turns, hours, since=START, until=until) == expected


@given(TURNS, shifting(), BUDGETS)
@settings(max_examples=60, deadline=None)
def test_at_the_due_instant_exactly_the_budget_is_used(
    turns: list[Held], hours: ShiftingHours, budget: timedelta
) -> None:
    found = due(turns, hours, since=START, budget=budget)
    if found is None:
        assert turns[-1].holder not in OURS
        assert worked(turns, hours, since=START, until=turns[-1].since) < budget
        return
    assert worked(turns, hours, since=START, until=found) == budget
    assert worked(turns, hours, since=START, until=found - timedelta(seconds=1)) < budget


def _open_on(hours: ShiftingHours, at: datetime, since: datetime, end: datetime) -> timedelta:
    """The long way: every version's slots of that UTC day, cut to when the version holds."""
    total = timedelta()
    bounds = [*(each.since for each in hours.shifts), None]
    begins: datetime | None = None
    versions = [hours.first, *(each.hours for each in hours.shifts)]
    day_end = at + timedelta(days=1)
    for version, until in zip(versions, bounds, strict=True):
        for day in {version.day_of(at), version.day_of(day_end)}:
            for opens, closes in version.slots(day):
                begin = max(filter(None, (opens, at, since, begins)))
                stop = min(filter(None, (closes, day_end, end, until)))
                total += max(stop - begin, timedelta())
        begins = until
    return total
