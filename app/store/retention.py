"""What may be removed of settled tickets, and removing it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import Session, col, delete, func, select, update

from app.kit.errors import NotFound
from models import (
    Access,
    Approval,
    Attachment,
    Attempt,
    Audit,
    DemandWord,
    Draft,
    Hold,
    Line,
    Lookup,
    Mark,
    Merge,
    Message,
    Plan,
    Proof,
    Rating,
    Reading,
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
_UNSETTLED = tuple(state for state in TicketState if state not in _SETTLED)
_GONE = {
    MESSAGES: col(Ticket.messages_gone_at),
    ATTACHMENTS: col(Ticket.attachments_gone_at),
    DOSSIERS: col(Ticket.dossiers_gone_at),
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
    """Ids of settled tickets whose part may go, read along the index of those that have it left.

    Settled before then, not held, not handled under one that is open or held. What was touched
    after its part was removed may hold new words: it comes again when those are as old.
    """
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


def done(session: Session, ticket: Ticket, part: str, now: datetime) -> None:
    setattr(ticket, f"{part}_gone_at", now)
    session.add(ticket)


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
    session.exec(update(Rating).where(col(Rating.ticket_id) == ticket_id).values(note=""))
    lines = update(Line).where(col(Line.ticket_id) == ticket_id)
    session.exec(lines.values(as_written=instead, claim={"as_written": instead}))
    session.exec(delete(Draft).where(col(Draft.ticket_id) == ticket_id))
    session.exec(delete(Mark).where(col(Mark.ticket_id) == ticket_id))
    _blank_reasons(session, ticket_id)


def _blank_reasons(session: Session, ticket_id: int) -> None:
    """What colleagues typed beside a decision."""
    mine = select(Plan.id).where(Plan.ticket_id == ticket_id)
    session.exec(update(Approval).where(col(Approval.plan_id).in_(mine)).values(reason=""))
    session.exec(update(Audit).where(col(Audit.plan_id).in_(mine)).values(note=""))
    session.exec(update(Merge).where(col(Merge.ticket_id) == ticket_id).values(reason=""))
    words = update(DemandWord).where(col(DemandWord.ticket_id) == ticket_id)
    session.exec(words.values(reason=""))
    # Held it is not, or nothing of it would go: these are lifted.
    session.exec(update(Hold).where(col(Hold.ticket_id) == ticket_id).values(reason=""))


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
    gone, touched = _GONE[part], col(Ticket.updated_at)
    lead = aliased(Ticket)
    under_another = (
        select(Merge.id)
        .join(lead, col(lead.id) == Merge.into_id)
        .where(Merge.ticket_id == Ticket.id, col(Merge.undone_at).is_(None))
        .where(
            or_(
                col(lead.state).not_in(_SETTLED),
                col(lead.settled_at).is_(None),
                col(lead.settled_at) >= before,
                _held(col(lead.id)),
            )
        )
    )
    return (
        # Said so that no index of the queue is taken for it.
        col(Ticket.state).not_in(_UNSETTLED),
        # These two as the index has them, word for word: else it is not used.
        col(Ticket.settled_at).is_not(None),
        or_(gone.is_(None), gone < touched),
        or_(gone.is_(None), touched < before),
        col(Ticket.settled_at) < before,
        ~_held(col(Ticket.id)),
        ~under_another.correlate(Ticket).exists(),
    )


def _held(ticket_id: Mapped[int]) -> ColumnElement[bool]:
    return (
        select(Hold.id)
        .where(col(Hold.ticket_id) == ticket_id, col(Hold.lifted_at).is_(None))
        .exists()
    )
