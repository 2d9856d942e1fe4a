"""Working days and hours in WIB, around weekends, holidays and joint leave."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kit.clock import WIB, wib_day
from app.kit.working_hours import (
    OFFICE,
    Hours,
    add_working_days,
    next_opening,
    working_time_between,
)

INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001
    lambda each: each.replace(tzinfo=UTC)
)


def wib(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        pytest.param(wib(11, 25), 0, wib(11, 25), id="no days"),
        pytest.param(wib(11, 23), 3, wib(11, 26), id="within one week"),
        pytest.param(wib(11, 27), 1, wib(11, 30), id="over the weekend"),
        pytest.param(wib(11, 28), 1, wib(11, 30), id="from a Saturday"),
        pytest.param(wib(8, 14), 1, wib(8, 18), id="over independence day"),
        pytest.param(wib(12, 23), 1, wib(12, 28), id="over joint leave, Christmas and a weekend"),
        pytest.param(
            wib(3, 17), 1, wib(3, 25), id="over Nyepi and Idulfitri with their joint leave"
        ),
    ],
)
def test_working_days_skip_weekends_and_days_off(
    start: datetime, days: int, expected: datetime
) -> None:
    assert add_working_days(start, days) == expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param(wib(11, 25, 8, 59), wib(11, 25, 9), id="just before opening"),
        pytest.param(wib(11, 25, 9), wib(11, 25, 9), id="at opening"),
        pytest.param(wib(11, 25, 16, 59), wib(11, 25, 16, 59), id="just before closing"),
        pytest.param(wib(11, 25, 17), wib(11, 26, 9), id="at closing"),
        pytest.param(wib(11, 27, 20), wib(11, 30, 9), id="Friday evening"),
        pytest.param(wib(12, 24, 10), wib(12, 28, 9), id="on joint leave"),
    ],
)
def test_the_desk_opens_next(instant: datetime, expected: datetime) -> None:
    assert next_opening(instant) == expected


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        pytest.param(wib(11, 25, 10), wib(11, 25, 12), 2, id="within a day"),
        pytest.param(wib(11, 25, 16), wib(11, 26, 10), 2, id="over night"),
        pytest.param(wib(11, 27, 16), wib(11, 30, 10), 2, id="over a weekend"),
        pytest.param(wib(12, 23, 16), wib(12, 28, 10), 2, id="over Christmas"),
        pytest.param(wib(11, 26), wib(11, 25), 0, id="backwards"),
    ],
)
def test_only_working_time_counts(start: datetime, end: datetime, hours: int) -> None:
    assert working_time_between(start, end) == timedelta(hours=hours)


def test_other_hours_can_be_kept() -> None:
    saturdays = Hours(weekdays=tuple(range(6)), opens=time(8), closes=time(12))
    assert next_opening(wib(11, 28, 7), hours=saturdays) == wib(11, 28, 8)
    assert working_time_between(wib(11, 28, 7), wib(11, 28, 18), hours=saturdays) == timedelta(
        hours=4
    )


def test_instants_are_utc() -> None:
    assert add_working_days(wib(11, 25), 1).tzinfo is UTC
    assert next_opening(wib(11, 25, 3)).tzinfo is UTC


@given(INSTANTS, st.integers(1, 20))
@settings(deadline=None)
def test_a_counted_day_is_a_working_day(start: datetime, days: int) -> None:
    assert OFFICE.is_working_day(wib_day(add_working_days(start, days)))


@given(INSTANTS)
@settings(deadline=None)
def test_the_desk_is_open_when_it_opens(instant: datetime) -> None:
    opening = next_opening(instant)
    assert opening >= instant
    assert next_opening(opening) == opening


def test_new_year_is_a_holiday_every_year() -> None:
    assert not any(OFFICE.is_working_day(date(year, 1, 1)) for year in range(2022, 2031))
