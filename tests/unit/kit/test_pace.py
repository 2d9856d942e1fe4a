"""Whoever asks keeps far below what an outside system allows."""

from itertools import pairwise

import pytest

from app.kit.pace import Pace


class Clock:
    """Time that passes only by sleeping, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_after_the_burst_requests_are_spread_evenly() -> None:
    clock = Clock()
    pace = Pace(per_second=5, burst=2, clock=clock, sleep=clock.sleep)
    sent = []
    for _ in range(12):
        pace.wait()
        sent.append(clock.now)
    assert sent[:2] == [100.0, 100.0]
    assert [later - earlier for earlier, later in pairwise(sent[1:])] == pytest.approx([0.2] * 10)


def test_a_rest_allows_a_burst_again_but_never_a_larger_one() -> None:
    clock = Clock()
    pace = Pace(per_second=5, burst=2, clock=clock, sleep=clock.sleep)
    clock.now += 3600
    sent = []
    for _ in range(3):
        pace.wait()
        sent.append(clock.now)
    assert sent == pytest.approx([3700.0, 3700.0, 3700.2])
