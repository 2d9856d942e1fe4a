"""Which reports a figure counts: one query each, counted, grouped, listed and exported alike.

Everything goes through `conditions`, so that a figure and the list of its reports cannot differ.
Days are WIB days; the same on SQLite and PostgreSQL.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, literal, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, func, select

from app.store import demand, incidents, ledger
from app.store.opened import IS_OPEN
from app.store.scope import BESIDE, Conditions, Scope, happened, narrowed, within
from app.store.wib import day_of
from models import Audit, Event, Incident, IncidentTicket, Plan, Staff, Ticket
from models.vocabulary import Age, PlanState, Rows, WhoActs

_WRITTEN = ("message_added", "reopened")
_REOPENED = ("reopened",)
_DECIDED = ("approved", "rejected", "answered_by_hand", "closed")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the list ended."""

    at: datetime
    id: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A report of the list; `at` is the instant that made it count (see `_ANCHORS`)."""

    ticket: Ticket
    at: datetime

    @property
    def place(self) -> Place:
        return Place(self.at, self.ticket.id)


def total(session: Session, rows: Rows, scope: Scope) -> int:
    query = select(func.count()).select_from(Ticket).where(*conditions(rows, scope))
    return session.exec(query).one()


def edges(session: Session, rows: Rows, scope: Scope) -> tuple[int, int] | None:
    """The lowest and the highest report number; None without any."""
    number = col(Ticket.number)
    # Counted beside, so that the days are read and not the numbers from their far end.
    query = select(func.min(number), func.max(number), func.count()).select_from(Ticket)
    first, last, reports = session.exec(query.where(*conditions(rows, scope))).one()
    return (first, last) if reports else None


def by_day(session: Session, rows: Rows, scope: Scope) -> Mapping[date, int]:
    """Days with any, of the instant that made each report count."""
    day = day_of(session, anchor(rows))
    query = select(day, func.count()).where(*conditions(rows, scope)).group_by(day)
    return {date.fromisoformat(text): number for text, number in session.exec(query)}


def by_column(
    session: Session, rows: Rows, scope: Scope, name: str
) -> Mapping[str | int | None, int]:
    """How many of each value of that column of Ticket; "" and None both as they stand."""
    column = getattr(Ticket, name)
    query = select(column, func.count()).where(*conditions(rows, scope)).group_by(column)
    return dict(session.exec(query).all())


def open_by_holder(
    session: Session, scope: Scope, ages: Mapping[Age, datetime | None]
) -> Mapping[WhoActs, Mapping[Age, int]]:
    """On whom how many open reports wait, by age; those with any.

    `ages` says after which instant reports of each age came, the youngest first, None of the last.
    """
    received = col(Ticket.created_at)
    *younger, oldest = ages.items()
    age = case(
        *((received > since, literal(each.value)) for each, since in younger),
        else_=literal(oldest[0].value),
    )
    query = select(Ticket.waiting_on, age, func.count()).where(*conditions(Rows.OPEN, scope))
    found: dict[WhoActs, dict[Age, int]] = {}
    for who, word, number in session.exec(query.group_by(col(Ticket.waiting_on), age)):
        found.setdefault(WhoActs(who), {})[Age(word)] = number
    return found


def spans(
    session: Session, rows: Rows, scope: Scope, *, limit: int
) -> Sequence[tuple[datetime, datetime]] | None:
    """From receipt to the instant that made each count; None where there are more than `limit`."""
    query = select(Ticket.created_at, anchor(rows)).where(*conditions(rows, scope))
    found = session.exec(query.limit(limit + 1)).all()
    return None if len(found) > limit else [(begin, max(begin, end)) for begin, end in found]


def page(
    session: Session, rows: Rows, scope: Scope, *, after: Place | None, limit: int
) -> Sequence[Listed]:
    """The latest first, or the oldest first of what is open."""
    at, key = anchor(rows), col(Ticket.id)
    query = select(Ticket, at).where(*conditions(rows, scope))
    if rows in _OLDEST_FIRST:
        beyond = or_(at > after.at, and_(at == after.at, key > after.id)) if after else None
        query = query.order_by(at, key)
    else:
        beyond = or_(at < after.at, and_(at == after.at, key < after.id)) if after else None
        query = query.order_by(at.desc(), key.desc())
    if beyond is not None:
        query = query.where(beyond)
    return [Listed(ticket, at) for ticket, at in session.exec(query.limit(limit))]


def actors(session: Session, scope: Scope) -> Mapping[str, int]:
    """How many reports each colleague decided on in the period, by user name."""
    query = (
        select(Event.actor, func.count(func.distinct(Event.ticket_id)))
        .join(Ticket, col(Ticket.id) == Event.ticket_id)
        .where(*decided(scope))
        .group_by(Event.actor)
    )
    return dict(session.exec(query).all())


def decided(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """An event joined to its ticket: somebody decided on it in the period."""
    yield from happened(_DECIDED, scope)
    yield from narrowed(scope)


def anchor(rows: Rows) -> SQLColumnExpression[datetime]:
    """The instant that puts a report into a period, and the order of its list."""
    column: SQLColumnExpression[datetime] = col(getattr(Ticket, _ANCHORS.get(rows, "created_at")))
    return column


_ANCHORS = {
    Rows.ANSWERED: "first_answered_at",
    Rows.SETTLED: "settled_at",
    Rows.AUTOMATIC: "settled_at",
    **dict.fromkeys(demand.OF, "settled_at"),
}
_OLDEST_FIRST = frozenset({Rows.OPEN, Rows.OVERDUE})


def conditions(rows: Rows, scope: Scope) -> Iterator[ColumnElement[bool]]:
    """What makes a ticket count for these rows in that scope."""
    yield from _OF[rows](scope)
    yield from narrowed(scope, beside=BESIDE | ({"category"} if rows in _OLDEST_FIRST else set()))


def _wrote_again(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """A word of the requester in the period, after the first answer."""
    answered = aliased(Ticket)
    yield col(Ticket.id).in_(
        select(Event.ticket_id)
        .join(answered, col(answered.id) == Event.ticket_id)
        .where(*happened(_WRITTEN, scope), col(Event.at) > col(answered.first_answered_at))
    )


def _reopened(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """The requester said in the period that it is not solved, after it was answered."""
    yield col(Ticket.id).in_(select(Event.ticket_id).where(*happened(_REOPENED, scope)))


def _promise(*, is_kept: bool) -> Conditions:
    """A plan that was carried out had promised a day of the period."""

    def conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
        about = aliased(Ticket)
        settled, promised = col(about.settled_at), col(Plan.promised_at)
        kept = and_(settled.is_not(None), settled <= promised)
        missed = and_(promised < scope.now, or_(settled.is_(None), settled > promised))
        yield col(Ticket.id).in_(
            select(Plan.ticket_id)
            .join(about, col(about.id) == Plan.ticket_id)
            .where(
                promised >= scope.since,
                promised < scope.until,
                col(Plan.state) == PlanState.DONE,
                kept if is_kept else missed,
            )
        )

    return conditions


def _automatic(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Settled in the period, and a plan was carried out without a yes."""
    yield from within("settled_at")(scope)
    yield (
        exists()
        .where(
            col(Plan.ticket_id) == Ticket.id,
            col(Plan.is_automatic).is_(True),
            col(Plan.state) == PlanState.DONE,
        )
        .correlate(Ticket)
    )


def _audited(words: tuple[bool, ...]) -> Conditions:
    """A sample of it was looked at in the period and found so."""

    def conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
        yield col(Ticket.id).in_(
            select(Plan.ticket_id)
            .join(Audit, col(Audit.plan_id) == Plan.id)
            .where(
                col(Audit.at) >= scope.since,
                col(Audit.at) < scope.until,
                col(Audit.is_right).in_(words),
            )
        )

    return conditions


def _in_incident(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Part of an incident that began in the period and was not dismissed."""
    yield col(Ticket.id).in_(
        select(IncidentTicket.ticket_id)
        .join(Incident, col(Incident.id) == IncidentTicket.incident_id)
        .where(*incidents.begun(scope))
    )


def _handled(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """A colleague (that of the scope, where it names one) decided on it in the period."""
    query = select(Event.ticket_id).where(*happened(_DECIDED, scope))
    people = select(Staff.username)
    query = query.where(Event.actor == scope.actor if scope.actor else col(Event.actor).in_(people))
    yield col(Ticket.id).in_(query)


def _open(_scope: Scope) -> Iterator[ColumnElement[bool]]:
    yield IS_OPEN


def _overdue(scope: Scope) -> Iterator[ColumnElement[bool]]:
    yield from _open(scope)
    yield col(Ticket.promised_at) < scope.now


_OF: dict[Rows, Conditions] = {
    Rows.RECEIVED: within("created_at"),
    Rows.ANSWERED: within("first_answered_at"),
    Rows.SETTLED: within("settled_at"),
    Rows.WROTE_AGAIN: _wrote_again,
    Rows.REOPENED: _reopened,
    Rows.PROMISE_KEPT: _promise(is_kept=True),
    Rows.PROMISE_MISSED: _promise(is_kept=False),
    Rows.AUTOMATIC: _automatic,
    Rows.AUDITED: _audited((True, False)),
    Rows.AUDITED_RIGHT: _audited((True,)),
    Rows.IN_INCIDENT: _in_incident,
    Rows.HANDLED: _handled,
    Rows.OPEN: _open,
    Rows.OVERDUE: _overdue,
    **ledger.OF,
    **demand.OF,
}
