"""The audit trail: rows written, chained and read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_
from sqlalchemy import update as update_rows
from sqlmodel import Session, col, delete, func, select, update

from models import Counter, Trail, TrailAnchor
from models.vocabulary import TrailAction

_SERIES = "jejak"
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; None and "" ask for nothing. `until` is exclusive. `before` is a row's
    id: only what comes after it in the order of the page, the newest first."""

    actor: str = ""
    action: TrailAction | None = None
    ticket_number: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


def add(session: Session, row: Trail) -> None:
    session.add(row)


def listed(session: Session, wanted: Wanted, *, limit: int) -> Sequence[Trail]:
    """The newest first."""
    query = select(Trail)
    if wanted.actor:
        query = query.where(Trail.actor == wanted.actor)
    if wanted.action:
        query = query.where(Trail.action == wanted.action)
    if wanted.ticket_number is not None:
        query = query.where(Trail.ticket_number == wanted.ticket_number)
    if wanted.since:
        query = query.where(col(Trail.at) >= wanted.since)
    if wanted.until:
        query = query.where(col(Trail.at) < wanted.until)
    last = session.get(Trail, wanted.before) if wanted.before is not None else None
    if last is not None:
        same = and_(col(Trail.at) == last.at, col(Trail.id) < last.id)
        query = query.where(or_(col(Trail.at) < last.at, same))
    return session.exec(
        query.order_by(col(Trail.at).desc(), col(Trail.id).desc()).limit(limit)
    ).all()


def has_read(session: Session, actor: str, number: int, *, since: datetime) -> bool:
    """Whether that colleague's look at the report was written down since then."""
    query = select(Trail.id).where(
        Trail.ticket_number == number,
        col(Trail.at) >= since,
        Trail.actor == actor,
        Trail.action == TrailAction.TICKET_READ,
        Trail.subject == "",
    )
    return session.exec(query.limit(1)).first() is not None


# The chain ------------------------------------------------------------------------------------


def head(session: Session) -> int:
    """The number of the last chained row; other chaining waits until this transaction ends."""
    # An update locks the row on every database, and keeps the series as it is.
    counter = update(Counter).where(col(Counter.name) == _SERIES)
    session.exec(counter.values(value=col(Counter.value)))
    return session.exec(select(Counter.value).where(Counter.name == _SERIES)).one()


def raise_head(session: Session, seq: int) -> None:
    session.exec(update(Counter).where(col(Counter.name) == _SERIES).values(value=seq))


def hash_of(session: Session, seq: int) -> str | None:
    return session.exec(select(Trail.hash).where(Trail.seq == seq)).first()


def loose(session: Session, *, limit: int) -> Sequence[Trail]:
    """Rows that are not chained yet, the oldest first."""
    query = select(Trail).where(col(Trail.seq).is_(None)).order_by(col(Trail.id))
    return session.exec(query.limit(limit)).all()


def link(session: Session, links: Sequence[tuple[int, int, str, str]]) -> None:
    """For each (id, seq, previous, hash) in one round."""
    session.execute(
        update_rows(Trail),
        [
            {"id": row_id, "seq": seq, "previous": previous, "hash": made}
            for row_id, seq, previous, made in links
        ],
    )


def in_order(session: Session, *, after: int, through: int) -> Iterator[Trail]:
    """The chained rows with a number above `after` up to `through`, read a part at a time."""
    while True:
        query = select(Trail).where(col(Trail.seq) > after, col(Trail.seq) <= through)
        rows = session.exec(query.order_by(col(Trail.seq)).limit(_AT_ONCE)).all()
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1].seq or 0
        session.expunge_all()


def beyond(session: Session) -> Sequence[int]:
    """Numbers outside the chain as the newest head has it, seen in one look: at most a hundred."""
    newest = select(func.coalesce(func.max(TrailAnchor.seq), 0)).scalar_subquery()
    query = select(Trail.seq).where(or_(col(Trail.seq) > newest, col(Trail.seq) < 1))
    return [
        seq for seq in session.exec(query.order_by(col(Trail.seq)).limit(100)) if seq is not None
    ]


def anchors(session: Session) -> Sequence[TrailAnchor]:
    """Of every day, the oldest first."""
    return session.exec(select(TrailAnchor).order_by(col(TrailAnchor.day))).all()


def anchor(session: Session, day: date) -> TrailAnchor | None:
    return session.get(TrailAnchor, day)


def newest_anchor(session: Session) -> TrailAnchor | None:
    return session.exec(select(TrailAnchor).order_by(col(TrailAnchor.day).desc())).first()


def newest_anchor_before(session: Session, day: date) -> TrailAnchor | None:
    query = select(TrailAnchor).where(col(TrailAnchor.day) < day)
    return session.exec(query.order_by(col(TrailAnchor.day).desc())).first()


def keep_anchor(session: Session, made: TrailAnchor) -> None:
    session.merge(made)


def remove_through(session: Session, seq: int, *, limit: int) -> int:
    """How many of the oldest chained rows up to that number are gone now."""
    oldest = select(Trail.id).where(col(Trail.seq) <= seq).order_by(col(Trail.seq)).limit(limit)
    return session.exec(delete(Trail).where(col(Trail.id).in_(oldest))).rowcount
