"""Working days and hours in WIB, around weekends, holidays and joint leave."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kit.clock import WIB, ZONES, wib_day
from app.kit.working_hours import (
    OFFICE,
    Hours,
    NeverOpen,
    add_working_days,
    add_working_time,
    next_opening,
    parse,
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
    saturdays = parse("Mon-Sat 08:00-12:00")
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


FRIDAYS = parse("Mon-Thu 08:00-12:00,13:00-16:00; Fri 08:00-11:30,13:30-16:30 WITA")


def wita(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONES["WITA"])


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param(wita(11, 26, 12), wita(11, 26, 13), id="at noon"),
        pytest.param(wita(11, 27, 12), wita(11, 27, 13, 30), id="Friday prayer"),
        pytest.param(wib(11, 26, 7), wita(11, 26, 8), id="an hour ahead of WIB"),
        pytest.param(wita(11, 27, 17), wita(11, 30, 8), id="Friday evening"),
    ],
)
def test_a_day_may_have_several_slots_in_another_zone(
    instant: datetime, expected: datetime
) -> None:
    assert next_opening(instant, hours=FRIDAYS) == expected


def test_time_runs_only_within_the_slots() -> None:
    start = wita(11, 27, 11)
    assert working_time_between(start, wita(11, 27, 14), hours=FRIDAYS) == timedelta(hours=1)
    due = add_working_time(start, timedelta(hours=4), hours=FRIDAYS)
    assert due == wita(11, 30, 8, 30)


def test_the_desk_may_close_and_open_on_days_of_its_own() -> None:
    own = replace(OFFICE, closed=(date(2026, 11, 25),), opened=(date(2026, 12, 24),))
    assert next_opening(wib(11, 25), hours=own) == wib(11, 26, 9)
    assert next_opening(wib(12, 24), hours=own) == wib(12, 24)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mon-Fri",
        "Sen-Jum 09:00-17:00",
        "Mon-Fri 17:00-09:00",
        "Mon-Fri 09:00-25:00",
        "Mon-Fri 13:00-17:00,08:00-12:00",
        "Mon-Fri 09:00-17:00 GMT",
    ],
)
def test_hours_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"must|hour"):
        parse(text)


def test_a_desk_that_never_opens_says_so() -> None:
    never = Hours(week=((),) * 7)
    with pytest.raises(NeverOpen):
        next_opening(wib(11, 25), hours=never)
    with pytest.raises(NeverOpen):
        add_working_days(wib(11, 25), 1, hours=never)


@given(INSTANTS, st.integers(0, 60 * 100))
@settings(deadline=None, max_examples=50)
def test_what_is_added_is_what_has_passed(start: datetime, minutes: int) -> None:
    added = timedelta(minutes=minutes)
    assert working_time_between(start, add_working_time(start, added)) == added
