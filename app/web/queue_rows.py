"""A line of the queue as it is shown, in the reader's words and as masked as they must see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.reading.bands import band
from app.store import glances
from app.store.glances import Glance
from app.store.queue import Row
from app.store.queue_order import is_missed, is_overdue
from app.store.session import Session
from app.web.reader import Reader
from models.vocabulary import Category, MatchStatus


@dataclass(frozen=True, slots=True)
class RowView:
    """`title` is the subject, or how the message begins. `sureness` is a key of a word, "" where
    there is nothing to be sure of; `match` None before a look-up or where it would give away what
    a colleague is to name first. `is_overdue`: its promised day has passed; `is_missed`: the time
    of one of its targets is used up.
    """

    row: Row
    title: str
    age: str
    category: Category | None
    sureness: str
    match: MatchStatus | None
    assigned_to: str
    is_overdue: bool
    is_missed: bool


def shown(
    session: Session, rows: Sequence[Row], *, reader: Reader, now: datetime
) -> Sequence[RowView]:
    """Three questions for all of them, none for each."""
    without = [row.id for row in rows if not row.subject]
    found = glances.of(session, [row.id for row in rows], without_subject=without)
    return [_view(row, found[row.id], reader, now) for row in rows]


def _view(row: Row, glance: Glance, reader: Reader, now: datetime) -> RowView:
    is_veiled = row.is_blind and row.category is None
    return RowView(
        row=row,
        title=reader.text(row.subject or glance.first_line),
        age=age(now - row.created_at, reader),
        category=row.category,
        sureness="" if is_veiled else _sureness(glance),
        match=None if is_veiled else glance.match,
        assigned_to=reader.colleague(row.assigned_to_id) if row.assigned_to_id else "",
        is_overdue=is_overdue(row, now),
        is_missed=is_missed(row, now),
    )


def _sureness(glance: Glance) -> str:
    if glance.is_corrected:
        return "by_person"
    return band(glance.probability) if glance.probability is not None else ""


def age(span: timedelta, reader: Reader) -> str:
    """In whole minutes up to an hour, hours up to two days, else days."""
    hours = int(span.total_seconds() // 3600)
    if hours < 1:
        return reader.say("queue.minutes", number=max(int(span.total_seconds() // 60), 0))
    if hours < 48:
        return reader.say("queue.hours", number=hours)
    return reader.say("queue.days", number=hours // 24)
