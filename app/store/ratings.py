"""What requesters say of our answers."""

from sqlmodel import Session, select

from models import Rating


def of_reply(session: Session, reply_id: int) -> Rating | None:
    """The one of that answer."""
    return session.exec(select(Rating).where(Rating.reply_id == reply_id)).first()
