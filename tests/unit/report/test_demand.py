"""What a report should not have been needed for, from what the records say."""

from datetime import date, timedelta

import pytest

from app.report.avoided import weeks_of
from app.report.demand import Known, avoidable
from app.report.numbers import Period
from app.resolution.policy import book
from models.vocabulary import (
    AVOIDABLE_BY_RULE,
    Avoidable,
    Category,
    Remedy,
)

WAIT = ("role_change.within_14_days", Remedy.WAIT_FOR_SYNC)
RENAME = ("role_change.after_14_days", Remedy.RENAME_ACCOUNT)
NOTICE = ("notice.old_jenjang", Remedy.INFORM)
INFORM = ("platform.how_to", Remedy.INFORM)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(None, True, True, (RENAME,)), Avoidable.INCIDENT),
        (Known(None, False, True, (RENAME,)), Avoidable.UNANSWERED_EARLIER),
        (Known(None, False, False, (WAIT,)), Avoidable.WAITING_FOR_SYNC),
        (Known(None, False, False, (WAIT, RENAME)), Avoidable.NOT_AVOIDABLE),
        (Known(None, False, False, (INFORM, WAIT)), Avoidable.WAITING_FOR_SYNC),
        (Known(None, False, False, (NOTICE,)), Avoidable.UNCLEAR_NOTICE),
        (Known(None, False, False, (INFORM,)), Avoidable.KNOWN_HOW_TO),
        (Known(Category.OUT_OF_SCOPE, False, False, ()), Avoidable.WRONG_DESK),
        (Known(Category.OUT_OF_SCOPE, False, False, (RENAME,)), Avoidable.NOT_AVOIDABLE),
        (Known(Category.ROLE_CHANGE, False, False, ()), Avoidable.NOT_AVOIDABLE),
        (Known(None, False, False, ()), Avoidable.NOT_AVOIDABLE),
    ],
)
def test_the_cause_follows_from_the_records(known: Known, expected: Avoidable) -> None:
    assert avoidable(known) is expected


def test_the_rules_it_names_are_in_the_book() -> None:
    assert set(AVOIDABLE_BY_RULE) <= set(book.RULES)


def test_weeks_begin_on_monday_and_fill_the_period() -> None:
    period = Period(date(2026, 10, 27), date(2026, 11, 25))
    weeks = weeks_of(period)
    assert [day for each in weeks for day in each.days()] == list(period.days())
    assert all(each.first.weekday() == 0 for each in weeks[1:])
    assert weeks[0] == Period(period.first, period.first + timedelta(days=5))
