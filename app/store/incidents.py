"""Incidents, their tickets, and the counts that reveal them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from app.kit.errors import NotFound
from app.store.scope import Scope, narrowed
from models import Incident, IncidentTicket, Mark, Ticket
from models.vocabulary import Category, IncidentKind, IncidentState, MarkKind

Span = tuple[datetime, datetime]


def by_id(session: Session, incident_id: int) -> Incident:
    """Raises NotFound."""
    found = session.get(Incident, incident_id)
    if found is None:
        raise NotFound
    return found


def locked(session: Session, incident_id: int) -> Incident:
    """The incident as it is now, kept from other writers until this transaction ends; NotFound."""
    query = select(Incident).where(Incident.id == incident_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotFound
    return found


def latest_of(
    session: Session, kind: IncidentKind, key: str, category: Category
) -> Incident | None:
    """The incident of that cell that was opened last."""
    query = select(Incident).where(
        Incident.kind == kind, Incident.key == key, Incident.category == category
    )
    return session.exec(query.order_by(col(Incident.id).desc()).limit(1)).first()


def open_new(session: Session, incident: Incident) -> bool:
    """False when another worker has just opened one of the same cell."""
    try:
        with session.begin_nested():
            session.add(incident)
    except IntegrityError:
        return False
    return True


def attach(
    session: Session, incident: Incident, ticket_ids: Collection[int], now: datetime
) -> None:
    """Those that are not attached yet. The incident must be locked, or new in this transaction."""
    query = select(IncidentTicket.ticket_id).where(IncidentTicket.incident_id == incident.id)
    for each in sorted(set(ticket_ids) - set(session.exec(query).all())):
        session.add(IncidentTicket(incident_id=incident.id, ticket_id=each, at=now))
    session.flush()


def count(session: Session, value: str, spans: Iterable[Span]) -> int:
    """How many tickets with that cell's mark came in any of the spans, begun after, to the end."""
    inside = [(col(Mark.at) > since) & (col(Mark.at) <= until) for since, until in spans]
    query = select(func.count()).where(
        Mark.kind == MarkKind.CELL, Mark.value == value, or_(*inside)
    )
    return session.exec(query).one()


def came(session: Session, value: str, span: Span) -> Mapping[int, datetime]:
    """When each ticket with that cell's mark came in that span, by id."""
    query = select(Mark.ticket_id, Mark.at).where(
        Mark.kind == MarkKind.CELL,
        Mark.value == value,
        col(Mark.at) > span[0],
        col(Mark.at) <= span[1],
    )
    return dict(session.exec(query).all())


def attached_elsewhere(
    session: Session, ticket_ids: Collection[int], category: Category
) -> frozenset[int]:
    """Those of the tickets that are part of an open incident of that category."""
    query = (
        select(IncidentTicket.ticket_id)
        .join(Incident, col(Incident.id) == IncidentTicket.incident_id)
        .where(
            col(IncidentTicket.ticket_id).in_(ticket_ids),
            Incident.category == category,
            Incident.state == IncidentState.OPEN,
        )
    )
    return frozenset(session.exec(query))


def of_ticket(session: Session, ticket_id: int) -> Sequence[Incident]:
    """Those it is part of, the newest first."""
    query = (
        select(Incident)
        .join(IncidentTicket, col(IncidentTicket.incident_id) == Incident.id)
        .where(IncidentTicket.ticket_id == ticket_id)
    )
    return session.exec(query.order_by(col(Incident.id).desc())).all()


def listed(session: Session, *, is_open: bool, limit: int) -> Sequence[tuple[Incident, int]]:
    """Open ones or the others, each with how many tickets it has, the newest first."""
    state = col(Incident.state)
    query = (
        select(Incident, func.count(col(IncidentTicket.ticket_id)))
        .outerjoin(IncidentTicket, col(IncidentTicket.incident_id) == Incident.id)
        .where(state == IncidentState.OPEN if is_open else state != IncidentState.OPEN)
        .group_by(col(Incident.id))
        .order_by(col(Incident.id).desc())
    )
    return session.exec(query.limit(limit)).all()


def begun(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Began in the period and not dismissed."""
    yield col(Incident.opened_at) >= scope.since
    yield col(Incident.opened_at) < scope.until
    yield col(Incident.state) != IncidentState.DISMISSED


def total_of(session: Session, scope: Scope) -> int:
    """How many of those gathered a report of that scope."""
    gathered = _gathered(scope).subquery()
    return session.exec(select(func.count()).select_from(gathered)).one()


def page_of(
    session: Session, scope: Scope, *, below: int | None, limit: int
) -> Sequence[tuple[Incident, int]]:
    """Each with how many of its reports are of that scope, the newest first, from id `below` on."""
    gathered = _gathered(scope).subquery()
    query = select(Incident, gathered.c.reports).join(gathered, gathered.c.id == Incident.id)
    if below is not None:
        query = query.where(Incident.id < below)
    return session.exec(query.order_by(col(Incident.id).desc()).limit(limit)).all()


def _gathered(scope: Scope) -> Select[Any, Any]:
    return (
        select(col(Incident.id).label("id"), func.count().label("reports"))
        .join(IncidentTicket, col(IncidentTicket.incident_id) == Incident.id)
        .join(Ticket, col(Ticket.id) == IncidentTicket.ticket_id)
        .where(*begun(scope), *narrowed(scope))
        .group_by(col(Incident.id))
    )


def tickets_of(session: Session, incident_id: int) -> Sequence[Ticket]:
    """The newest first."""
    query = (
        select(Ticket)
        .join(IncidentTicket, col(IncidentTicket.ticket_id) == Ticket.id)
        .where(IncidentTicket.incident_id == incident_id)
    )
    return session.exec(query.order_by(col(Ticket.created_at).desc(), col(Ticket.id).desc())).all()


def quiet(session: Session, since: datetime, *, limit: int) -> Sequence[Incident]:
    """Open ones to which nothing came after that instant."""
    query = select(Incident).where(
        Incident.state == IncidentState.OPEN, col(Incident.newest_at) <= since
    )
    return session.exec(query.order_by(col(Incident.newest_at)).limit(limit)).all()
