"""Vouches: asked, given, refused, objected to."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, exists, func, or_, select

from app.kit.errors import NotFound
from models import Event, Ticket, Vouch
from models.vocabulary import TicketState, VouchState

RIPE = "vouch_ripe"
_GIVEN = (VouchState.GIVEN, VouchState.OBJECTED, VouchState.SPENT)
_SETTLED = (TicketState.CLOSED, TicketState.ANSWERED)


def by_id(session: Session, vouch_id: int) -> Vouch:
    """As it is now. Raises NotFound."""
    found = session.get(Vouch, vouch_id, populate_existing=True)
    if found is None:
        raise NotFound
    return found


def add(session: Session, vouch: Vouch) -> Vouch:
    """The vouch with its id."""
    session.add(vouch)
    session.flush()
    return vouch


def of_ticket(session: Session, ticket_id: int) -> Sequence[Vouch]:
    """Oldest first."""
    query = select(Vouch).where(Vouch.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Vouch.id))).all()


def latest(session: Session, ticket_id: int, person_id: str) -> Vouch | None:
    """The newest of that ticket for that person."""
    query = select(Vouch).where(Vouch.ticket_id == ticket_id, Vouch.person_id == person_id)
    return session.exec(query.order_by(col(Vouch.id).desc()).limit(1)).first()


def count_given(session: Session, operator_mail: str, *, since: datetime) -> int:
    """How often that operator said yes since then, whatever came of it."""
    query = select(func.count()).select_from(Vouch)
    return session.exec(
        query.where(
            Vouch.operator_mail == operator_mail,
            col(Vouch.state).in_(_GIVEN),
            col(Vouch.decided_at) >= since,
        )
    ).one()


def lock_all_of(session: Session, operator_mail: str) -> None:
    """Two yeses of one operator in the same moment are counted one after the other."""
    query = select(Vouch.id).where(Vouch.operator_mail == operator_mail)
    session.exec(query.order_by(col(Vouch.id)).with_for_update()).all()


def ripe(session: Session, now: datetime, *, limit: int) -> Sequence[Vouch]:
    """Those whose waiting period has ended and whose ticket has not been woken for it."""
    woken = exists().where(
        col(Event.ticket_id) == col(Vouch.ticket_id),
        col(Event.kind) == RIPE,
        col(Event.at) >= col(Vouch.ripe_at),
    )
    query = select(Vouch).where(
        Vouch.state == VouchState.GIVEN,
        col(Vouch.ripe_at) <= now,
        col(Vouch.ticket_id) == col(Ticket.id),
        col(Ticket.state).not_in(_SETTLED),
        ~woken,
    )
    return session.exec(query.order_by(col(Vouch.ripe_at)).limit(limit)).all()


def recent(session: Session, *, since: datetime, limit: int) -> Sequence[tuple[Vouch, int]]:
    """Asked or decided since then, newest first, each with its nomor laporan."""
    # Outer, so that SQLite cannot begin with all tickets where there are no vouches.
    query = (
        select(Vouch, Ticket.number)
        .outerjoin(Ticket, col(Ticket.id) == Vouch.ticket_id)
        .where(or_(col(Vouch.asked_at) >= since, col(Vouch.decided_at) >= since))
    )
    return session.exec(query.order_by(col(Vouch.id).desc()).limit(limit)).all()
