"""What people say a report should not have been needed for."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import Avoidable


class DemandWord(SQLModel, table=True):
    """A colleague's word on one report; the newest counts, none is changed or removed.

    Retention empties the reason together with the messages.

    What follows from the records alone is not stored: see `app/report/demand.py`.
    """

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    label: Avoidable = Field(sa_column=word(Avoidable))
    reason: str = Field(max_length=500)
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
