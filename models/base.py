"""The column types the tables share, and the naming of constraints."""

from enum import StrEnum
from typing import Any

from pydantic import JsonValue
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    text,
)
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

# Named constraints can be changed in a batch migration on SQLite; unnamed ones cannot.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata: MetaData = SQLModel.metadata

# SQLite only numbers an INTEGER primary key by itself.
BigId = BigInteger().with_variant(Integer, "sqlite")

Json = dict[str, JsonValue] | list[JsonValue] | None


class Word(TypeDecorator[StrEnum]):
    """A vocabulary word stored as its value; a value outside the vocabulary raises ValueError.

    SQLModel alone would store the Python name, and a native enum would need a migration per word.
    """

    impl = String(40)
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.vocabulary(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.vocabulary(value)


def word(vocabulary: type[StrEnum], *, null: bool = False, index: bool = False) -> Column[Any]:
    """A column of one vocabulary word."""
    return Column(Word(vocabulary), nullable=null, index=index)


def long_text(*, null: bool = False) -> Column[Any]:
    return Column(Text, nullable=null)


def json(*, null: bool = False) -> Column[Any]:
    return Column(JSON, nullable=null)


def big_id() -> Column[Any]:
    return Column(BigId, primary_key=True)


def index_of_some(name: str, *columns: str, where: str, sqlite: str = "") -> Index:
    """An index of the rows for which `where` holds; `sqlite` where it is written differently there.

    It serves only queries that say the same, with values written out instead of bound.
    """
    return Index(name, *columns, postgresql_where=text(where), sqlite_where=text(sqlite or where))
