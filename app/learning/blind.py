"""The few tickets whose category a person names before seeing what was read.

Whoever sees a suggestion tends to agree with it. What is said without one is the only fair measure
of the classifier in service.
"""

import hashlib
import hmac
from collections.abc import Callable

from app.kit.errors import Refusal
from app.store import labels, readings
from app.store.session import Session
from models import Ticket
from models.vocabulary import OPEN_STATES, Category

_WHOLE = 2**64


class AwaitsBlindWord(Refusal):
    """409: first somebody names the category from the text alone."""

    key = "blind.awaited"


class NotBlind(Refusal):
    """409: the category was named already, or everything was shown from the beginning."""

    key = "blind.not_awaited"


def is_drawn(number: int, *, share: float, secret: bytes) -> bool:
    """Whether that report is among the share; the same answer each time, foreseeable by nobody."""
    digest = hmac.digest(secret, b"blind %d" % number, hashlib.sha256)
    return int.from_bytes(digest[:8], "big") < share * _WHOLE


def draw(
    session: Session, ticket: Ticket, category: Category | None, draws: Callable[[int], bool]
) -> None:
    """At the first reading: what was seen once is never hidden, and nothing read hides nothing."""
    if category is not None and readings.latest(session, ticket.id) is None:
        ticket.is_blind = draws(ticket.number)


def awaits(session: Session, ticket: Ticket) -> bool:
    """Whether what was read is still to be hidden."""
    return (
        ticket.is_blind
        and ticket.state in OPEN_STATES
        and labels.blind_of(session, ticket.id) is None
    )


def must_not_await(session: Session, ticket: Ticket) -> None:
    """Raises AwaitsBlindWord."""
    if awaits(session, ticket):
        raise AwaitsBlindWord
