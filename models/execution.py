"""What was tried, and what was read back."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text, word
from models.vocabulary import AttemptOutcome


class Attempt(SQLModel, table=True):
    """One try at one step, whatever came of it."""

    id: int = Field(default=None, sa_column=big_id())
    step_id: int = Field(sa_type=BigInteger, foreign_key="step.id", index=True)
    outcome: AttemptOutcome = Field(sa_column=word(AttemptOutcome))
    detail: str = Field(default="", sa_column=long_text())
    at: datetime


class Verification(SQLModel, table=True):
    """A look at the system after a step. `found` is what it showed of the promised fields."""

    id: int = Field(default=None, sa_column=big_id())
    step_id: int = Field(sa_type=BigInteger, foreign_key="step.id", index=True)
    agrees: bool
    found: Json = Field(sa_column=json())
    at: datetime
