"""The columns of WIB days that are over, and which of them have changed since.

The database's triggers write down every change (see the migration that made them) in the
transaction that makes it; columns and the removal of what was written down are one transaction that
sees one moment. So columns without a change beside them are what the tickets would give.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, String, delete, func, select, type_coerce
from sqlmodel import Session, col

from app.kit.clock import wib_day
from app.store import counted, demand, ledger
from app.store.scope import Scope
from models import DayChange, DayColumns, Event, Ticket
from models.vocabulary import Rows

KEPT = (
    Rows.RECEIVED,
    Rows.ANSWERED,
    Rows.SETTLED,
    Rows.WROTE_AGAIN,
    Rows.REOPENED,
    Rows.PROMISE_KEPT,
    Rows.PROMISE_MISSED,
    Rows.AUTOMATIC,
    Rows.AUDITED,
    Rows.AUDITED_RIGHT,
    Rows.HANDLED,
    *ledger.OF,
    Rows.DEMAND_SAID,
    Rows.DEMAND_AGREED,
)
# Raised when a figure is counted differently or something else is kept of it: what was kept before
# is then as good as not there, and the worker keeps every day anew.
EDITION = 1
_PLAIN = ("size", "numbers", "begun", "at")
_OF_WORDS = ("codes", "words")
_LOOK_BACK = timedelta(days=732)  # the longest period that is summed, and the one before


def reports(session: Session, rows: Rows, scope: Scope, names: Sequence[str]) -> Sequence[Row[Any]]:
    """The tickets themselves: number, receipt, what made each count, and its words by those names.

    Names are of columns of Ticket; "actor" is who decided, of HANDLED one row for each of them;
    "avoidable" what a report should not have been needed for.
    """
    further: dict[str, Any] = {"actor": Event.actor, "avoidable": demand.counted()}
    words = (further[name] if name in further else col(getattr(Ticket, name)) for name in names)
    at = col(Ticket.created_at) if rows is Rows.HANDLED else counted.anchor(rows)
    asked: list[Any] = [col(Ticket.number), col(Ticket.created_at), at]
    query = select(*asked, *(type_coerce(each, String) for each in words)).select_from(Ticket)
    if rows is not Rows.HANDLED:
        return session.execute(query.where(*counted.conditions(rows, scope))).all()
    query = query.join(Event, col(Event.ticket_id) == Ticket.id).where(*counted.decided(scope))
    return session.execute(query.distinct()).all()


def sound(session: Session, first: date, last: date) -> frozenset[date]:
    """Days between those, both included, whose columns are kept and still true."""
    days = _kept_since(session, first)
    days = {day for day in days if day <= last}
    if days:
        days -= _changed(session, min(days), max(days))
    return frozenset(days)


def kept(
    session: Session, rows: Rows, days: Sequence[date], *, with_words: bool
) -> Sequence[Row[Any]]:
    """`DayColumns` of those days, without `codes` and `words` where nobody needs them."""
    names = _PLAIN + (_OF_WORDS if with_words else ())
    query = select(*(col(getattr(DayColumns, name)) for name in names))
    query = query.where(col(DayColumns.rows) == rows, col(DayColumns.day).in_(days))
    return session.execute(query).all()


def keep(session: Session, day: date, columns: Iterable[DayColumns]) -> None:
    """In a transaction that sees one moment: what is kept of that day from now on."""
    session.execute(delete(DayChange).where(col(DayChange.day) == day))
    session.execute(delete(DayColumns).where(col(DayColumns.day) == day))
    session.add_all(columns)


def due(session: Session, today: date, *, limit: int) -> Sequence[date]:
    """Days that are over and have changed or were never kept, the latest first."""
    earliest = session.execute(select(func.min(col(Ticket.created_at)))).scalar()
    if earliest is None:
        return []
    first = max(wib_day(earliest), today - _LOOK_BACK)
    changed = _changed(session, date.min, today - timedelta(days=1))
    every = {first + timedelta(days=each) for each in range((today - first).days)}
    missing = every - _kept_since(session, first)
    return sorted(changed | missing, reverse=True)[:limit]


def _kept_since(session: Session, first: date) -> set[date]:
    here = (col(DayColumns.rows) == Rows.RECEIVED, col(DayColumns.edition) == EDITION)
    query = select(col(DayColumns.day)).where(*here, col(DayColumns.day) >= first)
    return set(session.execute(query).scalars())


def _changed(session: Session, first: date, last: date) -> set[date]:
    query = select(col(DayChange.day)).distinct()
    here = (col(DayChange.day) >= first, col(DayChange.day) <= last)
    return set(session.execute(query.where(*here)).scalars())
