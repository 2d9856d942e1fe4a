"""Counts over tickets, the same on SQLite and PostgreSQL. Days are WIB days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlmodel import Session, col, func, select

from models import Ticket
from models.vocabulary import OPEN_STATES, Category, WhoActs

# WIB has had no summer time since 1963.
_WIB_SQLITE = "+7 hours"
_WIB_POSTGRESQL = "Asia/Jakarta"


def per_day(
    session: Session, column: str, *, since: datetime, until: datetime
) -> Mapping[date, int]:
    """How many tickets have that instant on each WIB day of [since, until)."""
    instant = col(getattr(Ticket, column))
    day = wib_day_of(session, instant)
    query = select(day, func.count()).where(instant >= since, instant < until).group_by(day)
    return {date.fromisoformat(text): number for text, number in session.exec(query)}


def per_category(
    session: Session, column: str, *, since: datetime, until: datetime
) -> Mapping[Category | None, int]:
    """How many tickets of each category have that instant in [since, until)."""
    instant = col(getattr(Ticket, column))
    query = select(Ticket.category, func.count()).where(instant >= since, instant < until)
    return _by_category(session.exec(query.group_by(col(Ticket.category))))


def open_per_category(session: Session) -> Mapping[Category | None, int]:
    query = select(Ticket.category, func.count()).where(col(Ticket.state).in_(OPEN_STATES))
    return _by_category(session.exec(query.group_by(col(Ticket.category))))


def open_per_holder(session: Session) -> Mapping[WhoActs, int]:
    """On whom the open tickets wait now."""
    query = select(Ticket.waiting_on, func.count()).where(col(Ticket.state).in_(OPEN_STATES))
    found = session.exec(query.group_by(col(Ticket.waiting_on)))
    return {WhoActs(who): number for who, number in found}


def overdue(session: Session, now: datetime) -> int:
    """Open tickets whose promised instant is past."""
    query = select(func.count()).where(
        col(Ticket.state).in_(OPEN_STATES), col(Ticket.promised_at) < now
    )
    return session.exec(query).one()


def answer_times(session: Session, *, since: datetime, until: datetime) -> Sequence[timedelta]:
    """From receipt to first answer, of tickets first answered in [since, until)."""
    answered = col(Ticket.first_answered_at)
    query = select(Ticket.created_at, answered).where(answered >= since, answered < until)
    return [max(end - begin, timedelta(0)) for begin, end in session.exec(query) if end is not None]


def _by_category(rows: Iterable[tuple[str | None, int]]) -> Mapping[Category | None, int]:
    return {Category(word) if word is not None else None: number for word, number in rows}


def wib_day_of(session: Session, instant: SQLColumnExpression[datetime]) -> ColumnElement[str]:
    """YYYY-MM-DD."""
    if session.get_bind().dialect.name == "sqlite":
        return func.date(instant, _WIB_SQLITE)
    return func.to_char(func.timezone(_WIB_POSTGRESQL, instant), "YYYY-MM-DD")
