"""Then and now of one person's records, as a colleague may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.register.compare import Fact, Group, Recorded, Value
from app.store import extracts
from app.store.session import Session
from app.web.reader import Reader
from models import Extract, Ticket

_NUMBERS = frozenset({"nik", "nuptk", "nip", "nisn"})


@dataclass(frozen=True, slots=True)
class FactView:
    key: str
    then: str
    now: str
    differs: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    kind: str
    name: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class PastView:
    """`then_at` and `now_at` are when each extract's records were true."""

    then_at: datetime
    now_at: datetime
    groups: tuple[GroupView, ...]
    differences: int


def extract_of(session: Session, ticket: Ticket) -> Extract | None:
    """The extract of the day it was written, where it is kept and no longer the newest."""
    then, newest = extracts.of_moment(session, ticket.created_at), extracts.in_force(session)
    return None if then is None or newest is None or then.id == newest.id else then


def past(then: Recorded, now: Recorded, groups: Sequence[Group], *, reader: Reader) -> PastView:
    return PastView(
        then_at=then.as_of,
        now_at=now.as_of,
        groups=tuple(
            GroupView(each.kind, each.name, tuple(_fact(one, reader) for one in each.facts))
            for each in groups
        ),
        differences=sum(fact.differs for each in groups for fact in each.facts),
    )


def _fact(fact: Fact, reader: Reader) -> FactView:
    then, now = (_text(fact.key, value, reader) for value in (fact.then, fact.now))
    return FactView(fact.key, then, now, fact.differs)


def _text(key: str, value: Value, reader: Reader) -> str:
    """Empty for nothing recorded; personal data as this colleague may see it."""
    if key in _NUMBERS:
        return reader.number(str(value or ""))
    match value:
        case None:
            return ""
        case bool():
            return reader.say("records.yes" if value else "records.no")
        case StrEnum():
            return reader.label(value)
        case date():
            return _time(key, value, reader)
        case _:
            return str(value)


def _time(key: str, value: date, reader: Reader) -> str:
    if isinstance(value, datetime):
        return reader.instant(value)
    return reader.birth(value) if key == "birth_date" else reader.day(value)
