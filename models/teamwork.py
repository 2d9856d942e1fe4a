"""What colleagues share while they work on a ticket: drafts, mentions, canned answers, merges."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import BigId, Json, big_id, json, long_text, word
from models.vocabulary import Category, DraftKind, Language


class Draft(SQLModel, table=True):
    """What a colleague has typed and not yet sent; one of each kind per ticket and colleague.

    `seen_event` is the newest Event they had seen when they began, 0 for none.
    """

    __table_args__ = (UniqueConstraint("ticket_id", "staff_id", "kind"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    kind: DraftKind = Field(sa_column=word(DraftKind))
    body: str = Field(sa_column=long_text())
    seen_event: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    updated_at: datetime


class Mention(SQLModel, table=True):
    """A colleague named in an internal note. `seen_at` is None until they opened their list."""

    __table_args__ = (
        UniqueConstraint("message_id", "staff_id"),
        Index("ix_mention_staff_id_seen_at", "staff_id", "seen_at"),
    )

    id: int = Field(default=None, sa_column=big_id())
    message_id: int = Field(sa_type=BigInteger, foreign_key="message.id")
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
    seen_at: datetime | None = None


class CannedAnswer(SQLModel, table=True):
    """One version of a prepared answer; the highest of a series is the present one.

    Rows are only ever added. `category` None is for all; a version that `is_retired` ends it.
    """

    __table_args__ = (UniqueConstraint("series", "version"),)

    id: int = Field(default=None, sa_column=big_id())
    series: int = Field(sa_type=BigInteger, index=True)
    version: int
    title: str = Field(max_length=120)
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    language: Language = Field(sa_column=word(Language))
    body: str = Field(sa_column=long_text())
    is_retired: bool = False
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime


class Presence(SQLModel, table=True):
    """A colleague has the ticket open. Nothing is locked by it; it counts for a minute."""

    ticket_id: int = Field(
        sa_column=Column(BigId, primary_key=True, autoincrement=False, nullable=False)
    )
    staff_id: int = Field(
        sa_column=Column(BigId, primary_key=True, autoincrement=False, nullable=False)
    )
    seen_at: datetime = Field(index=True)
    is_writing: bool = False


class Merge(SQLModel, table=True):
    """A report is handled under another until that is undone; both keep their numbers.

    `before` is how it stood, so that undoing restores it exactly. `is_other_person` says that the
    two were not known to be of one person, and that a colleague confirmed it all the same.
    """

    __table_args__ = (
        Index(
            "uq_merge_in_force",
            "ticket_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    into_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reason: str = Field(default="", max_length=500)
    is_other_person: bool = False
    before: Json = Field(sa_column=json())
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
    undone_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    undone_at: datetime | None = None


class Split(SQLModel, table=True):
    """A part of a report became one of its own."""

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    new_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", unique=True)
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime
