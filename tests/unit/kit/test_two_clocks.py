"""Clocks may be a little apart; what is more than that is told with its sign."""

from datetime import UTC, datetime, timedelta

import pytest

from app.kit.clock import APART_AT_MOST, lead
from app.work.clocks import Clocks

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("other", "ahead"),
    [
        (None, timedelta(0)),
        (NOON, timedelta(0)),
        (NOON - APART_AT_MOST, timedelta(0)),
        (NOON + APART_AT_MOST, timedelta(0)),
        (NOON - DAY, DAY),
        (NOON + DAY, -DAY),
    ],
)
def test_a_lead_counts_beyond_two_minutes(other: datetime | None, ahead: timedelta) -> None:
    assert lead(NOON, other) == ahead


def test_while_they_are_apart_no_date_is_believed_and_the_earlier_clock_counts() -> None:
    fast = Clocks(lambda: NOON + DAY, lambda: NOON)
    slow = Clocks(lambda: NOON - DAY, lambda: NOON)
    right = Clocks(lambda: NOON, lambda: NOON + timedelta(seconds=1))
    alone = Clocks(lambda: NOON)
    assert [each.agreed() for each in (fast, slow, right, alone)] == [None, None, NOON, NOON]
    believed = [each.cautious()() for each in (fast, slow, right, alone)]
    assert believed == [NOON, NOON - DAY, NOON, NOON]
