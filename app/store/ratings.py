"""What requesters say of our answers."""

from collections.abc import Mapping

from sqlmodel import Session, select

from models import Rating


def of_reply(session: Session, reply_id: int) -> Rating | None:
    """The one of that answer."""
    return session.exec(select(Rating).where(Rating.reply_id == reply_id)).first()


def of_ticket(session: Session, ticket_id: int) -> Mapping[int, Rating]:
    """By the answer's id."""
    found = session.exec(select(Rating).where(Rating.ticket_id == ticket_id)).all()
    return {each.reply_id: each for each in found}
