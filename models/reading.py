"""What was understood of a ticket's messages, and by which classifier."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, index_of_some, json, word
from models.vocabulary import Category, Decision


class Reading(SQLModel, table=True):
    """An Understanding, kept. `content` is the whole of it in JSON, `version` its shape.

    `category` is None when no classifier was there: the ticket is unread and goes to a person.
    `corrected_by_id` is set on a row an agent wrote by choosing another category. `revision` is
    the ticket's at the time: a repeated run finds what it had read before.
    """

    __table_args__ = (
        # What classifiers gave, counted from the index alone; SQLite looks for each column in it
        # that the question names.
        index_of_some(
            "ix_reading_read",
            "created_at",
            "category",
            "probability",
            "corrected_by_id",
            where="corrected_by_id IS NULL",
        ),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    revision: int = 1
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    probability: float = 0.0
    decision: Decision = Field(sa_column=word(Decision))
    classifier: str = Field(default="", max_length=80)
    version: int = 1
    content: Json = Field(sa_column=json())
    corrected_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    created_at: datetime
