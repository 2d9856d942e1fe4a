"""The append-only history of a ticket."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json


class Event(SQLModel, table=True):
    """Something happened. `actor` is a staff user name, `pelapor`, or `loket`.

    `kind` names a sentence in `app/web/labels.py`; `detail` fills its gaps, no personal data.
    """

    __table_args__ = (
        Index("ix_event_kind_at", "kind", "at"),
        Index("ix_event_actor_at", "actor", "at"),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    kind: str = Field(max_length=40)
    actor: str = Field(max_length=120)
    detail: Json = Field(sa_column=json())
    at: datetime = Field(index=True)
