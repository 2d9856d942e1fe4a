"""One asking of both systems, and the record of who asked and why."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text, word
from models.vocabulary import System


class Lookup(SQLModel, table=True):
    """A Dossier, kept. `content` is the whole of it in JSON, `version` its shape."""

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reading_id: int = Field(sa_type=BigInteger, foreign_key="reading.id", index=True)
    subject_no: int = 0
    version: int = 1
    content: Json = Field(sa_column=json())
    created_at: datetime


class Access(SQLModel, table=True):
    """One look at personal records: who, why, for which ticket, what was asked. Append-only.

    `actor` is a staff user name or `loket` for the worker; `asked` names the question with its
    identifiers masked.
    """

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int | None = Field(
        default=None, sa_type=BigInteger, foreign_key="ticket.id", index=True
    )
    actor: str = Field(max_length=120, index=True)
    reason: str = Field(max_length=200)
    system: System = Field(sa_column=word(System))
    asked: str = Field(sa_column=long_text())
    found: int = 0
    at: datetime = Field(index=True)
