"""Shifts, absences, how tickets are given out, and to whom they were."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session, col, delete, func, select, update

from app.store.opened import IS_OPEN
from models import Absence, Assigning, Counter, Distribution, Event, Shift, Ticket
from models.vocabulary import AssignWay, TicketState

_SERIES = "pembagian"
UNDECIDED = (TicketState.PLANNED, TicketState.MANUAL, TicketState.RETURNED)
_BY_ITSELF = (AssignWay.ROUND_ROBIN, AssignWay.LOAD)


def lock(session: Session) -> None:
    """One at a time gives tickets out, until this transaction ends."""
    counter = update(Counter).where(col(Counter.name) == _SERIES)
    session.exec(counter.values(value=col(Counter.value)))


def rule(session: Session) -> Assigning | None:
    """How tickets are given out now."""
    return session.exec(select(Assigning).order_by(col(Assigning.id).desc()).limit(1)).first()


def add(session: Session, row: Assigning | Absence | Distribution) -> None:
    session.add(row)
    session.flush()


def shifts(session: Session) -> Sequence[Shift]:
    return session.exec(select(Shift).order_by(col(Shift.weekday), col(Shift.opens))).all()


def replace_shifts(session: Session, staff_id: int, rows: Iterable[Shift]) -> None:
    session.exec(delete(Shift).where(col(Shift.staff_id) == staff_id))
    session.add_all(rows)
    session.flush()


def absences(session: Session, *, since: date) -> Sequence[Absence]:
    """Those that are not over before that day."""
    query = select(Absence).where(col(Absence.last_day) >= since)
    return session.exec(query.order_by(col(Absence.first_day))).all()


def remove_absence(session: Session, absence_id: int, staff_id: int) -> bool:
    of = delete(Absence).where(col(Absence.id) == absence_id, col(Absence.staff_id) == staff_id)
    return session.exec(of).rowcount > 0


def last_given(session: Session, staff_ids: Sequence[int]) -> Mapping[int, datetime]:
    """When each was last given a ticket by Loket; who never was is left out."""
    found = {}
    for each in staff_ids:
        query = select(Distribution.at).where(
            Distribution.staff_id == each, col(Distribution.way).in_(_BY_ITSELF)
        )
        # Each by the end of their own part of the index, however much they were ever given.
        at = session.exec(query.order_by(col(Distribution.at).desc()).limit(1)).first()
        if at is not None:
            found[each] = at
    return found


def given_since(session: Session, staff_ids: Sequence[int], since: datetime) -> Mapping[int, int]:
    """How many Loket gave to each of them since then; who got none is left out."""
    to = col(Distribution.staff_id)
    query = select(to, func.count()).where(
        to.in_(staff_ids), col(Distribution.at) >= since, col(Distribution.way).in_(_BY_ITSELF)
    )
    return {key: count for key, count in session.exec(query.group_by(to)) if key is not None}


def unheld(session: Session, *, limit: int) -> Sequence[Ticket]:
    """Undecided tickets that nobody holds, urgent and old ones first; locked.

    What another transaction holds at this moment is left for the next time.
    """
    query = select(Ticket).where(
        IS_OPEN, col(Ticket.state).in_(UNDECIDED), col(Ticket.assigned_to_id).is_(None)
    )
    order = (col(Ticket.urgent).desc(), col(Ticket.created_at), col(Ticket.id))
    locked = query.order_by(*order).limit(limit).with_for_update(skip_locked=True)
    return session.exec(locked).all()


def untouched(session: Session, holder_id: int, holder: str, *, limit: int) -> Sequence[Ticket]:
    """Undecided tickets Loket gave to that colleague, who has done nothing with them since."""
    last = (
        select(func.max(Distribution.id))
        .where(Distribution.ticket_id == Ticket.id)
        .correlate(Ticket)
        .scalar_subquery()
    )
    acted = (
        select(Event.id)
        .where(
            Event.ticket_id == Ticket.id, Event.actor == holder, col(Event.at) >= Distribution.at
        )
        .correlate(Ticket, Distribution)
        .exists()
    )
    query = (
        select(Ticket)
        .join(Distribution, col(Distribution.id) == last)
        .where(
            IS_OPEN,
            Ticket.assigned_to_id == holder_id,
            col(Ticket.state).in_(UNDECIDED),
            Distribution.staff_id == holder_id,
            col(Distribution.way).in_(_BY_ITSELF),
            ~acted,
        )
    )
    return session.exec(query.order_by(col(Ticket.id)).limit(limit)).all()


def of_ticket(session: Session, ticket_id: int) -> Sequence[Distribution]:
    """Oldest first."""
    query = select(Distribution).where(Distribution.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Distribution.id))).all()
