"""Incidents: opened and filled by the tickets themselves, ended by quiet or by a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from app.kit.errors import Refusal
from app.linking import bursts
from app.linking.bursts import Cell
from app.linking.connect import cell_mark
from app.linking.marks import Seal
from app.linking.report import Report
from app.store import incidents, marks
from app.store.session import Session
from models import Incident, Staff, Ticket
from models.vocabulary import IncidentKind, IncidentState

# A ticket that comes from an import, or after a long outage, is history and no burst of today.
_NEWS_FOR = timedelta(days=2)


class AlreadyEnded(Refusal):
    """409: a colleague or the quiet was first."""

    key = "incident.already_ended"


def watch(session: Session, ticket: Ticket, report: Report, *, seal: Seal, now: datetime) -> None:
    """Look at the cells of this one ticket: it joins what is open there, or opens it.

    Its marks must be laid down already. Repeating it changes nothing.
    """
    if now - ticket.created_at > _NEWS_FOR:
        return
    for cell in bursts.cells(report):
        latest = incidents.latest_of(session, cell.kind, cell.key, cell.category)
        if latest is not None and latest.state is IncidentState.OPEN:
            _join(session, latest, {ticket.id: ticket.created_at}, now=now)
        elif not _is_resting(latest, now):
            _open_if_burst(session, ticket, cell, latest, seal=seal, now=now)


def end(
    session: Session,
    incident_id: int,
    state: IncidentState,
    *,
    note: str = "",
    by: Staff | None = None,
    now: datetime,
) -> Incident:
    """CLOSED or DISMISSED, `by` None for the quiet. Raises NotFound, AlreadyEnded."""
    incident = incidents.locked(session, incident_id)
    if incident.state is not IncidentState.OPEN:
        raise AlreadyEnded
    incident.state, incident.note, incident.ended_at = state, note, now
    incident.ended_by_id = by.id if by else None
    session.add(incident)
    return incident


def end_if_quiet(session: Session, incident: Incident, *, now: datetime) -> None:
    """CLOSED, unless something came in the very last moment."""
    current = incidents.locked(session, incident.id)
    if current.state is IncidentState.OPEN and now - current.newest_at >= bursts.QUIET:
        end(session, current.id, IncidentState.CLOSED, now=now)


def _open_if_burst(
    session: Session,
    ticket: Ticket,
    cell: Cell,
    latest: Incident | None,
    *,
    seal: Seal,
    now: datetime,
) -> None:
    value, span = cell_mark(cell, seal).value, _span(cell, ticket, latest, now)
    fresh = _fresh(session, cell, value, span)
    expected = _expected_if_burst(session, cell, tuple(fresh), value, span[1])
    if expected is None:
        return
    incident = Incident(
        kind=cell.kind,
        key=cell.key,
        category=cell.category,
        expected=expected,
        opened_at=now,
        newest_at=max(fresh.values()),
    )
    if incidents.open_new(session, incident):
        incidents.attach(session, incident, fresh, now)
    elif other := incidents.latest_of(session, cell.kind, cell.key, cell.category):
        _join(session, other, fresh, now=now)


def _span(
    cell: Cell, ticket: Ticket, latest: Incident | None, now: datetime
) -> tuple[datetime, datetime]:
    """The window that ends now; after an outage the one around the ticket.

    Workers do not read tickets in the order in which they came, so later ones count too. What
    belonged to an incident that is over is no sign of a new one.
    """
    window = bursts.window_of(cell.kind)
    until = min(now, ticket.created_at + window / 2)
    since = until - window
    return (max(since, latest.newest_at) if latest else since), until


def _fresh(
    session: Session, cell: Cell, value: str, span: tuple[datetime, datetime]
) -> Mapping[int, datetime]:
    """Tickets of the cell that no other open incident explains; none where they are too few."""
    found = incidents.came(session, value, span)
    if len(found) < _enough(cell):
        return {}
    explained = incidents.attached_elsewhere(session, found, cell.category)
    return {each: at for each, at in found.items() if each not in explained}


def _enough(cell: Cell) -> int:
    return bursts.SCHOOL_TICKETS if cell.kind is IncidentKind.SCHOOL else bursts.AT_LEAST


def _expected_if_burst(
    session: Session, cell: Cell, fresh: Sequence[int], value: str, at: datetime
) -> float | None:
    """How many tickets the window before `at` usually brings; None where these are no burst."""
    if len(fresh) < _enough(cell):
        return None
    begin = at - bursts.window_of(cell.kind)
    past = incidents.count(session, value, [(begin - bursts.HISTORY, begin)])
    if cell.kind is IncidentKind.SCHOOL:
        people = bursts.distinct(marks.of_tickets(session, fresh).values())
        usual = past * (bursts.SCHOOL_WINDOW / bursts.HISTORY)
        return usual if people >= bursts.SCHOOL_TICKETS else None
    known = bursts.usual(past, incidents.count(session, value, bursts.slots(at)))
    return known.mean if bursts.is_burst(len(fresh), known) else None


def _is_resting(latest: Incident | None, now: datetime) -> bool:
    """A person said that there is nothing here: for a week it is not asked again."""
    if latest is None or latest.state is not IncidentState.DISMISSED or latest.ended_at is None:
        return False
    return now - latest.ended_at < bursts.NOT_AGAIN_FOR


def _join(
    session: Session, incident: Incident, found: Mapping[int, datetime], *, now: datetime
) -> None:
    """The tickets join, unless the incident was ended in this very moment."""
    current = incidents.locked(session, incident.id)
    if current.state is not IncidentState.OPEN:
        return
    current.newest_at = max(current.newest_at, *found.values())
    session.add(current)
    incidents.attach(session, current, found, now)
