"""Who works here, and their open sessions."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import Language, StaffRole


class Staff(SQLModel, table=True):
    """A colleague. `username` is what they sign in with; argon2id hash, never the password."""

    id: int = Field(default=None, sa_column=big_id())
    username: str = Field(max_length=120, unique=True)
    name: str = Field(max_length=120)
    role: StaffRole = Field(sa_column=word(StaffRole))
    language: Language = Field(default=Language.ID, sa_column=word(Language))
    password_hash: str = Field(max_length=200)
    is_active: bool = True
    created_at: datetime


class SignIn(SQLModel, table=True):
    """An open session. The cookie holds a random token; here lies only its SHA-256."""

    token_hash: str = Field(primary_key=True, max_length=64)
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", index=True)
    csrf: str = Field(max_length=64)
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class CountedTry(SQLModel, table=True):
    """One counted try at something guessable (sign-in, tracking key), for rate limits."""

    id: int = Field(default=None, sa_column=big_id())
    bucket: str = Field(max_length=120, index=True)
    at: datetime


class Slot(SQLModel, table=True):
    """A worker process: its fixed name and its last sign of life."""

    name: str = Field(primary_key=True, max_length=60)
    seen_at: datetime
