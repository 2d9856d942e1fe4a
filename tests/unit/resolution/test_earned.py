"""When a rule may act by itself, and when its figures say that it must stop."""

from datetime import UTC, datetime, timedelta

import pytest

from app.resolution.earned import (
    BACKLOG,
    LONG,
    SHORT,
    Standing,
    Terms,
    lower_bound,
    record,
    upper_bound,
)

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def standing(*outcomes: bool, **more: datetime) -> Standing:
    """Newest first."""
    return record(outcomes, Terms(), now=NOW, **more).standing


@pytest.mark.parametrize(
    ("right", "n"), [(50, 50), (99, 100), (95, 100), (485, 500), (990, 1000), (0, 7), (1, 2)]
)
def test_the_bounds_are_those_of_clopper_and_pearson(right: int, n: int) -> None:
    from scipy.stats import beta  # noqa: PLC0415 - every process that collects would import it

    lower = beta.ppf(0.05, right, n - right + 1) if right else 0.0
    upper = beta.ppf(0.95, right + 1, n - right) if right < n else 1.0
    assert lower_bound(right, n) == pytest.approx(lower, abs=1e-9)
    assert upper_bound(right, n) == pytest.approx(upper, abs=1e-9)


def test_without_a_wrong_one_the_bound_is_the_root() -> None:
    assert lower_bound(50, 50) == pytest.approx(0.05 ** (1 / 50))
    assert (lower_bound(0, 0), upper_bound(0, 0)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((), Standing.TOO_FEW),
        ((True,) * 49, Standing.TOO_FEW),
        ((True,) * 98, Standing.BELOW_BAR),
        ((True,) * 99, Standing.EARNED),
        ((False, *(True,) * 99), Standing.BELOW_BAR),
        ((False, *(True,) * 200), Standing.EARNED),
    ],
    ids=["nothing", "too few", "not proven yet", "proven", "one wrong of 100", "one wrong of 201"],
)
def test_people_must_have_agreed_often_enough(
    outcomes: tuple[bool, ...], expected: Standing
) -> None:
    assert standing(*outcomes) is expected


def test_only_the_newest_count() -> None:
    forgotten = (False,) * 500
    assert standing(*(True,) * LONG, *forgotten) is Standing.EARNED
    assert record((True,) * LONG + forgotten, Terms(), now=NOW).n == LONG


def test_a_rule_gone_bad_is_seen_before_its_old_merits_are_used_up() -> None:
    lately = (False,) * 6 + (True,) * (SHORT - 6)
    assert lower_bound(LONG - 6, LONG) > Terms().bar
    assert standing(*lately, *(True,) * (LONG - SHORT)) is Standing.GONE_BAD
    assert standing(*lately[1:], *(True,) * (LONG - SHORT)) is Standing.EARNED


def test_samples_that_nobody_looks_at_speak_against_it() -> None:
    good = (True,) * 300
    late, just = NOW - BACKLOG - timedelta(minutes=1), NOW - BACKLOG
    assert standing(*good, oldest_unaudited=late) is Standing.UNAUDITED
    assert standing(*good, oldest_unaudited=just) is Standing.EARNED
