"""A list of people that one report is about."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text


class Line(SQLModel, table=True):
    """One person of an operator's list, as written. `claim` is a Mention, kept: what the line says
    of them. `number` counts from 1 in the order of the list and is the subject's number plus one.
    """

    __table_args__ = (UniqueConstraint("ticket_id", "number"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    number: int
    as_written: str = Field(sa_column=long_text())
    claim: Json = Field(sa_column=json())
    created_at: datetime
