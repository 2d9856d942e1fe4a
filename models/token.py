"""What machines prove themselves with."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json


class ApiToken(SQLModel, table=True):
    """A bearer token of the machine interface. Here lies only its SHA-256; it is shown once.

    `scopes` are TokenScope values. `expires_at` None: until it is revoked.
    """

    id: int = Field(default=None, sa_column=big_id())
    name: str = Field(max_length=80)
    token_hash: str = Field(max_length=64, unique=True)
    scopes: Json = Field(sa_column=json())
    made_by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    made_at: datetime
    expires_at: datetime | None = None
    last_used_on: date | None = None
    revoked_at: datetime | None = None
