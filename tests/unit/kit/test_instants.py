"""Many instants at once."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from app.kit.clock import WIB
from app.kit.instants import instant_of, micros, quantile


@pytest.mark.parametrize(
    ("minutes", "share", "expected"),
    [
        pytest.param([], 0.5, None, id="nothing answered"),
        pytest.param([7], 0.9, 7, id="one"),
        pytest.param([30, 10, 20], 0.5, 20, id="odd"),
        pytest.param([40, 10, 30, 20], 0.5, 20, id="even: one that occurred"),
        pytest.param(list(range(1, 11)), 0.9, 9, id="nine of ten"),
        pytest.param(list(range(1, 11)), 0.0, 1, id="the fastest"),
    ],
)
def test_a_quantile_is_a_time_that_occurred(
    minutes: list[int], share: float, expected: int | None
) -> None:
    found = quantile(np.array(minutes, np.int64) * 60_000_000, share)
    assert found == (None if expected is None else timedelta(minutes=expected))


def test_instants_come_back_to_the_microsecond_whatever_their_zone() -> None:
    at = datetime(2026, 11, 29, 7, 0, 0, 123_457, tzinfo=WIB)
    assert [instant_of(each) for each in micros([at]).tolist()] == [at]
    assert instant_of(0) == datetime(1970, 1, 1, tzinfo=UTC)
