"""How long things are kept, and what must not be removed."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, long_text, word
from models.vocabulary import EditionState


class Retention(SQLModel, table=True):
    """For how many days after a ticket was settled its parts are kept; None is for good.

    `trail_days` counts from the day of the audit trail's rows. One person proposes, another
    adopts; the newest adopted row holds, and without any all is kept.
    """

    id: int = Field(default=None, sa_column=big_id())
    messages_days: int | None = None
    attachments_days: int | None = None
    dossiers_days: int | None = None
    trail_days: int | None = None
    note: str = Field(max_length=500)
    state: EditionState = Field(default=EditionState.DRAFT, sa_column=word(EditionState))
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
    decided_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    decided_at: datetime | None = None


class Hold(SQLModel, table=True):
    """Nothing of that ticket is removed until the hold is lifted."""

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reason: str = Field(sa_column=long_text())
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
    lifted_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    lifted_at: datetime | None = None
