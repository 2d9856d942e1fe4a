"""Many instants and durations at once, as whole microseconds."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

Micros = NDArray[np.int64]

MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(instants: Iterable[datetime]) -> Micros:
    """Since 1970 (UTC), of aware instants."""
    return np.fromiter(((each - _EPOCH) // MICROSECOND for each in instants), np.int64)


def instant_of(micros: int) -> datetime:
    """The aware instant (UTC)."""
    return _EPOCH + micros * MICROSECOND


def quantile(times: Micros, share: float) -> timedelta | None:
    """The time within which that share of them lies: one that occurred (nearest rank)."""
    if not len(times):
        return None
    rank = max(int(np.ceil(share * len(times))), 1) - 1
    return int(np.partition(times, rank)[rank]) * MICROSECOND
