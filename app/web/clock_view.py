"""Workers whose clock is ahead, as sentences."""

from collections.abc import Mapping
from datetime import timedelta

from app.web import labels

_HOURS_FROM = timedelta(hours=2)


def sentences(ahead: Mapping[str, timedelta], language: str) -> tuple[str, ...]:
    """One for each worker, by name."""
    return tuple(_sentence(name, by, language) for name, by in sorted(ahead.items()))


def _sentence(name: str, by: timedelta, language: str) -> str:
    if by < _HOURS_FROM:
        minutes = by // timedelta(minutes=1)
        return labels.say("clock.minutes_ahead", language, name=name, number=minutes)
    hours = round(by / timedelta(hours=1))
    return labels.say("clock.hours_ahead", language, name=name, number=hours)
