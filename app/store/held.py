"""Acts that can be taken back: what they changed, and how that is put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from pydantic import JsonValue
from sqlalchemy import DateTime
from sqlmodel import Session, SQLModel, col, delete, func, or_, select, update

from app.kit.errors import NotFound
from models import (
    Approval,
    BulkItem,
    Distribution,
    Event,
    HeldAct,
    LabelEvent,
    Link,
    Plan,
    Reading,
    Reply,
    Target,
    ThreadReply,
    Ticket,
    Turn,
)
from models.base import Word
from models.vocabulary import ReplyState

Columns = dict[str, JsonValue]
# History, and what others may change meanwhile without harm.
_NOT_THE_ACTS = frozenset({"id", "updated_at", "first_answered_at"})
_CHANGED: Mapping[str, type[SQLModel]] = {
    "ticket": Ticket,
    "plan": Plan,
    "link": Link,
    "turn": Turn,
    "target": Target,
    "thread": ThreadReply,
}
_MADE: Mapping[str, type[SQLModel]] = {
    "approval": Approval,
    "given": Distribution,
    "link": Link,
    "reading": Reading,
    "reply": Reply,
    "label": LabelEvent,
    "turn": Turn,
    "target": Target,
    "thread": ThreadReply,
}
_UNDONE_BY_DELETING = ("approval", "given", "link", "reading", "turn", "target", "thread")
# Others may do these without taking anything from the act.
_HARMLESS = ("noted", "delivered", "delivery_failed")


def by_id(session: Session, held_id: int) -> HeldAct:
    """Raises NotFound."""
    found = session.get(HeldAct, held_id)
    if found is None:
        raise NotFound
    return found


def pending(session: Session, ticket_id: int) -> Sequence[HeldAct]:
    """Acts on that ticket that were neither taken back nor gone on from."""
    query = select(HeldAct).where(
        HeldAct.ticket_id == ticket_id,
        col(HeldAct.begun_at).is_(None),
        col(HeldAct.undone_at).is_(None),
    )
    return session.exec(query.execution_options(populate_existing=True)).all()


def newest(
    session: Session, *, by_id: int, now: datetime, ticket_id: int | None = None
) -> HeldAct | None:
    """That colleague's last act whose time is not over, taken back or not."""
    query = select(HeldAct).where(HeldAct.staff_id == by_id, col(HeldAct.until) > now)
    if ticket_id is not None:
        query = query.where(HeldAct.ticket_id == ticket_id)
    return session.exec(query.order_by(col(HeldAct.id).desc()).limit(1)).first()


def last_event_id(session: Session, ticket_id: int) -> int:
    """The newest event that another act would have left; 0 where there is none."""
    query = select(func.max(Event.id)).where(
        Event.ticket_id == ticket_id, col(Event.kind).not_in(_HARMLESS)
    )
    return session.exec(query).one() or 0


def forget(session: Session, *, before: datetime, limit: int) -> int:
    """Acts that could be taken back until then at the latest are gone; how many those are."""
    old = select(HeldAct.id).where(col(HeldAct.until) < before).order_by(col(HeldAct.until))
    ids = session.exec(old.limit(limit)).all()
    items = update(BulkItem).where(col(BulkItem.held_id).in_(ids))
    session.exec(items.values(held_id=None))
    return session.exec(delete(HeldAct).where(col(HeldAct.id).in_(ids))).rowcount


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of a ticket that an act may change, and the ids of those it may make."""

    rows: Mapping[tuple[str, int], Columns]
    ids: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def taken(cls, session: Session, ticket_id: int) -> Self:
        session.flush()
        rows: dict[tuple[str, int], Columns] = {}
        for name in _CHANGED:
            for row in session.exec(_of(name, ticket_id)):
                rows[name, row.id] = _columns(row)
        return cls(rows, {name: _ids(session, name, ticket_id) for name in _MADE})

    def changes_to(self, after: "Snapshot") -> dict[str, JsonValue]:
        """What an act did between the two: {"changed": [...], "made": {...}}."""
        changed: list[JsonValue] = []
        for (name, row_id), before in self.rows.items():
            now = after.rows.get((name, row_id), {})
            differing: dict[str, JsonValue] = {
                column: [value, now.get(column)]
                for column, value in before.items()
                if now.get(column) != value
            }
            if differing:
                changed.append({"of": name, "id": row_id, "columns": differing})
        made: dict[str, JsonValue] = {
            name: [*sorted(after.ids[name] - self.ids[name])] for name in _MADE
        }
        return {"changed": changed, "made": made}


def put_back(session: Session, held: HeldAct) -> bool:
    """Everything as it was before the act; False, and nothing done, where it changed since.

    Letters that wait are WITHDRAWN and stay; a person's word on a category is the caller's.
    """
    content: Any = held.content
    rows = [(each, _row(session, each)) for each in content["changed"]]
    letters = [_letter(session, each) for each in content["made"]["reply"]]
    if any(row is None or not _stands(row, each["columns"]) for each, row in rows):
        return False
    if any(each.state is not ReplyState.QUEUED for each in letters):
        return False
    for each, row in rows:
        for column, (before, _after) in each["columns"].items():
            setattr(row, column, _value(row, column, before))
        session.add(row)
    for letter in letters:
        letter.state = ReplyState.WITHDRAWN
        session.add(letter)
    session.flush()
    for name in _UNDONE_BY_DELETING:
        table: Any = _MADE[name]
        session.exec(delete(table).where(col(table.id).in_(content["made"].get(name, ()))))
    return True


def words_made(held: HeldAct) -> Sequence[int]:
    """Ids of the words on categories (LabelEvent) the act left."""
    content: Any = held.content
    found: list[int] = content["made"]["label"]
    return found


def typed(held: HeldAct) -> Mapping[str, str]:
    """What its author wrote for it, by field."""
    content: Any = held.content
    found: dict[str, str] = content.get("typed", {})
    return found


def _of(name: str, ticket_id: int) -> Any:
    query: Any = select(_CHANGED[name])
    if name == "ticket":
        query = query.where(Ticket.id == ticket_id)
    elif name == "link":
        query = query.where(or_(Link.ticket_id == ticket_id, Link.earlier_id == ticket_id))
    else:
        table: Any = _CHANGED[name]
        query = query.where(table.ticket_id == ticket_id)
    return query.execution_options(populate_existing=True)


def _ids(session: Session, name: str, ticket_id: int) -> frozenset[int]:
    table: Any = _MADE[name]
    query: Any = select(table.id)
    if name == "approval":
        query = query.join(Plan, col(Plan.id) == Approval.plan_id)
        table = Plan
    return frozenset(session.exec(query.where(table.ticket_id == ticket_id)))


def _columns(row: Any) -> Columns:
    names = (column.name for column in type(row).__table__.columns)
    return {name: _kept(getattr(row, name)) for name in names if name not in _NOT_THE_ACTS}


def _kept(value: Any) -> JsonValue:
    if isinstance(value, StrEnum):
        return value.value
    kept: JsonValue = value.isoformat() if isinstance(value, datetime) else value
    return kept


def _row(session: Session, changed: Mapping[str, Any]) -> Any:
    return session.get(_CHANGED[changed["of"]], changed["id"], populate_existing=True)


def _letter(session: Session, reply_id: int) -> Reply:
    return session.get_one(Reply, reply_id, populate_existing=True)


def _stands(row: Any, columns: Mapping[str, Any]) -> bool:
    """Whether the row is still as the act left it."""
    return all(_kept(getattr(row, name)) == after for name, (_, after) in columns.items())


def _value(row: Any, column: str, kept: Any) -> Any:
    kind = type(row).__table__.columns[column].type
    if kept is None:
        return None
    if isinstance(kind, Word):
        return kind.vocabulary(kept)
    # SQLModel stores instants in a type of its own that is one of these underneath.
    is_instant = isinstance(getattr(kind, "impl", kind), DateTime)
    return datetime.fromisoformat(kept) if is_instant else kept
