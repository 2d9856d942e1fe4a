"""Hours, instants and changes of hours, at random."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from app.kit.shifting_hours import Shift, ShiftingHours
from app.kit.working_hours import Hours, parse

INSTANTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
_WEEKS = st.sampled_from(
    [
        "Mon-Fri 09:00-17:00",
        "Mon-Thu 08:00-12:00,13:00-16:30; Fri 08:00-11:30,13:30-16:30 WITA",
        "Mon-Sun 00:00-23:59 WIT",
        "Sat 10:00-12:00 WITA",
    ]
)
_DAYS = st.frozensets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=6).map(
    lambda days: tuple(sorted(days))
)
HOURS = st.builds(
    lambda week, closed, opened: Hours(week.week, week.zone, (), closed, opened),
    _WEEKS.map(parse),
    _DAYS,
    _DAYS,
)


def shifting() -> st.SearchStrategy[ShiftingHours]:
    """Up to four changes."""
    shifts = st.lists(st.builds(Shift, INSTANTS, HOURS), max_size=4).map(
        lambda each: tuple(sorted(each, key=lambda shift: shift.since))
    )
    return st.builds(ShiftingHours, HOURS, shifts)
