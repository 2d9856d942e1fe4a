"""When to try again."""

from datetime import datetime, timedelta

_PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=2),
)


def next_try(tries: int, now: datetime) -> datetime:
    """When to try again after `tries` (at least one) failures: minutes first, then two-hourly."""
    return now + _PAUSES[min(tries, len(_PAUSES)) - 1]
