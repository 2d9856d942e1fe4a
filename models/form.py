"""What the public form asks for, as it was and is."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json


class FormVersion(SQLModel, table=True):
    """One version of the public form; `content` is an AskedForm, kept. Append-only: the newest
    holds, and without any the form as it was delivered."""

    id: int = Field(default=None, sa_column=big_id())
    content: Json = Field(sa_column=json())
    note: str = Field(max_length=500)
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
