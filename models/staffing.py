"""When colleagues work, and how tickets are given out among them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import AssignMode, AssignWay


class Shift(SQLModel, table=True):
    """Hours of one weekday (0 is Monday), in minutes from midnight of `zone` (WIB, WITA, WIT).

    `closes` up to `opens` is of the day after.
    """

    id: int = Field(default=None, sa_column=big_id())
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", index=True)
    weekday: int
    opens: int
    closes: int
    zone: str = Field(default="WIB", max_length=4)


class Absence(SQLModel, table=True):
    """Days, both included, on which a colleague does not work whatever their shifts say."""

    id: int = Field(default=None, sa_column=big_id())
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", index=True)
    first_day: date
    last_day: date
    made_by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    made_at: datetime


class Assigning(SQLModel, table=True):
    """How tickets are given out. Append-only: the newest row holds, and without any, by hand.

    `cap` is the open tickets a colleague may hold at most. `skills` are category codes by staff
    id; who has none takes every category.
    """

    id: int = Field(default=None, sa_column=big_id())
    mode: AssignMode = Field(sa_column=word(AssignMode))
    cap: int
    skills: Json = Field(sa_column=json())
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime


class Distribution(SQLModel, table=True):
    """A ticket was given to somebody, or back to all (`staff_id` None). Append-only."""

    __table_args__ = (Index("ix_distribution_staff_id", "staff_id", "at", "way"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    staff_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    way: AssignWay = Field(sa_column=word(AssignWay))
    by: str = Field(max_length=120)
    at: datetime
