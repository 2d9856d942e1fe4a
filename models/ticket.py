"""A report from the public, its messages and its attachments."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import big_id, index_of_some, long_text, word
from models.vocabulary import (
    Author,
    Category,
    Channel,
    Jenjang,
    Language,
    SnoozeFor,
    TicketState,
    UserType,
    WhoActs,
    Woke,
)

# What the indexes of a few tickets are of (see `app/store/opened.py`).
OPEN = "state NOT IN ('answered', 'closed')"
HELD = "waiting_on != 'nobody'"
TOLD = "author = 'staff' AND is_public IS"


def _left(part: str) -> Index:
    """Settled tickets that still hold that part, or were touched since it was removed."""
    gone = f"{part}_gone_at"
    left = text(f"settled_at IS NOT NULL AND ({gone} IS NULL OR {gone} < updated_at)")
    name = f"ix_ticket_{part}_left"
    return Index(name, "settled_at", sqlite_where=left, postgresql_where=left)


class Ticket(SQLModel, table=True):
    """One report. `number` is the nomor laporan. Instants are aware UTC.

    What the form asked is kept as typed; `category` is the latest reading's or an agent's word.
    `due_at` wakes the ticket (a promised day, a sync); `promised_at` is what the person was told.
    `revision` counts the considerations; it keys the owed work. `tries` counts look-ups in a row
    that found a system away.
    `submission` is the form's or API's idempotency token: sending twice makes one ticket.
    `next_due_at` is the earliest `due_at` of its open targets (`app/targets`).
    While `snoozed_until` is set it is put off and in no view of undecided work; that is the last
    moment of it, whatever `snoozed_for` waits for. `woke_because` says why it is back.
    `is_blind` is one of the few whose category a person names before seeing what was read.
    `messages_gone_at` and its like are when retention removed that part (`app/retention`).
    The indexes are the orders of the queue (`app/store/queue.py`), each ending in the id, so that
    a page begins where the one before ended.
    """

    __table_args__ = (
        Index("ix_ticket_category_settled_at", "category", "settled_at"),
        # With the receipt beside it, so that answer times are read from the index alone.
        Index("ix_ticket_first_answered_at_created_at", "first_answered_at", "created_at"),
        Index("ix_ticket_settled_at_created_at", "settled_at", "created_at"),
        Index("ix_ticket_state_created", "state", "created_at", "id"),
        Index("ix_ticket_state_promised", "state", "promised_at", "id"),
        Index("ix_ticket_created", "created_at", "id"),
        Index("ix_ticket_promised", "promised_at", "id"),
        Index("ix_ticket_category_created", "category", "created_at", "id"),
        Index("ix_ticket_assigned_created", "assigned_to_id", "created_at", "id"),
        Index("ix_ticket_regency_created", "regency", "created_at", "id"),
        Index("ix_ticket_npsn_created", "npsn", "created_at", "id"),
        # With what else a province is narrowed by, so that misses cost no look at the ticket.
        Index("ix_ticket_province_created", "province", "created_at", "id", "jenjang", "channel"),
        Index("ix_ticket_jenjang_created", "jenjang", "created_at", "id"),
        Index("ix_ticket_channel_created", "channel", "created_at", "id"),
        # Of the few among all that are open, held by somebody, urgent, put off. SQLite takes no
        # value for as rare as any other: it would look for "not put off" in an index of all.
        index_of_some("ix_ticket_open", "created_at", "id", where=OPEN),
        index_of_some("ix_ticket_open_urgent", "state", "urgent", "created_at", "id", where=OPEN),
        index_of_some("ix_ticket_open_created", "state", "created_at", "id", where=OPEN),
        index_of_some("ix_ticket_open_promised", "promised_at", where=OPEN),
        index_of_some(
            "ix_ticket_due", "state", "next_due_at", "id", where="next_due_at IS NOT NULL"
        ),
        index_of_some("ix_ticket_open_assigned", "assigned_to_id", "created_at", "id", where=OPEN),
        index_of_some("ix_ticket_held", "waiting_on", "created_at", "id", where=HELD),
        index_of_some(
            "ix_ticket_urgent", "created_at", "id", where="urgent IS true", sqlite="urgent IS 1"
        ),
        index_of_some("ix_ticket_linked_to_id", "linked_to_id", where="linked_to_id IS NOT NULL"),
        index_of_some("ix_ticket_snoozed", "snoozed_until", where="snoozed_until IS NOT NULL"),
        index_of_some("ix_ticket_linked", "created_at", "state", where="linked_to_id IS NOT NULL"),
        _left("messages"),
        _left("attachments"),
        _left("dossiers"),
    )

    id: int = Field(default=None, sa_column=big_id())
    number: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    key_hash: str = Field(max_length=64)
    channel: Channel = Field(sa_column=word(Channel))
    state: TicketState = Field(default=TicketState.RECEIVED, sa_column=word(TicketState))
    waiting_on: WhoActs = Field(default=WhoActs.HELPDESK, sa_column=word(WhoActs))
    subject: str = Field(default="", max_length=200)
    category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    self_category: Category | None = Field(default=None, sa_column=word(Category, null=True))
    user_type: UserType | None = Field(default=None, sa_column=word(UserType, null=True))
    language: Language = Field(default=Language.ID, sa_column=word(Language))
    requester_name: str = Field(default="", max_length=120)
    requester_email: str | None = Field(default=None, max_length=254, index=True)
    account_address: str | None = Field(default=None, max_length=254)
    school_name: str = Field(default="", max_length=160)
    npsn: str | None = Field(default=None, max_length=8)
    jenjang: Jenjang | None = Field(default=None, sa_column=word(Jenjang, null=True))
    province: str = Field(default="", max_length=60)
    regency: str = Field(default="", max_length=60)
    urgent: bool = False
    is_blind: bool = False
    revision: int = 1
    tries: int = 0
    assigned_to_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    linked_to_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ticket.id")
    submission: str | None = Field(default=None, max_length=80, unique=True)
    external_id: str | None = Field(default=None, max_length=120, unique=True)
    created_at: datetime
    updated_at: datetime
    due_at: datetime | None = Field(default=None, index=True)
    promised_at: datetime | None = None
    first_answered_at: datetime | None = None
    next_due_at: datetime | None = None
    settled_at: datetime | None = None
    snoozed_until: datetime | None = None
    snoozed_for: SnoozeFor | None = Field(default=None, sa_column=word(SnoozeFor, null=True))
    snoozed_by_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    woke_because: Woke | None = Field(default=None, sa_column=word(Woke, null=True))
    messages_gone_at: datetime | None = None
    attachments_gone_at: datetime | None = None
    dossiers_gone_at: datetime | None = None


class Message(SQLModel, table=True):
    """What was written, by whom; never changed. `external_id` is unique within its channel."""

    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        # What colleagues wrote in threads that were brought in; few beside all messages.
        index_of_some(
            "ix_message_told",
            "ticket_id",
            "author",
            "is_public",
            where=f"{TOLD} true",
            sqlite=f"{TOLD} 1",
        ),
    )

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    author: Author = Field(sa_column=word(Author))
    author_name: str = Field(default="", max_length=120)
    staff_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="staff.id")
    channel: Channel = Field(sa_column=word(Channel))
    body: str = Field(sa_column=long_text())
    is_public: bool = True
    external_id: str | None = Field(default=None, max_length=120)
    duplicate_of: str | None = Field(default=None, max_length=120)
    created_at: datetime


class Attachment(SQLModel, table=True):
    """Evidence. The bytes lie in the data folder under `stored_as`; images were re-encoded."""

    id: int = Field(default=None, sa_column=big_id())
    ticket_id: int = Field(sa_type=BigInteger, foreign_key="ticket.id", index=True)
    message_id: int = Field(sa_type=BigInteger, foreign_key="message.id", index=True)
    kind: str = Field(max_length=30)
    filename: str = Field(max_length=160)
    content_type: str = Field(max_length=60)
    size: int
    sha256: str = Field(max_length=64)
    stored_as: str = Field(max_length=120)
    created_at: datetime


class Counter(SQLModel, table=True):
    """A gap-free series, raised in the transaction that uses the number."""

    name: str = Field(primary_key=True, max_length=40)
    value: int = Field(sa_column=Column(BigInteger, nullable=False))
