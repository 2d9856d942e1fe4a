"""Who did what: rows that are chained, so that a change of one shows."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import TrailAction


class Trail(SQLModel, table=True):
    """One act. Written in the transaction of the act, chained by the sweep within a minute.

    `seq` is gap-free from 1, `hash` is SHA-256 over the row and `previous`; all three are None
    until then. `actor` is a user name, `loket`, or `token:NAME`; `role` theirs at that time, ""
    without one. `ticket_number` or `subject` says what it was done to. No personal data of the
    public in any column.
    """

    __table_args__ = (
        Index("ix_trail_at", "at"),
        Index("ix_trail_actor", "actor", "at"),
        Index("ix_trail_action", "action", "at"),
        Index("ix_trail_ticket_number", "ticket_number", "at"),
    )

    id: int = Field(default=None, sa_column=big_id())
    seq: int | None = Field(default=None, sa_column=Column(BigInteger, unique=True))
    at: datetime
    actor: str = Field(max_length=120)
    role: str = Field(default="", max_length=20)
    action: TrailAction = Field(sa_column=word(TrailAction))
    ticket_number: int | None = Field(default=None, sa_type=BigInteger)
    subject: str = Field(default="", max_length=160)
    reason: str = Field(default="", max_length=500)
    detail: Json = Field(sa_column=json())
    previous: str | None = Field(default=None, max_length=64)
    hash: str | None = Field(default=None, max_length=64)


class TrailAnchor(SQLModel, table=True):
    """The head of the chain at the end of a WIB day, signed with our own secret.

    Today's is moved with each row that is chained. `is_cut`: everything up to it was removed.
    """

    day: date = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger)
    hash: str = Field(max_length=64)
    is_cut: bool = False
    signature: str = Field(max_length=64)


class TrailCheck(SQLModel, table=True):
    """One walk along the chain, asked for by `by` (a user name, or `loket` each night).

    It went over the rows above `since` up to `through`; `since` 0 is the whole chain as it is kept.
    `hash` is the head it came to, `signature` ours over both: the next walk begins there.
    `findings` are [fault, first row, last row]. `is_whole` is None until `ended_at`, and stays so
    where the walk came to nothing.
    """

    id: int = Field(default=None, sa_column=big_id())
    by: str = Field(max_length=120)
    is_full: bool = False
    asked_at: datetime
    ended_at: datetime | None = None
    since: int = Field(default=0, sa_type=BigInteger)
    through: int = Field(default=0, sa_type=BigInteger)
    hash: str = Field(default="", max_length=64)
    signature: str = Field(default="", max_length=64)
    findings: Json = Field(sa_column=json())
    is_whole: bool | None = None
