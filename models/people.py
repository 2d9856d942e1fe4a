"""How a colleague comes in: one-time links to choose a password."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id, word
from models.vocabulary import Language, StaffRole


class Invitation(SQLModel, table=True):
    """A link that lets one person choose a password, once. Here lies only its code's SHA-256.

    `staff_id` is who forgot theirs; None for someone new, who is made when it is used.
    """

    id: int = Field(default=None, sa_column=big_id())
    code_hash: str = Field(max_length=64, unique=True)
    staff_id: int | None = Field(
        default=None, sa_type=BigInteger, foreign_key="staff.id", index=True
    )
    username: str = Field(max_length=120, index=True)
    name: str = Field(max_length=120)
    role: StaffRole = Field(sa_column=word(StaffRole))
    language: Language = Field(default=Language.ID, sa_column=word(Language))
    made_by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
