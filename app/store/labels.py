"""What people said about categories, only ever added to; and the categories they added."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from models import AddedCategory, LabelEvent
from models.vocabulary import Category, LabelKind

MANY = 10_000  # more are not counted


def add(session: Session, event: LabelEvent) -> LabelEvent:
    """The event with its id."""
    session.add(event)
    session.flush()
    return event


def by_id(session: Session, event_id: int) -> LabelEvent:
    """Raises NotFound."""
    found = session.get(LabelEvent, event_id)
    if found is None:
        raise NotFound
    return found


def newest_id(session: Session) -> int:
    """0 while nobody has said anything."""
    return session.exec(select(func.max(LabelEvent.id))).one() or 0


def blind_of(session: Session, ticket_id: int) -> LabelEvent | None:
    """The blind word on that ticket, withdrawn or not: it is said once."""
    query = select(LabelEvent).where(
        LabelEvent.ticket_id == ticket_id, LabelEvent.kind == LabelKind.BLIND
    )
    return session.exec(query.order_by(col(LabelEvent.id)).limit(1)).first()


def of_ticket(session: Session, ticket_id: int) -> Sequence[LabelEvent]:
    """Oldest first, withdrawn ones included."""
    query = select(LabelEvent).where(LabelEvent.ticket_id == ticket_id)
    return session.exec(query.order_by(col(LabelEvent.id))).all()


def is_withdrawn(session: Session, event_id: int) -> bool:
    query = select(LabelEvent.id).where(LabelEvent.withdraws_id == event_id)
    return session.exec(query.limit(1)).first() is not None


def standing(session: Session, *, confirmed_at_most: int) -> Sequence[LabelEvent]:
    """Every word that nobody took back, oldest first; of the confirmations the newest."""
    withdrawn = select(LabelEvent.withdraws_id).where(col(LabelEvent.withdraws_id).is_not(None))
    base = select(LabelEvent).where(
        LabelEvent.kind != LabelKind.WITHDRAWN, col(LabelEvent.id).not_in(withdrawn)
    )
    said = session.exec(base.where(LabelEvent.kind != LabelKind.CONFIRMED)).all()
    confirmed = session.exec(
        base.where(LabelEvent.kind == LabelKind.CONFIRMED)
        .order_by(col(LabelEvent.id).desc())
        .limit(confirmed_at_most)
    ).all()
    return sorted([*said, *confirmed], key=lambda each: each.id)


def some(session: Session, ids: Collection[int]) -> Mapping[int, LabelEvent]:
    """Those events by id, without the ones taken back."""
    found = session.exec(select(LabelEvent).where(col(LabelEvent.id).in_(ids))).all()
    gone = session.exec(
        select(LabelEvent.withdraws_id).where(col(LabelEvent.withdraws_id).in_(ids))
    ).all()
    return {each.id: each for each in found if each.id not in set(gone)}


def counted(session: Session, *, since_id: int = 0, at_most: int = MANY) -> Mapping[LabelKind, int]:
    """How many of each kind are among the first `at_most` after that event."""
    following = select(LabelEvent.kind).where(LabelEvent.id > since_id)
    some = following.order_by(col(LabelEvent.id)).limit(at_most).subquery()
    query = select(some.c.kind, func.count()).group_by(some.c.kind)
    return {LabelKind(kind): n for kind, n in session.exec(query)}


def examples(session: Session) -> Mapping[Category, int]:
    """How many words stand for each added category."""
    codes = session.exec(select(AddedCategory.code)).all()
    if not codes:
        return {}
    withdrawn = select(LabelEvent.withdraws_id).where(col(LabelEvent.withdraws_id).is_not(None))
    query = select(LabelEvent.label, func.count()).where(
        col(LabelEvent.label).in_(codes),
        LabelEvent.kind != LabelKind.WITHDRAWN,
        col(LabelEvent.id).not_in(withdrawn),
    )
    return {Category(word): n for word, n in session.exec(query.group_by(col(LabelEvent.label)))}


def ruled(session: Session, *, since: datetime, until: datetime) -> tuple[int, int]:
    """On how many readings people ruled in [since, until), and how many of those they changed."""
    changed = case((col(LabelEvent.label) != LabelEvent.said, 1))
    query = select(func.count(), func.count(changed)).where(
        col(LabelEvent.at) >= since,
        col(LabelEvent.at) < until,
        col(LabelEvent.kind).in_((LabelKind.CONFIRMED, LabelKind.CORRECTED)),
        col(LabelEvent.said).is_not(None),
    )
    return session.exec(query).one()


def added(session: Session, *, only_active: bool = False) -> Sequence[AddedCategory]:
    """Added categories by code."""
    query = select(AddedCategory).order_by(AddedCategory.code)
    if only_active:
        query = query.where(col(AddedCategory.is_active).is_(True))
    return session.exec(query).all()


def added_by_code(session: Session, code: str) -> AddedCategory | None:
    return session.get(AddedCategory, code)
