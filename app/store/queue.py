"""The queue: which tickets, in which order, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import ColumnElement, and_, false, func, or_, true
from sqlmodel import Session, col, select

from app.store import search
from app.store.search import Words
from models import Ticket
from models.vocabulary import Category, Channel, Jenjang, TicketState, WhoActs, Woke

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_LOOKED_AT = 20_000
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last ticket of the page before."""

    urgent: bool
    created_at: datetime
    id: int

    @classmethod
    def of_id(cls, key: int) -> Self:
        """For a search, which goes by ids alone."""
        return cls(urgent=False, created_at=_LONG_AGO, id=key)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; None asks for nothing. `states` empty means every state.

    `assigned_to` is a colleague's id, 0 for nobody's. `words` must all stand in the report (see
    `app/store/search.py`). `newest_first` leaves urgency aside; otherwise urgent ones come first,
    then the oldest; what is searched comes newest first. `snoozed` asks for
    tickets that were put off, or for all others.
    """

    states: tuple[TicketState, ...] = ()
    category: Category | None = None
    waiting_on: WhoActs | None = None
    urgent: bool = False
    channel: Channel | None = None
    assigned_to: int | None = None
    words: Words = ()
    newest_first: bool = False
    snoozed: bool | None = None
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the queue."""

    id: int
    number: int
    state: TicketState
    waiting_on: WhoActs
    category: Category | None
    channel: Channel
    subject: str
    requester_name: str
    requester_email: str | None
    school_name: str
    npsn: str | None
    jenjang: Jenjang | None
    urgent: bool
    assigned_to_id: int | None
    created_at: datetime
    promised_at: datetime | None
    is_blind: bool
    snoozed_until: datetime | None
    woke_because: Woke | None

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.urgent, self.created_at, self.id)


_COLUMNS = [getattr(Ticket, name) for name in Row.__dataclass_fields__]


def listed(session: Session, wanted: Filter, *, limit: int) -> Sequence[Row]:
    """At most `limit` rows after the cursor, without regard to words."""
    query = select(*_COLUMNS).where(*_conditions(wanted), _after(wanted))
    created, key = col(Ticket.created_at), col(Ticket.id)
    if wanted.newest_first:
        query = query.order_by(created.desc(), key.desc())
    else:
        query = query.order_by(col(Ticket.urgent).desc(), created, key)
    return [Row(*row) for row in session.exec(query.limit(limit))]


@dataclass(frozen=True, slots=True)
class Searched:
    """Rows that hold every word, and where to go on: None at the end of all reports.

    With rare filters a page may be short, or empty, before the end: no search looks at more than
    twenty thousand reports at once, and the next one goes on from `after`.
    """

    rows: Sequence[Row]
    after: int | None


def searched(session: Session, wanted: Filter, *, limit: int) -> Searched:
    """At most `limit` rows, the newest report first."""
    before = wanted.after.id if wanted.after else None
    rows: list[Row] = []
    for _ in range(_LOOKED_AT // _AT_A_TIME):
        found = search.ids(session, wanted.words, before=before, limit=_AT_A_TIME)
        query = select(*_COLUMNS).where(col(Ticket.id).in_(found), *_conditions(wanted))
        fitting = query.order_by(col(Ticket.id).desc()).limit(limit - len(rows) + 1)
        rows += [Row(*row) for row in session.exec(fitting)]
        if len(rows) > limit:
            return Searched(rows[:limit], rows[limit - 1].id)
        if len(found) < _AT_A_TIME:
            return Searched(rows, None)
        before = found[-1]
    return Searched(rows, before)


def next_to_decide(session: Session, *, for_id: int, besides: int) -> int | None:
    """The first number whose proposal waits and that no other colleague has taken; None if none.

    `for_id` is the colleague, `besides` the ticket (its id) they have before them.
    """
    taken = col(Ticket.assigned_to_id)
    query = select(Ticket.number).where(
        Ticket.state == TicketState.PLANNED,
        Ticket.id != besides,
        col(Ticket.snoozed_until).is_(None),
        or_(taken.is_(None), taken == for_id),
    )
    order = (col(Ticket.urgent).desc(), col(Ticket.created_at), col(Ticket.id))
    return session.exec(query.order_by(*order).limit(1)).first()


def counts(session: Session) -> Mapping[TicketState, int]:
    """How many tickets stand in each state; states without any are left out."""
    query = select(Ticket.state, func.count()).group_by(col(Ticket.state))
    return {TicketState(state): number for state, number in session.exec(query)}


def _conditions(wanted: Filter) -> Sequence[ColumnElement[bool]]:
    equal = (
        (col(Ticket.category), wanted.category),
        (col(Ticket.waiting_on), wanted.waiting_on),
        (col(Ticket.channel), wanted.channel),
    )
    found: list[ColumnElement[bool]] = [column == word for column, word in equal if word]
    if wanted.states:
        found.append(col(Ticket.state).in_(wanted.states))
    if wanted.urgent:
        found.append(col(Ticket.urgent).is_(True))
    if wanted.snoozed is not None:
        until = col(Ticket.snoozed_until)
        found.append(until.is_not(None) if wanted.snoozed else until.is_(None))
    if wanted.assigned_to is not None:
        whose = col(Ticket.assigned_to_id)
        found.append(whose == wanted.assigned_to if wanted.assigned_to else whose.is_(None))
    return found


def _after(wanted: Filter) -> ColumnElement[bool]:
    """What comes behind the cursor in the chosen order."""
    last = wanted.after
    if last is None:
        return true()
    created, key = col(Ticket.created_at), col(Ticket.id)
    if wanted.newest_first:
        return or_(created < last.created_at, and_(created == last.created_at, key < last.id))
    later = or_(created > last.created_at, and_(created == last.created_at, key > last.id))
    same = and_(col(Ticket.urgent).is_(last.urgent), later)
    return or_(same, col(Ticket.urgent).is_(False) if last.urgent else false())
