"""Acts of colleagues that can still be taken back."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import ActKind


class HeldAct(SQLModel, table=True):
    """One colleague's act on one ticket; nothing of it goes out before `until`.

    `content` is what the act changed, before and after, the rows it made and what was typed for it.
    `last_event_id` is the ticket's newest event after it. `begun_at` is when a duty went on after
    its time, `undone_at` when the act was taken back; never both.
    A day after `until` the row is gone (`app/work/forget.py`).
    """

    __table_args__ = (Index("ix_heldact_staff_id_until", "staff_id", "until"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    kind: ActKind = Field(sa_column=word(ActKind))
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    content: Json = Field(sa_column=json())
    last_event_id: int = Field(default=0, sa_type=BigInteger)
    at: datetime
    until: datetime = Field(index=True)
    begun_at: datetime | None = None
    undone_at: datetime | None = None
