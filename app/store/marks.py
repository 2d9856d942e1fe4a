"""Marks of tickets, and which tickets share them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select

from models import Mark, Ticket
from models.vocabulary import MarkKind, TicketState


def replace(session: Session, ticket: Ticket, marks: Iterable[tuple[MarkKind, str]]) -> None:
    """These and no others are the ticket's marks from now on."""
    session.exec(delete(Mark).where(col(Mark.ticket_id) == ticket.id))
    session.add_all(
        Mark(ticket_id=ticket.id, kind=kind, value=value, at=ticket.created_at)
        for kind, value in sorted(marks)
    )
    session.flush()


def of_tickets(
    session: Session, ids: Collection[int]
) -> Mapping[int, Mapping[MarkKind, frozenset[str]]]:
    """The values of each ticket by kind."""
    found: dict[int, dict[MarkKind, frozenset[str]]] = {each: {} for each in ids}
    query = select(Mark.ticket_id, Mark.kind, Mark.value).where(col(Mark.ticket_id).in_(ids))
    for ticket_id, kind, value in session.exec(query):
        own, word = found[ticket_id], MarkKind(kind)
        own[word] = own.get(word, frozenset()) | {value}
    return found


def sharing(
    session: Session,
    ticket: Ticket,
    kinds: Collection[MarkKind],
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int,
) -> Sequence[int]:
    """Ids of other tickets with a mark of those kinds in common, the nearest in time last."""
    mine, other = aliased(Mark), aliased(Mark)
    query = (
        select(other.ticket_id)
        .join(mine, col(other.value) == col(mine.value))
        .where(
            mine.ticket_id == ticket.id,
            col(mine.kind).in_(kinds),
            col(other.kind).in_(kinds),
            other.ticket_id != ticket.id,
        )
    )
    if since is not None:
        query = query.where(col(other.at) >= since)
    if until is not None:
        query = query.where(col(other.at) <= until)
    newest = func.max(other.at)
    query = query.group_by(col(other.ticket_id)).order_by(
        newest.desc(), col(other.ticket_id).desc()
    )
    return session.exec(query.limit(limit)).all()


def unmarked(session: Session, *, after: int, limit: int) -> Sequence[Ticket]:
    """Tickets beyond the id `after` that nobody is considering and that have no marks."""
    marked = select(Mark.id).where(Mark.ticket_id == Ticket.id).exists()
    query = select(Ticket).where(Ticket.id > after, Ticket.state != TicketState.RECEIVED, ~marked)
    return session.exec(query.order_by(col(Ticket.id)).limit(limit)).all()
