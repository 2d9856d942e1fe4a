"""The register's nightly extracts: what was loaded, and every row with the extracts it stood in.

A row of a record table was true in every extract `e` with `from_extract <= e < until_extract`;
`until_extract` is FOREVER while the newest extract still has it. So one index on a key and
`until_extract` serves today as well as any day before.
"""

from datetime import date, datetime

from sqlalchemy import Column, Index, LargeBinary, text
from sqlmodel import Field, SQLModel

from models.base import Json, big_id, json, long_text, word
from models.vocabulary import ExtractState, PersonKind

FOREVER = 2_147_483_647


def _digest() -> Column[bytes]:
    """16 bytes over everything of a row: rows alike in two extracts are one row here."""
    return Column(LargeBinary(16), nullable=False)


def _where_given(table: str, column: str) -> Index:
    """An index of those rows only that carry this identifier."""
    given = text(f"{column} IS NOT NULL")
    return Index(
        f"ix_{table}_{column}", column, "until_extract", postgresql_where=given, sqlite_where=given
    )


class Extract(SQLModel, table=True):
    """One load of a nightly extract; `extracted_at` is when its records were true.

    `content_hash` is over the manifest's checksums. `counts` holds for each table rows read, new
    and gone, and the numbers of schools, people and accounts. `accepted_loss` is the percentage
    that `by` allowed for `reason`, None where the set share held. `note` says why it was refused.
    """

    id: int = Field(default=None, sa_column=big_id())
    extracted_at: datetime = Field(index=True)
    content_hash: str = Field(max_length=64)
    state: ExtractState = Field(sa_column=word(ExtractState, index=True))
    counts: Json = Field(default=None, sa_column=json(null=True))
    accepted_loss: float | None = None
    by: str = Field(default="", max_length=120)
    reason: str = Field(default="", max_length=500)
    note: str = Field(default="", max_length=500)
    started_at: datetime
    finished_at: datetime | None = None


class SchoolRow(SQLModel, table=True):
    """A row of sekolah. `tidy` is the name as names are compared. `content`: the other fields."""

    __table_args__ = (Index("ix_schoolrow_npsn", "npsn", "until_extract"),)

    id: int = Field(default=None, sa_column=big_id())
    from_extract: int
    until_extract: int = FOREVER
    digest: bytes = Field(sa_column=_digest())
    npsn: str = Field(max_length=8)
    name: str
    tidy: str
    content: str = Field(sa_column=long_text())


class PersonRow(SQLModel, table=True):
    """A row of gtk or peserta_didik: one person at one school.

    `person_id` is the ptk_id or peserta_didik_id.
    """

    __table_args__ = (
        Index("ix_personrow_person_id", "person_id", "until_extract"),
        Index("ix_personrow_npsn", "npsn", "until_extract"),
        Index("ix_personrow_born", "born", "name", "until_extract"),
        _where_given("personrow", "nik"),
        _where_given("personrow", "nuptk"),
        _where_given("personrow", "nip"),
        _where_given("personrow", "nisn"),
    )

    id: int = Field(default=None, sa_column=big_id())
    from_extract: int
    until_extract: int = FOREVER
    digest: bytes = Field(sa_column=_digest())
    kind: PersonKind = Field(sa_column=word(PersonKind))
    person_id: str = Field(max_length=64)
    npsn: str = Field(max_length=8)
    name: str
    born: date | None = None
    nik: str | None = Field(default=None, max_length=32)
    nuptk: str | None = Field(default=None, max_length=32)
    nip: str | None = Field(default=None, max_length=32)
    nisn: str | None = Field(default=None, max_length=32)
    content: str = Field(sa_column=long_text())


class UserRow(SQLModel, table=True):
    """A row of pengguna, without its password."""

    __table_args__ = (Index("ix_userrow_npsn", "npsn", "until_extract"),)

    id: int = Field(default=None, sa_column=big_id())
    from_extract: int
    until_extract: int = FOREVER
    digest: bytes = Field(sa_column=_digest())
    npsn: str = Field(max_length=8)
    content: str = Field(sa_column=long_text())


class AccountRow(SQLModel, table=True):
    """A user of the directory with an address under belajar.id; deleted ones included."""

    __table_args__ = (
        Index("ix_accountrow_account_id", "account_id", "until_extract"),
        Index("ix_accountrow_address", "address", "until_extract"),
        _where_given("accountrow", "person_id"),
    )

    id: int = Field(default=None, sa_column=big_id())
    from_extract: int
    until_extract: int = FOREVER
    digest: bytes = Field(sa_column=_digest())
    account_id: str = Field(max_length=64)
    address: str = Field(max_length=254)
    person_id: str | None = Field(default=None, max_length=64)
    content: str = Field(sa_column=long_text())


class AliasRow(SQLModel, table=True):
    """A further address of an account."""

    __table_args__ = (Index("ix_aliasrow_address", "address", "until_extract"),)

    id: int = Field(default=None, sa_column=big_id())
    from_extract: int
    until_extract: int = FOREVER
    digest: bytes = Field(sa_column=_digest())
    address: str = Field(max_length=254)
    account_id: str = Field(max_length=64)
