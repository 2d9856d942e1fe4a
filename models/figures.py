"""What is kept of the days that are over, so that figures need not look at every report again."""

from datetime import date

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import Rows


class DayColumns(SQLModel, table=True):
    """The reports that count on a WIB day for one kind of figure, column by column.

    Of `size` reports, `numbers` (theirs), `begun` and `at` are 64-bit little-endian integers, or
    empty where the kind has no need of them; instants are microseconds since 1970. `codes` are
    32-bit, one run of all reports per name in `words`, which lists by name what the codes stand
    for. `edition` is that of what is kept and how it is counted.
    """

    day: date = Field(primary_key=True)
    rows: Rows = Field(sa_column=Column(word(Rows).type, primary_key=True))
    edition: int
    size: int
    numbers: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    begun: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    at: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    codes: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    words: Json = Field(sa_column=json())


class DayChange(SQLModel, table=True):
    """Something that counts on that WIB day has changed. The database's own triggers write it."""

    id: int = Field(default=None, sa_column=big_id())
    day: date = Field(index=True)
