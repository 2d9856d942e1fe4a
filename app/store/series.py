"""The series that report numbers come from. What it leaves out is written down with the reason.

The numbers are taken within the caller's transaction: its rollback gives them back.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case
from sqlmodel import Session, col, func, select, update

from models import Counter, NumberSkip, Ticket
from models.vocabulary import SkipReason

_SERIES = "nomor laporan"
_LOKET = "loket"


@dataclass(frozen=True, slots=True)
class Because:
    """Who leaves numbers out, when, and why in their words."""

    by: str
    at: datetime
    reason: str = ""


def next_number(session: Session, *, above: int, now: datetime) -> int:
    """The next nomor laporan, at least `above` + 1; gap-free, taken within this transaction."""
    higher = case((col(Counter.value) < above, above), else_=col(Counter.value))
    session.exec(update(Counter).where(col(Counter.name) == _SERIES).values(value=higher + 1))
    number = last_given(session)
    if number == above + 1:
        _begin(session, above, now)
    return number


def last_given(session: Session) -> int:
    """The highest number that was given or left out; 0 before the first."""
    return session.exec(select(Counter.value).where(Counter.name == _SERIES)).one()


def skip(session: Session, count: int, *, above: int, because: Because) -> None:
    """The next `count` numbers are never given; those are counted from `above` at the least."""
    before = _locked(session)
    after = max(before, above) + count
    session.exec(update(Counter).where(col(Counter.name) == _SERIES).values(value=after))
    _leave_out(session, before + 1, after, SkipReason.RESTORED, because)


def claim(session: Session, upto: int, *, because: Because) -> None:
    """New numbers start above an imported one."""
    before = _locked(session)
    if before < upto:
        session.exec(update(Counter).where(col(Counter.name) == _SERIES).values(value=upto))
        _leave_out(session, before + 1, upto, SkipReason.BROUGHT_IN, because)


def explain(session: Session, first: int, last: int, *, because: Because) -> None:
    """Numbers that are missing already, and why in somebody's words."""
    _leave_out(session, first, last, SkipReason.BY_HAND, because)


def _begin(session: Session, above: int, now: datetime) -> None:
    """The setting lifted the series to here: what lies between was left out by it."""
    known = select(NumberSkip.id).where(col(NumberSkip.last) >= above).limit(1)
    if session.exec(known).first() is not None:
        return
    highest = session.exec(select(func.max(Ticket.number)).where(Ticket.number <= above)).one()
    first = (highest or 0) + 1
    _leave_out(session, first, above, SkipReason.SERIES_BEGINS, Because(_LOKET, now))


def _locked(session: Session) -> int:
    """The value, kept from others until this transaction ends."""
    counter = update(Counter).where(col(Counter.name) == _SERIES)
    session.exec(counter.values(value=col(Counter.value)))
    return last_given(session)


def _leave_out(session: Session, first: int, last: int, why: SkipReason, because: Because) -> None:
    if first <= last:
        session.add(
            NumberSkip(
                first=first,
                last=last,
                why=why,
                by=because.by,
                reason=because.reason,
                at=because.at,
            )
        )
        session.flush()
