"""Whose turn it is, when the desk is open, and by when something should have happened."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, index_of_some, json, word
from models.vocabulary import Category, TargetKind, WhoActs


class Calendar(SQLModel, table=True):
    """One version of the desk's hours, in force from `valid_from` until the next one's.

    Append-only. `week` is as LOKET_HOURS is written, without its zone. `closed` and `opened` are
    lists of [ISO day, name]; `settled` is a list of [year, [ISO day, ...]]: the national days off
    as they were known then. Of equal `valid_from` the newest row counts. `is_setting` marks what
    came from LOKET_HOURS.
    """

    id: int = Field(default=None, sa_column=big_id())
    name: str = Field(max_length=80)
    zone: str = Field(max_length=4)
    week: str = Field(max_length=400)
    closed: Json = Field(sa_column=json())
    opened: Json = Field(sa_column=json())
    settled: Json = Field(sa_column=json())
    is_setting: bool = False
    valid_from: datetime
    by: str = Field(max_length=120)
    reason: str = Field(default="", max_length=500)
    created_at: datetime


class Turn(SQLModel, table=True):
    """From when until when somebody held the ball; `until` is None for who holds it now.

    `is_estimated`: laid down afterwards, from what the ticket said at that time.
    """

    __table_args__ = (Index("ix_turn_ticket", "ticket_id", "until"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id")
    holder: WhoActs = Field(sa_column=word(WhoActs))
    since: datetime
    until: datetime | None = None
    is_estimated: bool = False


class TargetRule(SQLModel, table=True):
    """How much working time a kind of target has. Append-only: the newest row that is valid counts.

    `category` None is every category without a rule of its own; `minutes` None takes such a rule
    back. `warn_percent` of the time is when a warning is due.
    """

    id: int = Field(default=None, sa_column=big_id())
    kind: TargetKind = Field(sa_column=word(TargetKind))
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    urgent: bool = False
    minutes: int | None = None
    warn_percent: int
    valid_from: datetime
    by: str = Field(max_length=120)
    reason: str = Field(default="", max_length=500)
    created_at: datetime


class Target(SQLModel, table=True):
    """By when something of a ticket is due. Open until `met_at`, the instant it was done.

    `due_at` is None while the ball is with somebody else. `alarm_at` is the next warning or miss
    the sweep must tell, `missed_at` the instant the time was used up. `decided_at` is the earlier
    of the two ends: what was decided never changes. `rule_id` 0 is the built-in rule, `calendar_id`
    the newest calendar version `due_at` was computed with (0: none). `worked` is the working
    minutes used, known from `met_at` on.
    """

    __table_args__ = (
        # What is still open is little beside what was done.
        index_of_some(
            "ix_target_soon", "due_at", "id", where="met_at IS NULL AND missed_at IS NULL"
        ),
        index_of_some(
            "ix_target_missed", "due_at", "id", where="met_at IS NULL AND missed_at IS NOT NULL"
        ),
        index_of_some("ix_target_behind", "calendar_id", where="met_at IS NULL"),
        Index("ix_target_decided", "kind", "decided_at", "missed_at", "worked"),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    kind: TargetKind = Field(sa_column=word(TargetKind))
    started_at: datetime
    minutes: int
    warn_percent: int
    rule_id: int = Field(default=0, sa_type=BigInteger)
    calendar_id: int = Field(default=0, sa_type=BigInteger)
    due_at: datetime | None = None
    alarm_at: datetime | None = Field(default=None, index=True)
    warned_at: datetime | None = None
    missed_at: datetime | None = None
    met_at: datetime | None = None
    decided_at: datetime | None = None
    worked: int | None = None
