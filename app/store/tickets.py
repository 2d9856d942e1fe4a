"""Tickets, their messages and attachments."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, or_, select

from app.kit.errors import NotFound
from models import Attachment, Message, Ticket
from models.vocabulary import Author, Category, Channel, TicketState


def by_id(session: Session, ticket_id: int) -> Ticket:
    """Raises NotFound."""
    return _found(session.get(Ticket, ticket_id))


def locked(session: Session, ticket_id: int) -> Ticket:
    """The ticket as it is now, kept from other writers until this transaction ends; NotFound."""
    query = select(Ticket).where(Ticket.id == ticket_id).with_for_update()
    return _found(session.exec(query.execution_options(populate_existing=True)).first())


def by_number(session: Session, number: int) -> Ticket:
    """Raises NotFound."""
    return _found(with_number(session, number))


def with_number(session: Session, number: int) -> Ticket | None:
    return session.exec(select(Ticket).where(Ticket.number == number)).first()


def by_submission(session: Session, submission: str) -> Ticket | None:
    """The ticket an idempotency token already made."""
    return session.exec(select(Ticket).where(Ticket.submission == submission)).first()


def by_external_id(session: Session, external_id: str) -> Ticket | None:
    return session.exec(select(Ticket).where(Ticket.external_id == external_id)).first()


def has_number(session: Session, number: int) -> bool:
    return session.exec(select(Ticket.id).where(Ticket.number == number)).first() is not None


def add(session: Session, ticket: Ticket) -> Ticket:
    """The ticket with its id."""
    session.add(ticket)
    session.flush()
    return ticket


def newest_read(session: Session, *, limit: int) -> Sequence[Ticket]:
    """The newest tickets that were read, the newest first."""
    query = select(Ticket).where(col(Ticket.category).is_not(None))
    return session.exec(query.order_by(col(Ticket.id).desc()).limit(limit)).all()


def messages_of(
    session: Session, ticket_id: int, *, by_requester: bool = False
) -> Sequence[Message]:
    """Oldest first."""
    query = select(Message).where(Message.ticket_id == ticket_id)
    if by_requester:
        query = query.where(Message.author == Author.REQUESTER)
    return session.exec(query.order_by(col(Message.created_at), col(Message.id))).all()


def newest_message(
    session: Session, ticket_id: int, *, besides: int | None = None
) -> Message | None:
    """The last that was written, of others than the colleague `besides`."""
    query = select(Message).where(Message.ticket_id == ticket_id)
    if besides is not None:
        query = query.where(or_(col(Message.staff_id).is_(None), Message.staff_id != besides))
    return session.exec(query.order_by(col(Message.id).desc()).limit(1)).first()


def message_by_external_id(session: Session, external_id: str) -> Message | None:
    return session.exec(select(Message).where(Message.external_id == external_id)).first()


def came_by(session: Session, channel: Channel, external_id: str) -> Message | None:
    """The message of that name from that channel."""
    query = select(Message).where(Message.channel == channel, Message.external_id == external_id)
    return session.exec(query).first()


def attachments_of(session: Session, ticket_id: int) -> Sequence[Attachment]:
    query = select(Attachment).where(Attachment.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Attachment.id))).all()


def attachment(session: Session, attachment_id: int) -> Attachment:
    """Raises NotFound."""
    found = session.get(Attachment, attachment_id)
    if found is None:
        raise NotFound
    return found


def attachment_kinds(session: Session, ticket_id: int) -> tuple[str, ...]:
    """What evidence lies with the ticket, each kind once."""
    query = select(Attachment.kind).where(Attachment.ticket_id == ticket_id).distinct()
    return tuple(sorted(session.exec(query).all()))


def earlier_of_mail(session: Session, ticket: Ticket, *, limit: int) -> Sequence[int]:
    """Ids of tickets that came before from the same mail address, newest first."""
    if ticket.requester_email is None:
        return ()
    query = select(Ticket.id).where(
        Ticket.requester_email == ticket.requester_email,
        Ticket.id != ticket.id,
        Ticket.created_at <= ticket.created_at,
    )
    return session.exec(query.order_by(col(Ticket.created_at).desc()).limit(limit)).all()


def solved(session: Session, category: Category, *, limit: int) -> Sequence[Ticket]:
    """Those of that category that were settled, the latest first."""
    query = select(Ticket).where(Ticket.category == category, col(Ticket.settled_at).is_not(None))
    return session.exec(query.order_by(col(Ticket.settled_at).desc()).limit(limit)).all()


def due(session: Session, now: datetime, *, limit: int) -> Sequence[Ticket]:
    """Tickets whose day has come: a delayed look-up, a promise, a proposal grown old.

    Locked; what another sweep holds at this moment is left to it.
    """
    query = select(Ticket).where(
        col(Ticket.state).in_(
            [TicketState.RECEIVED, TicketState.WAITING, TicketState.PLANNED, TicketState.MANUAL]
        ),
        col(Ticket.due_at).is_not(None),
        col(Ticket.due_at) <= now,
    )
    query = query.order_by(col(Ticket.due_at)).limit(limit)
    return session.exec(query.with_for_update(skip_locked=True)).all()


def after_id(session: Session, last: int, *, limit: int) -> Sequence[Ticket]:
    """In the order of their ids."""
    query = select(Ticket).where(col(Ticket.id) > last).order_by(col(Ticket.id))
    return session.exec(query.limit(limit)).all()


def any_in(session: Session, states: Collection[TicketState]) -> bool:
    """Whether any ticket stands in one of those states."""
    query = select(Ticket.id).where(col(Ticket.state).in_(states)).limit(1)
    return session.exec(query).first() is not None


def oldest_in(session: Session, state: TicketState, *, limit: int) -> Sequence[Ticket]:
    query = select(Ticket).where(Ticket.state == state).order_by(col(Ticket.created_at))
    return session.exec(query.limit(limit)).all()


def after(session: Session, number: int, *, limit: int) -> Sequence[Ticket]:
    """Tickets above `number`, in order."""
    query = select(Ticket).where(Ticket.number > number).order_by(col(Ticket.number))
    return session.exec(query.limit(limit)).all()


def _found(ticket: Ticket | None) -> Ticket:
    if ticket is None:
        raise NotFound
    return ticket
