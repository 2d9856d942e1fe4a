"""What tickets have in common: marks, links between two, incidents of many."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, word
from models.vocabulary import Category, IncidentKind, IncidentState, LinkReason, LinkState, MarkKind


class Mark(SQLModel, table=True):
    """Something a ticket may share with others. `value` is a keyed hash, never the thing itself.

    A school's NPSN is public and stands as it is. `at` is when the ticket came.
    """

    __table_args__ = (Index("ix_mark_kind_value", "kind", "value"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    kind: MarkKind = Field(sa_column=word(MarkKind))
    value: str = Field(max_length=64)
    at: datetime


class Link(SQLModel, table=True):
    """A report that seems to belong to an earlier one. Nothing of either is merged.

    `percent` is how alike the words are; `detail` fills the gaps of the reason's sentence, no
    personal data. A person confirms or rejects it once; a rejected pair is not suggested again.
    """

    __table_args__ = (UniqueConstraint("ticket_id", "earlier_id"),)

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    earlier_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    reason: LinkReason = Field(sa_column=word(LinkReason))
    percent: int
    detail: Json = Field(sa_column=json())
    state: LinkState = Field(default=LinkState.SUGGESTED, sa_column=word(LinkState))
    at: datetime
    decided_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    decided_at: datetime | None = None


class Incident(SQLModel, table=True):
    """Many similar tickets in a short time. `key` names what they share (NPSN, province, jenjang).

    `expected` is how many tickets the same window usually brings. One is open per kind, key and
    category.
    """

    __table_args__ = (
        Index(
            "uq_incident_open",
            "kind",
            "key",
            "category",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: int = Field(default=None, sa_column=big_id())
    kind: IncidentKind = Field(sa_column=word(IncidentKind))
    key: str = Field(max_length=120, index=True)
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    state: IncidentState = Field(
        default=IncidentState.OPEN, sa_column=word(IncidentState, index=True)
    )
    expected: float = 0.0
    opened_at: datetime = Field(index=True)
    newest_at: datetime
    note: str = Field(default="", max_length=500)
    ended_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    ended_at: datetime | None = None


class IncidentTicket(SQLModel, table=True):
    """A ticket attached to an incident; a ticket may be part of several."""

    incident_id: int = Field(sa_type=BigInteger, foreign_key="incident.id", primary_key=True)
    ticket_id: int = Field(
        sa_type=BigInteger, foreign_key="ticket.id", primary_key=True, index=True
    )
    at: datetime
