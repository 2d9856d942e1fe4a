"""What reports should not have been needed for: the rules of `app/report/demand.py` as a query.

Nothing is stored but people's words, so that a rule that changes holds for the past as well.
Each report costs a few look-ups by index; how many are looked at is bounded by the period.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, SQLColumnExpression, case, literal
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, exists, func, or_, select

from app.store.scope import Conditions, Scope, narrowed, within
from app.store.wib import day_of
from models import DemandWord, Incident, IncidentTicket, Plan, Ticket
from models.vocabulary import (
    AVOIDABLE_BY_CATEGORY,
    AVOIDABLE_BY_REMEDY,
    AVOIDABLE_BY_RULE,
    Avoidable,
    IncidentState,
    PlanState,
    Remedy,
    Rows,
)

ROWS_OF = {each: Rows(f"avoidable_{each.value}") for each in Avoidable}
_settled = within("settled_at")
_ORDER = tuple(Avoidable)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the records say of one report; see Known of `app/report/demand.py`."""

    in_incident: bool
    was_waiting: bool
    decided: Sequence[tuple[str, Remedy]]


def by_day(session: Session, scope: Scope) -> Mapping[tuple[date, Avoidable], int]:
    """How many of the reports settled on each WIB day are of each label."""
    settled_at: SQLColumnExpression[Any] = col(Ticket.settled_at)
    day, label = day_of(session, settled_at), counted()
    of = select(day.label("day"), label.label("label"))
    each = of.where(*_settled(scope), *narrowed(scope)).subquery()
    query = select(each.c.day, each.c.label, func.count()).group_by(each.c.day, each.c.label)
    found = session.exec(query).all()
    return {(date.fromisoformat(at), Avoidable(word)): number for at, word, number in found}


def recorded(session: Session, ticket: Ticket) -> Recorded:
    of = select(_in_incident(), _was_waiting()).where(Ticket.id == ticket.id)
    in_incident, was_waiting = session.exec(of).one()
    decided = select(Plan.rule, Plan.remedy).where(*_decided(ticket.id)).order_by(col(Plan.id))
    plans = [(rule, Remedy(remedy)) for rule, remedy in session.exec(decided)]
    return Recorded(bool(in_incident), bool(was_waiting), plans)


def words(session: Session, ticket_id: int) -> Sequence[DemandWord]:
    """What people said of it, the newest first."""
    query = select(DemandWord).where(DemandWord.ticket_id == ticket_id)
    return session.exec(query.order_by(col(DemandWord.id).desc())).all()


def counted() -> ColumnElement[str]:
    """The label that counts: the newest word of a person, else what follows from the records."""
    return func.coalesce(_said(), derived())


def derived() -> ColumnElement[str]:
    by_plan = case(
        {at: literal(each.value) for at, each in enumerate(_ORDER)}, value=_first_of_plans()
    )
    by_category = case(
        {each.value: literal(label.value) for each, label in AVOIDABLE_BY_CATEGORY.items()},
        value=col(Ticket.category),
        else_=literal(Avoidable.NOT_AVOIDABLE.value),
    )
    return case(
        (_in_incident(), literal(Avoidable.INCIDENT.value)),
        (_was_waiting(), literal(Avoidable.UNANSWERED_EARLIER.value)),
        else_=func.coalesce(by_plan, by_category),
    )


def _of(label: Avoidable) -> Conditions:
    def conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
        yield from _settled(scope)
        yield counted() == label.value

    return conditions


def _said_of(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """A person said something of it."""
    yield from _settled(scope)
    yield exists().where(col(DemandWord.ticket_id) == Ticket.id).correlate(Ticket)


def _agreed(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """The person said what follows from the records."""
    yield from _said_of(scope)
    yield func.coalesce(_said(), "") == derived()


OF: dict[Rows, Conditions] = {
    **{rows: _of(label) for label, rows in ROWS_OF.items()},
    Rows.DEMAND_SAID: _said_of,
    Rows.DEMAND_AGREED: _agreed,
}


def _said() -> ScalarSelect[Any]:
    newest = select(col(DemandWord.label)).where(DemandWord.ticket_id == Ticket.id)
    newest = newest.order_by(col(DemandWord.id).desc()).limit(1)
    return newest.correlate(Ticket).scalar_subquery()


def _in_incident() -> ColumnElement[bool]:
    return (
        exists()
        .where(
            col(IncidentTicket.ticket_id) == Ticket.id,
            col(Incident.id) == IncidentTicket.incident_id,
            col(Incident.state) != IncidentState.DISMISSED,
        )
        .correlate(Ticket)
    )


def _was_waiting() -> ColumnElement[bool]:
    earlier = aliased(Ticket)
    answered = col(earlier.first_answered_at)
    return (
        exists()
        .where(
            col(earlier.id) == Ticket.linked_to_id,
            or_(answered.is_(None), answered > Ticket.created_at),
        )
        .correlate(Ticket)
    )


def _first_of_plans() -> ScalarSelect[Any]:
    """Where in the order of labels the first of the carried-out plans stands; NULL without one."""
    whens = [
        (col(Plan.rule) == rule, _ORDER.index(label)) for rule, label in AVOIDABLE_BY_RULE.items()
    ]
    whens += [
        (col(Plan.remedy) == remedy, _ORDER.index(label))
        for remedy, label in AVOIDABLE_BY_REMEDY.items()
    ]
    place = case(*whens, else_=_ORDER.index(Avoidable.NOT_AVOIDABLE))
    query = select(func.min(place)).where(*_decided(col(Ticket.id)))
    return query.correlate(Ticket).scalar_subquery()


def _decided(ticket_id: Any) -> tuple[ColumnElement[bool], ...]:
    return (
        and_(col(Plan.ticket_id) == ticket_id, col(Plan.state) == PlanState.DONE),
        col(Plan.undoes_id).is_(None),
    )
