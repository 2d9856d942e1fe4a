"""Whose turn it is: fair over a week, even in load, and only for who works now."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.staffing.choose import Away, Candidate, Hours, choose, is_on
from models.vocabulary import AssignMode, Category

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 08.00 WIB
OFFICE = [Hours(day, 8 * 60, 16 * 60, "WIB") for day in range(5)]


def _given(mode: AssignMode, count: int, *, settles: bool = False) -> dict[int, Candidate]:
    """Five colleagues are given tickets one after the other; some settle theirs quicker."""
    dice = random.Random(7)  # noqa: S311 no secret
    team = {each: Candidate(each, load=0) for each in range(1, 6)}
    for minute in range(count):
        at = MONDAY + timedelta(minutes=minute)
        chosen = choose(list(team.values()), mode, cap=10_000, category=None)
        assert chosen is not None
        team[chosen.id] = replace(chosen, load=chosen.load + 1, given_at=at)
        if settles:
            quick = team[dice.choice([1, 1, 1, 2, 3, 4, 5])]
            team[quick.id] = replace(quick, load=max(0, quick.load - 1))
    return team


def test_rounds_differ_by_at_most_one_over_a_week() -> None:
    for count in (1, 7, 5 * 8 * 60):
        counts = [each.load for each in _given(AssignMode.ROUND_ROBIN, count).values()]
        assert max(counts) - min(counts) <= 1


def test_load_evens_out_though_some_are_quicker() -> None:
    loads = [each.load for each in _given(AssignMode.LOAD, 2400, settles=True).values()]
    assert max(loads) - min(loads) <= 1


def test_who_joins_is_not_given_everything() -> None:
    """By turns: the newcomer is first once, and then one of all."""
    team = _given(AssignMode.ROUND_ROBIN, 50)
    team[9] = Candidate(9, load=0)
    given: Counter[int] = Counter()
    for minute in range(60):
        at = MONDAY + timedelta(days=1, minutes=minute)
        chosen = choose(list(team.values()), AssignMode.ROUND_ROBIN, cap=10_000, category=None)
        assert chosen is not None
        team[chosen.id] = replace(chosen, given_at=at)
        given[chosen.id] += 1
    assert set(given.values()) == {10}


def test_nobody_beyond_the_cap_or_without_the_skill() -> None:
    full = Candidate(1, load=5)
    skilled = Candidate(2, load=4, skills=frozenset({Category.ACTIVATION.value}))
    both = [full, skilled]
    assert choose(both, AssignMode.LOAD, cap=5, category=Category.ROLE_CHANGE) is None
    assert choose(both, AssignMode.LOAD, cap=5, category=None) is None
    assert choose(both, AssignMode.LOAD, cap=5, category=Category.ACTIVATION) == skilled
    assert choose(both, AssignMode.OFF, cap=9, category=Category.ACTIVATION) is None
    assert choose([], AssignMode.LOAD, cap=9, category=None) is None


@pytest.mark.parametrize(
    ("at", "works"),
    [
        (datetime(2026, 11, 23, 0, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 1, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 8, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 28, 3, 0, tzinfo=UTC), False),  # Saturday
    ],
    ids=str,
)
def test_shifts_hold_from_their_first_minute_to_before_their_last(
    at: datetime, works: bool
) -> None:
    assert is_on(OFFICE, [], at) is works


def test_a_shift_in_makassar_begins_an_hour_earlier_and_one_may_pass_midnight() -> None:
    east = [Hours(0, 8 * 60, 16 * 60, "WITA")]
    assert is_on(east, [], datetime(2026, 11, 23, 0, 0, tzinfo=UTC))
    night = [Hours(0, 22 * 60, 6 * 60, "WIB")]
    tuesday_early = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)  # 05.00 WIB on Tuesday
    assert is_on(night, [], tuesday_early)
    assert not is_on(night, [], tuesday_early + timedelta(hours=1))
    gone_on_monday = [Away(date(2026, 11, 23), date(2026, 11, 23))]
    assert not is_on(night, gone_on_monday, tuesday_early)


def test_days_of_absence_count_both_ends() -> None:
    away = [Away(date(2026, 11, 24), date(2026, 11, 25))]
    on = [is_on(OFFICE, away, MONDAY + timedelta(days=day)) for day in range(4)]
    assert on == [True, False, False, True]
