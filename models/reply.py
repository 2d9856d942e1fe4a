"""Answers to the public; the rows are the outbox."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import big_id, long_text, word
from models.vocabulary import ReplyState


class Reply(SQLModel, table=True):
    """One answer. `mail_id` is its fixed Message-ID, so a repeat is recognisable.

    `to` is None when the requester gave no mail: then the answer stands on the tracking page only.
    `reading_id` is set on the composed answer of one reading, of which there is one; `is_notice`
    marks a notice to the owner of a changed account, which the tracking page does not show.
    """

    __table_args__ = (
        # With what tells an answer that was sent, so that such are counted from the index alone.
        Index("ix_reply_ticket_id", "ticket_id", "state", "is_notice"),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    reading_id: int | None = Field(
        default=None, sa_type=BigInteger, foreign_key="reading.id", unique=True
    )
    is_notice: bool = False
    staff_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    to: str | None = Field(default=None, max_length=254)
    subject: str = Field(max_length=200)
    body: str = Field(sa_column=long_text())
    mail_id: str = Field(max_length=160, unique=True)
    state: ReplyState = Field(default=ReplyState.QUEUED, sa_column=word(ReplyState, index=True))
    attempts: int = 0
    error: str = Field(default="", sa_column=long_text())
    created_at: datetime
    next_try_at: datetime | None = Field(default=None, index=True)
    sent_at: datetime | None = None
