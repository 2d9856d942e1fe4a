"""The orders of the queue, and from where in one a page goes on.

An order is one or more stretches, each read along an index. Of the most urgent, what is late comes
before what is urgent: first those whose promised day has passed, then those with a missed target.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol, Self

from sqlalchemy import ColumnElement, and_, func, literal, not_, or_, true, tuple_
from sqlmodel import col

from app.store.opened import IS_OPEN
from models import Ticket
from models.vocabulary import OPEN_STATES, TicketState

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN = tuple(sorted(OPEN_STATES))
_CREATED, _PROMISED, _DUE, _URGENT = (
    col(Ticket.created_at),
    col(Ticket.promised_at),
    col(Ticket.next_due_at),
    col(Ticket.urgent),
)


class Order(StrEnum):
    """The word of it in the address."""

    URGENT = "mendesak"  # late ones first, then urgent ones, then the oldest
    OLDEST = "terlama"
    NEWEST = "terbaru"
    PROMISE = "janji"  # the promised day; those without one after them


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last ticket of the page before: in which stretch of the order, its instant, its id.

    `as_of` is when the first page was read: what has become late since then keeps its place, so
    that leafing passes over nothing.
    """

    stretch: int
    at: datetime
    id: int
    as_of: datetime

    @classmethod
    def of_id(cls, key: int) -> Self:
        """For a search, which goes by ids alone."""
        return cls(stretch=0, at=_LONG_AGO, id=key, as_of=_LONG_AGO)


class Ordered(Protocol):
    """What the place of a ticket follows from."""

    @property
    def id(self) -> int: ...
    @property
    def state(self) -> TicketState: ...
    @property
    def urgent(self) -> bool: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def promised_at(self) -> datetime | None: ...
    @property
    def next_due_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an order: which tickets, and by which instant; by id alone without one.

    `is_open`: it holds open tickets only.
    """

    of: ColumnElement[bool]
    by: Any = None
    backwards: bool = False
    is_open: bool = False

    def states(self, wanted: Sequence[TicketState]) -> Sequence[TicketState | None]:
        """Those to be read one by one; None for all at once."""
        if self.is_open:
            return [each for each in wanted or _OPEN if each in OPEN_STATES]
        return wanted or [None]

    def after(self, last: Cursor) -> ColumnElement[bool]:
        key = col(Ticket.id)
        if self.by is None:
            return key > last.id
        place = tuple_(self.by, key)
        bound = tuple_(literal(last.at, self.by.type), literal(last.id))
        return place < bound if self.backwards else place > bound

    def order(self) -> list[Any]:
        columns = [each for each in (self.by, col(Ticket.id)) if each is not None]
        return [each.desc() for each in columns] if self.backwards else columns

    def place(self, row: Ordered) -> tuple[datetime, int]:
        """Where in this stretch that ticket stands."""
        at = getattr(row, self.by.key) if self.by is not None else None
        return at or _LONG_AGO, row.id


def stretches(order: Order, as_of: datetime) -> Sequence[Stretch]:
    """In their order; `as_of` is the instant by which something is late."""
    return _urgent(as_of) if order is Order.URGENT else _OTHERS[order]


def cursor(row: Ordered, order: Order, as_of: datetime) -> Cursor:
    """Where that ticket stands in the order."""
    number = _stretch_of(row, order, as_of)
    return Cursor(number, *stretches(order, as_of)[number].place(row), as_of)


def is_overdue(row: Ordered, as_of: datetime) -> bool:
    """Whether it is open though its promised day has passed."""
    return _is_past(row.promised_at, row, as_of)


def is_missed(row: Ordered, as_of: datetime) -> bool:
    """Whether the time of one of its targets is used up, and it is still not done."""
    return _is_past(row.next_due_at, row, as_of)


_OTHERS: Mapping[Order, Sequence[Stretch]] = {
    Order.OLDEST: (Stretch(true(), _CREATED),),
    Order.NEWEST: (Stretch(true(), _CREATED, backwards=True),),
    Order.PROMISE: (Stretch(_PROMISED.is_not(None), _PROMISED), Stretch(_PROMISED.is_(None))),
}


def _urgent(as_of: datetime) -> Sequence[Stretch]:
    is_promised_on_time = _not_past(_PROMISED, as_of)
    rest = or_(not_(IS_OPEN), and_(is_promised_on_time, _not_past(_DUE, as_of)))
    return (
        Stretch(and_(as_of > _PROMISED, IS_OPEN), _PROMISED, is_open=True),
        Stretch(and_(as_of > _DUE, is_promised_on_time, IS_OPEN), _DUE, is_open=True),
        Stretch(and_(_URGENT.is_(True), rest), _CREATED),
        Stretch(and_(_URGENT.is_(False), rest), _CREATED),
    )


def _not_past(column: Any, as_of: datetime) -> ColumnElement[bool]:
    """Also where there is none. No index fits a function, so that the order's own is taken."""
    given = literal(as_of, column.type)
    return func.coalesce(column, given) >= given


def _stretch_of(row: Ordered, order: Order, as_of: datetime) -> int:
    if order is Order.PROMISE:
        return 0 if row.promised_at is not None else 1
    if order is not Order.URGENT:
        return 0
    holds = (is_overdue(row, as_of), is_missed(row, as_of), row.urgent, True)
    return holds.index(True)


def _is_past(instant: datetime | None, row: Ordered, as_of: datetime) -> bool:
    return instant is not None and instant < as_of and row.state in OPEN_STATES
