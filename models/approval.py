"""Who said yes or no to a plan, when and why."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import big_id, long_text


class Approval(SQLModel, table=True):
    """One person's word on one plan; the same person never counts twice."""

    __table_args__ = (UniqueConstraint("plan_id", "staff_id"),)

    id: int = Field(default=None, sa_column=big_id())
    plan_id: int = Field(sa_type=BigInteger, foreign_key="plan.id", index=True)
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    yes: bool
    reason: str = Field(default="", sa_column=long_text())
    at: datetime
