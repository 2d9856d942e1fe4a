"""What people said about categories, and what was learned from it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, index_of_some, json, long_text, word
from models.vocabulary import Category, LabelKind, TrainingOutcome


class LabelEvent(SQLModel, table=True):
    """One person's word on one message's category. Append-only.

    `shown` is what the page showed at that moment: the likeliest categories with their chances,
    empty for a blind label. `classifier` and `probability` are what stood in the reading. A
    WITHDRAWN row takes back the row `withdraws_id` names. `example` is the text of a supervisor's
    example, which has no ticket.
    """

    __table_args__ = (
        Index("ix_labelevent_label", "label"),
        # Words on readings, counted from the index alone.
        Index("ix_labelevent_at", "at", "kind", "label", "said"),
        index_of_some(
            "ix_labelevent_withdraws_id", "withdraws_id", where="withdraws_id IS NOT NULL"
        ),
    )

    id: int = Field(default=None, sa_column=big_id())
    kind: LabelKind = Field(sa_column=word(LabelKind, index=True))
    ticket_id: int | None = Field(
        default=None, sa_type=BigInteger, foreign_key="ticket.id", index=True
    )
    reading_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="reading.id")
    label: Category = Field(sa_column=word(Category))
    said: Category | None = Field(default=None, sa_column=word(Category, null=True))
    probability: float = 0.0
    classifier: str = Field(default="", max_length=80)
    shown: Json = Field(sa_column=json())
    example: str | None = Field(default=None, sa_column=long_text(null=True))
    withdraws_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="labelevent.id")
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime


class Training(SQLModel, table=True):
    """One fitting of a challenger and what the gate said of it, or a return to an earlier one.

    `champion` is who was asked before, `challenger` who was fitted; `by` a user name or `loket`.
    `scores` holds both sides' figures on the frozen texts, `reasons` why it was refused.
    """

    id: int = Field(default=None, sa_column=big_id())
    by: str = Field(max_length=120)
    outcome: TrainingOutcome = Field(
        default=TrainingOutcome.RUNNING, sa_column=word(TrainingOutcome)
    )
    champion: str = Field(default="", max_length=80)
    challenger: str = Field(default="", max_length=80)
    texts: int = 0
    labels: int = 0
    scores: Json = Field(sa_column=json())
    reasons: Json = Field(sa_column=json())
    started_at: datetime = Field(index=True)
    ended_at: datetime | None = None


class AddedCategory(SQLModel, table=True):
    """A category that a supervisor added; its label is read off its code."""

    code: str = Field(primary_key=True, max_length=40)
    definition: str = Field(default="", max_length=500)
    is_active: bool = True
    added_by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    added_at: datetime
