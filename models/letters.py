"""Letters to colleagues: where they want them, and each that was made."""

from datetime import date, datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import big_id, long_text, word
from models.vocabulary import ReplyState


class StaffMail(SQLModel, table=True):
    """Where a colleague reads mail. Nothing but the question goes there until it is confirmed.

    `weekly_since` is since when they want the weekly letter; None is not.
    """

    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id", primary_key=True)
    address: str = Field(max_length=254)
    asked_at: datetime
    confirmed_at: datetime | None = None
    weekly_since: datetime | None = None


class StaffLetter(SQLModel, table=True):
    """One letter; the rows are its outbox. `mail_id` is its Message-ID, the same at every try.

    `week` is the Monday of the week in which a weekly letter is due, one for each person and week;
    None for the question whether an address is theirs. `html` is "" where there is only text.
    """

    __table_args__ = (UniqueConstraint("staff_id", "week"),)

    id: int = Field(default=None, sa_column=big_id())
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    week: date | None = None
    to: str | None = Field(default=None, max_length=254)
    subject: str = Field(max_length=200)
    body: str = Field(sa_column=long_text())
    html: str = Field(default="", sa_column=long_text())
    mail_id: str = Field(max_length=160, unique=True)
    state: ReplyState = Field(default=ReplyState.QUEUED, sa_column=word(ReplyState))
    attempts: int = 0
    error: str = Field(default="", sa_column=long_text())
    created_at: datetime
    next_try_at: datetime | None = Field(default=None, index=True)
    sent_at: datetime | None = None
