"""Working time of many spans is the same as of each alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.kit.instants import MICROSECOND, micros
from app.kit.shifting_hours import Shift, ShiftingHours
from app.kit.worked import WorkedTime
from app.kit.working_hours import parse

HOURS = ShiftingHours(
    parse("Mon-Fri 09:00-17:00"),
    (
        Shift(
            datetime(2026, 11, 11, 4, 30, tzinfo=UTC), parse("Mon-Sat 07:30-11:00,12:00-15:00 WIT")
        ),
    ),
)
INSTANTS = st.datetimes(
    datetime(2026, 10, 20),  # noqa: DTZ001 the zone is drawn with it
    datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(st.lists(st.tuples(INSTANTS, INSTANTS), min_size=1, max_size=8))
def test_days_looked_up_once_give_the_same(spans: list[tuple[datetime, datetime]]) -> None:
    worked = WorkedTime(HOURS)
    for start, end in spans:
        expected = max(HOURS.working_time(start, end), timedelta())
        assert worked.between(start, end) == expected


@given(st.lists(st.tuples(INSTANTS, INSTANTS).map(sorted), max_size=8))
def test_many_spans_at_once_give_the_same(spans: list[list[datetime]]) -> None:
    found = WorkedTime(HOURS).of_spans(
        micros(begun for begun, _ in spans), micros(ended for _, ended in spans)
    )
    assert [each * MICROSECOND for each in found.tolist()] == [
        HOURS.working_time(begun, ended) for begun, ended in spans
    ]


def test_a_desk_that_never_opens_works_no_time() -> None:
    sundays = tuple(date(2026, 8, 2) + timedelta(weeks=each) for each in range(30))
    closed = ShiftingHours(replace(parse("Sun 09:00-10:00"), closed=sundays))
    at = datetime(2026, 10, 31, tzinfo=UTC)
    begun, ended = micros([at]), micros([at + timedelta(hours=9)])
    assert WorkedTime(closed).of_spans(begun, ended).tolist() == [0]
