"""Working time across changes of the desk's hours."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kit.clock import WIB
from app.kit.shifting_hours import Shift, ShiftingHours
from app.kit.working_hours import Hours, add_working_time, parse, working_time_between
from tests.support.kinds_of_hours import HOURS, INSTANTS, shifting

OLD, NEW = parse("Mon-Fri 09:00-17:00"), parse("Mon-Fri 08:00-12:00")
DURATIONS = st.integers(0, 12_000).map(lambda each: timedelta(minutes=each))


def wib(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=WIB)


CHANGED = ShiftingHours(OLD, (Shift(wib(25, 0), NEW),))


def test_each_instant_goes_by_the_hours_then_in_force() -> None:
    assert CHANGED.at(wib(24, 23, 59)) == OLD
    assert CHANGED.at(wib(25, 0)) == NEW
    assert CHANGED.working_time(wib(24, 12), wib(25, 17)) == timedelta(hours=5 + 4)


def test_of_two_changes_at_one_instant_the_later_counts() -> None:
    twice = ShiftingHours(OLD, (Shift(wib(25, 0), NEW), Shift(wib(25, 0), OLD)))
    assert twice.working_time(wib(25, 0), wib(26, 0)) == timedelta(hours=8)


def test_time_runs_out_under_the_hours_it_reaches() -> None:
    assert CHANGED.after(wib(24, 16), timedelta(hours=2)) == wib(25, 9)


@pytest.mark.parametrize("start", [wib(24, 17), wib(24, 20)])
def test_the_next_opening_may_lie_behind_the_change(start: datetime) -> None:
    assert CHANGED.after(start, timedelta()) == wib(25, 8)


def test_a_desk_that_was_shut_for_good_opens_with_the_change() -> None:
    never = Hours(week=((),) * 7)
    later = ShiftingHours(never, (Shift(wib(25, 0), OLD),))
    assert later.after(wib(2, 9), timedelta(hours=1)) == wib(25, 10)


def test_own_days_off_of_a_later_version_do_not_change_an_earlier_day() -> None:
    shut = Hours(closed=(date(2026, 11, 24), date(2026, 11, 26)))
    hours = ShiftingHours(OLD, (Shift(wib(25, 0), shut),))
    assert hours.working_time(wib(24, 0), wib(27, 0)) == timedelta(hours=16)


@given(HOURS, INSTANTS, INSTANTS, DURATIONS)
@settings(max_examples=60, deadline=None)
def test_one_version_is_the_plain_function(
    hours: Hours, start: datetime, end: datetime, duration: timedelta
) -> None:
    one = ShiftingHours(hours)
    end = min(end, start + timedelta(days=90))
    assert one.working_time(start, end) == working_time_between(start, end, hours=hours)
    assert one.after(start, duration) == add_working_time(start, duration, hours=hours)


@given(shifting(), st.lists(INSTANTS, min_size=3, max_size=3).map(sorted))
@settings(max_examples=60, deadline=None)
def test_time_adds_up_and_never_runs_back(hours: ShiftingHours, instants: list[datetime]) -> None:
    first, middle, last = instants
    last = min(last, first + timedelta(days=200))
    middle = min(middle, last)
    whole = hours.working_time(first, last)
    assert hours.working_time(first, middle) + hours.working_time(middle, last) == whole
    assert timedelta() <= hours.working_time(first, middle) <= whole
    assert hours.working_time(last, first) == timedelta()


@given(shifting(), INSTANTS, DURATIONS)
@settings(max_examples=60, deadline=None)
def test_after_that_much_time_exactly_that_much_has_passed(
    hours: ShiftingHours, start: datetime, duration: timedelta
) -> None:
    end = hours.after(start, duration)
    assert end.tzinfo == UTC
    assert hours.working_time(start, end) == duration
    assert not duration or hours.working_time(start, end - timedelta(seconds=1)) < duration
