"""Weeks that are over are counted once, this one each time."""

from datetime import UTC, date, datetime, timedelta

from app.store.session import Session
from app.web.past_weeks import PastWeeks, mondays

SUNDAY_NIGHT = datetime(2026, 11, 29, 16, 59, tzinfo=UTC)  # 23.59 WIB


def test_the_weeks_begin_on_mondays_in_wib() -> None:
    assert mondays(SUNDAY_NIGHT, 2) == [date(2026, 11, 23), date(2026, 11, 16)]
    assert mondays(SUNDAY_NIGHT + timedelta(minutes=1), 1) == [date(2026, 11, 30)]


def test_a_week_that_is_over_is_counted_once_an_hour() -> None:
    counted: list[date] = []

    def count(session: Session, monday: date) -> int:
        counted.append(monday)
        return len(counted)

    weeks = PastWeeks(count)
    this, last = mondays(SUNDAY_NIGHT, 2)
    with Session() as session:
        said = [
            weeks.of(session, monday, now=SUNDAY_NIGHT + timedelta(minutes=minutes))
            for minutes in (-60, -2, 0)
            for monday in (this, last)
        ]
    assert said == [1, 2, 3, 2, 4, 5]
    assert counted == [this, last, this, this, last]
