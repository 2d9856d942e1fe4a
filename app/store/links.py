"""Links between a report and an earlier one."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, or_, select

from models import Link, Ticket
from models.vocabulary import LinkState


def of_ticket(session: Session, ticket_id: int, *, limit: int) -> Sequence[tuple[Link, Ticket]]:
    """Each link of either direction with the ticket at its other end; decided ones first."""
    other = or_(
        (col(Link.ticket_id) == ticket_id) & (col(Ticket.id) == Link.earlier_id),
        (col(Link.earlier_id) == ticket_id) & (col(Ticket.id) == Link.ticket_id),
    )
    query = select(Link, Ticket).join(Ticket, other)
    return session.exec(query.order_by(col(Link.state), col(Link.id)).limit(limit)).all()


def touching(session: Session, ticket_id: int) -> Sequence[Link]:
    """Links of either direction."""
    query = select(Link).where(or_(Link.ticket_id == ticket_id, Link.earlier_id == ticket_id))
    return session.exec(query).all()


def with_at_least(session: Session, count: int, ids: Collection[int]) -> frozenset[int]:
    """Those of the tickets that have so many earlier reports already, whatever was said of them."""
    whose = col(Link.ticket_id)
    query = select(Link.ticket_id).where(whose.in_(ids)).group_by(whose)
    return frozenset(session.exec(query.having(func.count() >= count)))


def between(session: Session, ticket_id: int, earlier_id: int) -> Link | None:
    query = select(Link).where(Link.ticket_id == ticket_id, Link.earlier_id == earlier_id)
    return session.exec(query).first()


def confirmed_of(session: Session, ticket_id: int) -> Sequence[Link]:
    """The latest confirmed first."""
    query = select(Link).where(Link.ticket_id == ticket_id, Link.state == LinkState.CONFIRMED)
    return session.exec(query.order_by(col(Link.decided_at).desc())).all()


def suggest(session: Session, link: Link) -> None:
    """Kept, unless another worker was first with the same pair."""
    try:
        with session.begin_nested():
            session.add(link)
    except IntegrityError:
        return


def drop(session: Session, ids: Collection[int]) -> None:
    """Suggestions that nothing speaks for any more; what a person decided stays."""
    session.exec(delete(Link).where(col(Link.id).in_(ids), col(Link.state) == LinkState.SUGGESTED))


def decide(
    session: Session, link: Link, state: LinkState, *, by_id: int | None, now: datetime
) -> None:
    link.state, link.decided_by_id, link.decided_at = state, by_id, now
    session.add(link)
