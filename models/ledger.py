"""Report numbers that were left out, and why."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import SkipReason


class NumberSkip(SQLModel, table=True):
    """Numbers `first` to `last` are not given by the series; never changed, never removed.

    Reports that were brought in may hold some of them: what is missing follows from the tickets.
    `by` is a staff user name, the account that ran a command, or `loket`.
    """

    id: int = Field(default=None, sa_column=big_id())
    first: int = Field(sa_type=BigInteger)
    last: int = Field(sa_type=BigInteger, index=True)
    why: SkipReason = Field(sa_column=word(SkipReason))
    by: str = Field(max_length=120)
    reason: str = Field(default="", max_length=500)
    at: datetime
