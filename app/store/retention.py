"""What may be removed of settled tickets, and removing it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, func, select, update

from app.kit.errors import NotFound
from app.store import search
from models import (
    Access,
    Attachment,
    Attempt,
    Draft,
    Hold,
    Line,
    Lookup,
    Mark,
    Message,
    Plan,
    Proof,
    Reading,
    Redaction,
    Reply,
    Retention,
    Step,
    Ticket,
    Trail,
    Verification,
    Vouch,
)
from models.vocabulary import EditionState, TicketState

MESSAGES, ATTACHMENTS, DOSSIERS = "messages", "attachments", "dossiers"
_SETTLED = (TicketState.ANSWERED, TicketState.CLOSED)
_DONE = {
    MESSAGES: col(Redaction.messages_at),
    ATTACHMENTS: col(Redaction.attachments_at),
    DOSSIERS: col(Redaction.dossiers_at),
}


def in_force(session: Session) -> Retention | None:
    query = select(Retention).where(Retention.state == EditionState.ADOPTED)
    return session.exec(query.order_by(col(Retention.decided_at).desc()).limit(1)).first()


def listed(session: Session, *, limit: int) -> Sequence[Retention]:
    """The newest first."""
    return session.exec(select(Retention).order_by(col(Retention.id).desc()).limit(limit)).all()


def locked(session: Session, retention_id: int) -> Retention:
    """Raises NotFound."""
    query = select(Retention).where(Retention.id == retention_id).with_for_update()
    found = session.exec(query).first()
    if found is None:
        raise NotFound
    return found


def add(session: Session, row: Retention | Hold) -> None:
    session.add(row)
    session.flush()


def holds(session: Session) -> Sequence[tuple[Hold, int]]:
    """Those in force with the number of their report, the newest first."""
    query = select(Hold, Ticket.number).where(
        Hold.ticket_id == Ticket.id, col(Hold.lifted_at).is_(None)
    )
    return session.exec(query.order_by(col(Hold.id).desc())).all()


def hold_of(session: Session, ticket_id: int) -> Hold | None:
    query = select(Hold).where(Hold.ticket_id == ticket_id, col(Hold.lifted_at).is_(None))
    return session.exec(query).first()


def ripe(session: Session, part: str, before: datetime, *, limit: int) -> Sequence[int]:
    """Ids of settled tickets whose part may go: settled before then, not held, not done yet."""
    query = select(Ticket.id).where(*_may_go(part, before)).order_by(col(Ticket.settled_at))
    return session.exec(query.limit(limit)).all()


def count(session: Session, part: str, before: datetime, *, at_most: int) -> int:
    """How many are ripe; never counts beyond `at_most`."""
    some = select(Ticket.id).where(*_may_go(part, before)).limit(at_most).subquery()
    return session.exec(select(func.count()).select_from(some)).one()


def count_trail(session: Session, before: datetime, *, at_most: int) -> int:
    some = select(Trail.id).where(col(Trail.at) < before).limit(at_most).subquery()
    return session.exec(select(func.count()).select_from(some)).one()


def may_go(session: Session, ticket: Ticket, part: str, before: datetime) -> bool:
    """Asked again of a locked ticket."""
    query = select(Ticket.id).where(Ticket.id == ticket.id, *_may_go(part, before))
    return session.exec(query).first() is not None


def done(session: Session, ticket_id: int, part: str, now: datetime) -> None:
    row = session.get(Redaction, ticket_id) or Redaction(ticket_id=ticket_id)
    setattr(row, f"{part}_at", now)
    session.add(row)


def files_of(session: Session, ticket_id: int) -> Sequence[Attachment]:
    return session.exec(select(Attachment).where(Attachment.ticket_id == ticket_id)).all()


def forget_files(session: Session, ticket_id: int) -> None:
    session.exec(delete(Attachment).where(col(Attachment.ticket_id) == ticket_id))


def blank_messages(session: Session, ticket_id: int, instead: str) -> None:
    """Words of people are gone; who answered when stays."""
    messages = update(Message).where(col(Message.ticket_id) == ticket_id)
    session.exec(messages.values(body=instead, author_name=""))
    replies = update(Reply).where(col(Reply.ticket_id) == ticket_id)
    session.exec(replies.values(body=instead, subject="", to=None, error=""))
    lines = update(Line).where(col(Line.ticket_id) == ticket_id)
    session.exec(lines.values(as_written=instead, claim={"as_written": instead}))
    session.exec(delete(Draft).where(col(Draft.ticket_id) == ticket_id))
    session.exec(delete(Mark).where(col(Mark.ticket_id) == ticket_id))
    search.put(session, ticket_id, "")


def readings_of(session: Session, ticket_id: int) -> Sequence[Reading]:
    return session.exec(select(Reading).where(Reading.ticket_id == ticket_id)).all()


def lookups_of(session: Session, ticket_id: int) -> Sequence[Lookup]:
    return session.exec(select(Lookup).where(Lookup.ticket_id == ticket_id)).all()


def plans_of(session: Session, ticket_id: int) -> Sequence[Plan]:
    return session.exec(select(Plan).where(Plan.ticket_id == ticket_id)).all()


def blank_steps(session: Session, ticket_id: int, instead: str) -> None:
    """What was looked up, changed and read back is gone; that it was done, and when, stays."""
    mine = (
        select(Step.id).join(Plan, col(Plan.id) == Step.plan_id).where(Plan.ticket_id == ticket_id)
    )
    session.exec(update(Attempt).where(col(Attempt.step_id).in_(mine)).values(detail=""))
    session.exec(update(Verification).where(col(Verification.step_id).in_(mine)).values(found={}))
    session.exec(
        update(Step).where(col(Step.id).in_(mine)).values(target=instead, before={}, after={})
    )
    session.exec(update(Access).where(col(Access.ticket_id) == ticket_id).values(asked=instead))
    proofs = update(Proof).where(col(Proof.ticket_id) == ticket_id)
    session.exec(proofs.values(person_id="", account_address="", sent_to=""))
    vouches = update(Vouch).where(col(Vouch.ticket_id) == ticket_id)
    session.exec(
        vouches.values(person_id="", account_address="", operator_mail="", operator_name="")
    )


def _may_go(part: str, before: datetime) -> Sequence[ColumnElement[bool]]:
    held = select(Hold.id).where(Hold.ticket_id == Ticket.id, col(Hold.lifted_at).is_(None))
    is_done = select(Redaction.ticket_id).where(
        Redaction.ticket_id == Ticket.id, _DONE[part].is_not(None)
    )
    return (
        col(Ticket.state).in_(_SETTLED),
        col(Ticket.settled_at).is_not(None),
        col(Ticket.settled_at) < before,
        ~held.correlate(Ticket).exists(),
        ~is_done.correlate(Ticket).exists(),
    )
