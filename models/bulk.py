"""One act done to many tickets, one after the other."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import BulkAction, ItemOutcome


class BulkJob(SQLModel, table=True):
    """A colleague's act on up to 500 tickets. `token` is its form's: sent twice it is one job.

    `params` is what the act needs (a category, a day, a text). `hold_seconds` is how long the act
    can be taken back; `undo_asked_at` is when that was wished for.
    """

    id: int = Field(default=None, sa_column=big_id())
    token: str = Field(max_length=60, unique=True)
    action: BulkAction = Field(sa_column=word(BulkAction))
    params: Json = Field(sa_column=json())
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", index=True)
    hold_seconds: float = 0.0
    created_at: datetime
    ended_at: datetime | None = None
    undo_asked_at: datetime | None = None
    undo_ended_at: datetime | None = None


class BulkItem(SQLModel, table=True):
    """One ticket of a job. `seen` names the proposal its preview showed.

    `reason` is the key of the sentence on why nothing was done, `held_id` the act to take back.
    """

    __table_args__ = (UniqueConstraint("job_id", "ticket_id"),)

    id: int = Field(default=None, sa_column=big_id())
    job_id: int = Field(sa_type=BigInteger, foreign_key="bulkjob.id", index=True)
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    number: int = Field(sa_type=BigInteger)
    seen: str = Field(default="", max_length=400)
    outcome: ItemOutcome = Field(default=ItemOutcome.WAITING, sa_column=word(ItemOutcome))
    reason: str = Field(default="", max_length=80)
    held_id: int | None = Field(
        default=None, sa_type=BigInteger, foreign_key="heldact.id", index=True
    )
    at: datetime | None = None
