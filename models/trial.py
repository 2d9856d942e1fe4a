"""What came of visits for which a likely answer was ready: shown to most, withheld from a few."""

from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, Index, String
from sqlmodel import Field, SQLModel

from models.base import BigId, big_id, word
from models.vocabulary import Category


class Trial(SQLModel, table=True):
    """One visit of the report form. Nothing typed and nobody's name is kept.

    `visit` is a keyed hash of a random mark. `category` is that of the first reading for which
    there was something to say, None where the words did not tell; later readings may follow from
    what was shown, and are not kept. `day` is in WIB. `sent_at` is None where no report followed
    within a day.
    """

    __table_args__ = (
        # All that is counted of a period stands in it.
        Index("ix_trial_counted", "day", "category", "is_held_out", "sent_at"),
    )

    id: int = Field(default=None, sa_column=big_id())
    visit: str = Field(max_length=64, unique=True)
    is_held_out: bool
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    day: date
    begun_at: datetime
    sent_at: datetime | None = None


class TrialArticle(SQLModel, table=True):
    """A help article that was shown in a visit, and when it was first opened from then on."""

    trial_id: int = Field(
        sa_column=Column(BigId, ForeignKey("trial.id"), primary_key=True, nullable=False)
    )
    slug: str = Field(sa_column=Column(String(80), primary_key=True, nullable=False))
    opened_at: datetime | None = None
