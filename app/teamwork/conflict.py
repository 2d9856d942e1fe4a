"""Whether somebody did something to a ticket since a page was shown. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self, TypeVar

# What Loket notes for itself changes nothing that a colleague decides by.
_QUIET = frozenset(
    {"read", "looked_up", "lookup_delayed", "step_delayed", "delivered", "delivery_failed"}
)
_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest event and the newest message a page showed, 0 where there was none."""

    event: int
    message: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """None for what no page of ours has sent."""
        event, _, message = text.partition(".")
        if not (event.isdecimal() and message.isdecimal() and len(text) < 40):
            return None
        seen = cls(int(event), int(message))
        return seen if max(seen.event, seen.message) < _LARGEST else None

    def __str__(self) -> str:
        return f"{self.event}.{self.message}"


class Happened(Protocol):
    """An event: its kind, who did it and when."""

    @property
    def kind(self) -> str: ...
    @property
    def actor(self) -> str: ...
    @property
    def at(self) -> datetime: ...


Known = TypeVar("Known", bound=Happened)


def by_others(events: Iterable[Known], me: str) -> Known | None:
    """The newest of the events, given oldest first, that a colleague `me` has to know of."""
    found = [each for each in events if each.actor != me and each.kind not in _QUIET]
    return found[-1] if found else None
