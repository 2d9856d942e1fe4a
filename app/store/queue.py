"""The queue: which tickets, a page at a time.

Each stretch of the order is read along an index from the cursor on; a view of several states reads
each state's own stretch and merges them, so that no page ever sorts what it does not show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import islice

from sqlalchemy import ColumnElement, func, literal, or_, true
from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from app.store import search
from app.store.opened import IS_HELD, IS_OPEN, are_open
from app.store.queue_order import Cursor, Order, Stretch, stretches
from app.store.search import Words
from models import Ticket
from models.vocabulary import Category, Channel, Jenjang, TicketState, WhoActs, Woke

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_LOOKED_AT = 20_000
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; None and "" ask for nothing. `states` empty means every state.

    `assigned_to` is a colleague's id, 0 for nobody's; `free_for` one whose or nobody's it is.
    `words` must all stand in the report (see `app/store/search.py`). `overdue_at`: promised for
    before then. `since` and `until` are instants, the latter excluded. What is searched comes
    newest first, whatever the order. `snoozed` asks for tickets that were put off, or for all
    others. `as_of` is by when something is late, for the order; a cursor has its own.
    """

    states: tuple[TicketState, ...] = ()
    category: Category | None = None
    waiting_on: WhoActs | None = None
    urgent: bool = False
    channel: Channel | None = None
    jenjang: Jenjang | None = None
    province: str = ""
    regency: str = ""
    npsn: str = ""
    assigned_to: int | None = None
    free_for: int | None = None
    overdue_at: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: Words = ()
    order: Order = Order.URGENT
    snoozed: bool | None = None
    as_of: datetime = _LONG_AGO
    after: Cursor | None = None

    @property
    def late_at(self) -> datetime:
        """By when something is late in this order."""
        return self.after.as_of if self.after else self.as_of


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
    school_name: str
    npsn: str | None
    jenjang: Jenjang | None
    urgent: bool
    assigned_to_id: int | None
    created_at: datetime
    promised_at: datetime | None
    next_due_at: datetime | None
    is_blind: bool
    snoozed_until: datetime | None
    woke_because: Woke | None


_CREATED, _PROMISED = col(Ticket.created_at), col(Ticket.promised_at)
_COLUMNS = [getattr(Ticket, name) for name in Row.__dataclass_fields__]


def listed(session: Session, wanted: Filter, *, limit: int) -> Sequence[Row]:
    """At most `limit` rows after the cursor, without regard to words."""
    rows: list[Row] = []
    begin = wanted.after.stretch if wanted.after else 0
    for place, stretch in enumerate(stretches(wanted.order, wanted.late_at)):
        if place < begin or len(rows) == limit:
            continue
        last = wanted.after if place == begin else None
        rows += _along(session, wanted, stretch, last, limit=limit - len(rows))
    return rows


def row(session: Session, number: int) -> Row:
    """The line of that report. Raises NotFound."""
    found = session.exec(select(*_COLUMNS).where(Ticket.number == number)).first()
    if found is None:
        raise NotFound
    return Row(*found)


def _along(
    session: Session, wanted: Filter, stretch: Stretch, last: Cursor | None, *, limit: int
) -> Iterator[Row]:
    """One stretch of each state, merged."""
    after = stretch.after(last) if last else true()
    query = select(*_COLUMNS).where(stretch.of, after, *_conditions(wanted))
    query = query.order_by(*stretch.order()).limit(limit)
    found = []
    for state in stretch.states(wanted.states):
        one = query if state is None else query.where(Ticket.state == state)
        found.append([Row(*row) for row in session.exec(one)])
    return islice(merge(*found, key=stretch.place, reverse=stretch.backwards), limit)


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
        query = select(*_COLUMNS).where(
            col(Ticket.id).in_(found), _of_states(wanted), *_conditions(wanted)
        )
        fitting = query.order_by(col(Ticket.id).desc()).limit(limit - len(rows) + 1)
        rows += [Row(*row) for row in session.exec(fitting)]
        if len(rows) > limit:
            return Searched(rows[:limit], rows[limit - 1].id)
        if len(found) < _AT_A_TIME:
            return Searched(rows, None)
        before = found[-1]
    return Searched(rows, before)


def next_to_decide(session: Session, *, for_id: int, besides: int, now: datetime) -> int | None:
    """The first number whose proposal waits and that no other colleague has taken; None if none.

    `for_id` is the colleague, `besides` the ticket (its id) they have before them.
    """
    wanted = Filter(states=(TicketState.PLANNED,), free_for=for_id, snoozed=False, as_of=now)
    found = [row for row in listed(session, wanted, limit=2) if row.id != besides]
    return found[0].number if found else None


def count(session: Session, wanted: Filter, *, at_most: int) -> int:
    """How many tickets are asked for, without regard to words and cursor; never above `at_most`."""
    some = select(literal(1)).where(_of_states(wanted), *_conditions(wanted)).select_from(Ticket)
    counted = select(func.count()).select_from(some.limit(at_most).subquery())
    return session.exec(counted).one()


def newest(session: Session, states: Sequence[TicketState]) -> datetime | None:
    """When the latest ticket in one of those states was received; of all without any."""
    query = select(Ticket.created_at).order_by(_CREATED.desc()).limit(1)
    each_state = [query.where(Ticket.state == state) for state in states] or [query]
    found = [session.exec(one).first() for one in each_state]
    return max((instant for instant in found if instant is not None), default=None)


def arrived_after(wanted: Filter, instant: datetime) -> Filter:
    """The same question of what was received after that instant."""
    following = instant + timedelta(microseconds=1)
    return replace(wanted, since=max(wanted.since or following, following), after=None)


def _of_states(wanted: Filter) -> ColumnElement[bool]:
    return col(Ticket.state).in_(wanted.states) if wanted.states else true()


def _conditions(wanted: Filter) -> Sequence[ColumnElement[bool]]:
    """Everything but states, words and cursor."""
    equal = (
        (col(Ticket.category), wanted.category),
        (col(Ticket.waiting_on), wanted.waiting_on),
        (col(Ticket.channel), wanted.channel),
        (col(Ticket.jenjang), wanted.jenjang),
        (col(Ticket.province), wanted.province),
        (col(Ticket.regency), wanted.regency),
        (col(Ticket.npsn), wanted.npsn),
    )
    found: list[ColumnElement[bool]] = [column == word for column, word in equal if word]
    found += _few(wanted)
    if wanted.urgent:
        found.append(col(Ticket.urgent).is_(True))
    if wanted.snoozed is not None:
        until = col(Ticket.snoozed_until)
        found.append(until.is_not(None) if wanted.snoozed else until.is_(None))
    if wanted.assigned_to is not None:
        whose = col(Ticket.assigned_to_id)
        found.append(whose == wanted.assigned_to if wanted.assigned_to else whose.is_(None))
    if wanted.free_for is not None:
        whose = col(Ticket.assigned_to_id)
        found.append(or_(whose.is_(None), whose == wanted.free_for))
    if wanted.overdue_at is not None:
        found += [wanted.overdue_at > _PROMISED, IS_OPEN]
    if wanted.since is not None:
        found.append(wanted.since <= _CREATED)
    if wanted.until is not None:
        found.append(wanted.until > _CREATED)
    return found


def _few(wanted: Filter) -> Sequence[ColumnElement[bool]]:
    """What follows from the question and names an index of the few tickets it can be about."""
    found = [IS_OPEN] if are_open(wanted.states) else []
    is_held = wanted.waiting_on not in (None, WhoActs.NOBODY)
    return [*found, IS_HELD] if is_held else found
