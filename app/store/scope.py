"""What is asked of the figures: of which days, narrowed by what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col

from models import Event, Ticket
from models.vocabulary import Category, Channel, Jenjang, WhoActs

Conditions = Callable[["Scope"], Iterator[ColumnElement[bool]]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted: of [since, until), as known at `now`; None asks for nothing.

    `unread` are reports without a category. `holder`, `received_after` and `received_upto` narrow
    what is open; `assigned_to` is a colleague's id, `actor` a user name.
    """

    since: datetime
    until: datetime
    now: datetime
    category: Category | None = None
    unread: bool = False
    channel: Channel | None = None
    jenjang: Jenjang | None = None
    npsn: str | None = None
    province: str | None = None
    regency: str | None = None
    holder: WhoActs | None = None
    received_after: datetime | None = None
    received_upto: datetime | None = None
    assigned_to: int | None = None
    actor: str | None = None


def within(column: str) -> Conditions:
    """That instant of the ticket lies in the period."""

    def conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
        instant = col(getattr(Ticket, column))
        yield instant >= scope.since
        yield instant < scope.until

    return conditions


def happened(kinds: tuple[str, ...], scope: Scope) -> Iterator[ColumnElement[bool]]:
    """An event of one of those kinds, in the period."""
    yield col(Event.kind).in_(kinds)
    yield col(Event.at) >= scope.since
    yield col(Event.at) < scope.until


def narrowed(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """The filters, whatever is counted."""
    for name, wanted in (
        ("category", scope.category),
        ("channel", scope.channel),
        ("jenjang", scope.jenjang),
        ("npsn", scope.npsn),
        ("province", scope.province),
        ("regency", scope.regency),
        ("waiting_on", scope.holder),
        ("assigned_to_id", scope.assigned_to),
    ):
        if wanted is not None:
            yield col(getattr(Ticket, name)) == wanted
    if scope.unread:
        yield col(Ticket.category).is_(None)
    if scope.received_after is not None:
        yield col(Ticket.created_at) > scope.received_after
    if scope.received_upto is not None:
        yield col(Ticket.created_at) <= scope.received_upto
