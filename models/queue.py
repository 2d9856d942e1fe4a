"""How colleagues look at the queue."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from models.base import big_id


class SavedView(SQLModel, table=True):
    """An address of the queue that a colleague keeps under a name.

    `question` is what stands behind the question mark. A view of one colleague, or of the whole
    team where `is_shared`; `position` orders the views of the same owner and the shared ones.
    """

    id: int = Field(default=None, sa_column=big_id())
    owner_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", index=True)
    name: str = Field(max_length=80)
    question: str = Field(max_length=1000)
    is_shared: bool = Field(default=False, index=True)
    position: int = 0
    created_at: datetime
