"""What the public reads by itself, and what it thinks of our answers."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text, word
from models.vocabulary import ArticleAct, Helped, ThreadState


class Rating(SQLModel, table=True):
    """How far one answer helped, in the requester's word; of each answer one, the newest counts.

    `note` is an optional sentence of theirs and may hold personal data.
    """

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reply_id: int = Field(sa_type=BigInteger, foreign_key="reply.id", unique=True)
    helped: Helped = Field(sa_column=word(Helped))
    note: str = Field(default="", max_length=500)
    at: datetime = Field(index=True)


class Article(SQLModel, table=True):
    """One help article under its `slug`; what it says is its versions."""

    id: int = Field(default=None, sa_column=big_id())
    slug: str = Field(max_length=80, unique=True)
    created_at: datetime


class ArticleVersion(SQLModel, table=True):
    """What somebody wrote, published or withdrew, with the whole text. Append-only.

    The public sees the newest row that is no draft, where that is a published one. Bodies are
    Markdown; an empty English one falls back on the Indonesian. `categories` are values.
    """

    id: int = Field(default=None, sa_column=big_id())
    article_id: int = Field(sa_type=BigInteger, foreign_key="article.id", index=True)
    act: ArticleAct = Field(sa_column=word(ArticleAct))
    title: str = Field(max_length=120)
    body: str = Field(sa_column=long_text())
    title_en: str = Field(default="", max_length=120)
    body_en: str = Field(default="", sa_column=long_text())
    categories: Json = Field(sa_column=json())
    why: str = Field(max_length=500)
    by_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    at: datetime


class ThreadReply(SQLModel, table=True):
    """A public reply below a comment, for its next readers; without personal data.

    Of each consideration (`Ticket.revision`) of a ticket there is one. `begun_at` is written
    before it is sent: with it and without a `remote_id`, the help centre's number of it, the
    reply may have been sent or not, and is looked for before anything else.
    """

    __table_args__ = (UniqueConstraint("ticket_id", "revision"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    revision: int
    staff_id: int = Field(sa_type=BigInteger, foreign_key="staff.id")
    body: str = Field(sa_column=long_text())
    state: ThreadState = Field(sa_column=word(ThreadState))
    remote_id: str = Field(default="", max_length=40)
    attempts: int = 0
    error: str = Field(default="", max_length=200)
    created_at: datetime
    begun_at: datetime | None = None
    next_try_at: datetime | None = Field(default=None, index=True)
    posted_at: datetime | None = None
