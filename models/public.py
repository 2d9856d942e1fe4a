"""What the public thinks of our answers."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import Helped


class Rating(SQLModel, table=True):
    """How far one answer helped, in the requester's word; of each answer one, the newest counts.

    `note` is an optional sentence of theirs and may hold personal data.
    """

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reply_id: int = Field(sa_type=BigInteger, foreign_key="reply.id", unique=True)
    helped: Helped = Field(sa_column=word(Helped))
    note: str = Field(default="", max_length=500)
    at: datetime = Field(index=True)
