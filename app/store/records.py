"""The register's rows as of one extract: every question is an indexed read."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, union
from sqlmodel import Session, and_, col, select

from models import AccountRow, AliasRow, PersonRow, SchoolRow, UserRow

_AT_ONCE = 500  # values in one list of a query; both databases take thousands

# One row as it is loaded: its digest, then the columns of its table in order.
Cells = tuple[object, ...]
RecordRow = SchoolRow | PersonRow | UserRow | AccountRow | AliasRow
_Value = TypeVar("_Value")


class Table(Enum):
    """The tables an extract fills."""

    SCHOOL = SchoolRow
    PERSON = PersonRow
    USER = UserRow
    ACCOUNT = AccountRow
    ALIAS = AliasRow


def schools(session: Session, extract: int, npsns: Iterable[str]) -> Sequence[SchoolRow]:
    """In order of loading; unknown numbers are left out."""
    found: list[SchoolRow] = []
    for some in _batches(npsns):
        query = select(SchoolRow).where(col(SchoolRow.npsn).in_(some), _stood(SchoolRow, extract))
        found += session.exec(query.order_by(col(SchoolRow.id)))
    return found


def school_names(session: Session, extract: int) -> Iterator[tuple[str, str]]:
    """Every school's number and tidy name."""
    query = select(SchoolRow.npsn, SchoolRow.tidy).where(_stood(SchoolRow, extract))
    yield from session.exec(query)


def users_at(session: Session, extract: int, npsn: str) -> Sequence[UserRow]:
    query = select(UserRow).where(UserRow.npsn == npsn, _stood(UserRow, extract))
    return session.exec(query.order_by(col(UserRow.id))).all()


def people_at(session: Session, extract: int, npsn: str) -> Sequence[str]:
    """Ids of everyone with a row at that school, each once."""
    query = select(PersonRow.person_id).where(PersonRow.npsn == npsn, _stood(PersonRow, extract))
    return list(dict.fromkeys(session.exec(query.order_by(col(PersonRow.id)))))


def people_with(session: Session, extract: int, identifier: str) -> Sequence[str]:
    """Ids of those with that NIK, NUPTK, NIP, NISN or person id."""
    keys = (PersonRow.person_id, PersonRow.nik, PersonRow.nuptk, PersonRow.nip, PersonRow.nisn)
    each_key = (
        select(PersonRow.person_id).where(key == identifier, _stood(PersonRow, extract))
        for key in keys
    )
    return session.scalars(union(*each_key)).all()


def names_of_day(session: Session, extract: int, born: date) -> Sequence[str]:
    """The different names of those born that day, at least; read from the index alone."""
    last = col(PersonRow.until_extract) > extract
    return session.exec(select(PersonRow.name).where(PersonRow.born == born, last).distinct()).all()


def people_named(session: Session, extract: int, born: date, names: Iterable[str]) -> Sequence[str]:
    """Ids of those born that day who are recorded under one of the names."""
    found: dict[str, None] = {}
    for some in _batches(names):
        query = select(PersonRow.person_id).where(
            PersonRow.born == born, col(PersonRow.name).in_(some), _stood(PersonRow, extract)
        )
        found |= dict.fromkeys(session.exec(query))
    return list(found)


def rows_of(session: Session, extract: int, people: Iterable[str]) -> Sequence[PersonRow]:
    """Their rows at every school, in order of loading."""
    found: list[PersonRow] = []
    for some in _batches(people):
        query = select(PersonRow).where(
            col(PersonRow.person_id).in_(some), _stood(PersonRow, extract)
        )
        found += session.exec(query)
    return sorted(found, key=lambda each: each.id)


def accounts_at(session: Session, extract: int, address: str) -> Sequence[AccountRow]:
    """Accounts with that primary address or alias, in order of loading."""
    alias = select(AliasRow.account_id).where(
        AliasRow.address == address, _stood(AliasRow, extract)
    )
    owners = session.exec(alias).all()
    query = select(AccountRow).where(AccountRow.address == address, _stood(AccountRow, extract))
    found = {each.id: each for each in session.exec(query)}
    if owners:
        named = select(AccountRow).where(
            col(AccountRow.account_id).in_(owners), _stood(AccountRow, extract)
        )
        found |= {each.id: each for each in session.exec(named)}
    return [found[key] for key in sorted(found)]


def accounts_of(session: Session, extract: int, person_id: str) -> Sequence[AccountRow]:
    query = select(AccountRow).where(AccountRow.person_id == person_id, _stood(AccountRow, extract))
    return session.exec(query.order_by(col(AccountRow.id))).all()


def _stood(table: type[RecordRow], extract: int) -> ColumnElement[bool]:
    """The row was true in that extract."""
    return and_(col(table.from_extract) <= extract, col(table.until_extract) > extract)


def _batches(values: Iterable[_Value]) -> Iterator[Collection[_Value]]:
    left = iter(values)
    while some := list(islice(left, _AT_ONCE)):
        yield some
