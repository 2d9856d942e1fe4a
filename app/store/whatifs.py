"""Simulations of editions, the recorded plans they look at, and what they found different."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import Select

from app.kit.errors import NotFound
from models import Difference, Edition, Lookup, Plan, Reading, Ticket, WhatIf
from models.vocabulary import PlanState

Recorded = tuple[Plan, Lookup, Reading]
# A slice takes seconds; one that is silent for so long has died with its process.
GIVEN_UP_AFTER = timedelta(minutes=5)


def by_id(session: Session, whatif_id: int) -> WhatIf:
    """Raises NotFound."""
    found = session.get(WhatIf, whatif_id)
    if found is None:
        raise NotFound
    return found


def locked(session: Session, whatif_id: int) -> WhatIf | None:
    """None once a newer one took its place."""
    return session.exec(select(WhatIf).where(WhatIf.id == whatif_id).with_for_update()).first()


def newest(session: Session, edition_id: int) -> WhatIf | None:
    query = select(WhatIf).where(WhatIf.edition_id == edition_id)
    return session.exec(query.order_by(col(WhatIf.id).desc()).limit(1)).first()


def is_running(whatif: WhatIf, now: datetime) -> bool:
    return whatif.ended_at is None and now - whatif.beat_at < GIVEN_UP_AFTER


def begin(
    session: Session, edition: Edition, *, months: int, by_id: int, now: datetime
) -> WhatIf | None:
    """A new one in place of the edition's (locked) earlier; None while that runs."""
    for earlier in session.exec(select(WhatIf).where(WhatIf.edition_id == edition.id)).all():
        if is_running(earlier, now):
            return None
        forget_differences(session, earlier.id)
        session.delete(earlier)
    made = WhatIf(
        edition_id=edition.id,
        months=months,
        terms=edition.terms,
        by_id=by_id,
        started_at=now,
        beat_at=now,
    )
    session.add(made)
    session.flush()
    return made


def forget_differences(session: Session, whatif_id: int) -> None:
    session.exec(delete(Difference).where(col(Difference.whatif_id) == whatif_id))


def count_recorded(session: Session, *, since: datetime, until: datetime) -> int:
    query = select(func.count()).select_from(Plan).where(*_standing(since, until))
    return session.exec(query).one()


def recorded(
    session: Session, *, since: datetime, until: datetime, after_id: int, limit: int
) -> Sequence[Recorded]:
    """Plans of [since, until) that did not give way to a newer look, by id, with their records."""
    query = (
        select(Plan, Lookup, Reading)
        .join(Lookup, col(Lookup.id) == Plan.lookup_id)
        .join(Reading, col(Reading.id) == Plan.reading_id)
        .where(*_standing(since, until), col(Plan.id) > after_id)
    )
    return session.exec(query.order_by(col(Plan.id)).limit(limit)).all()


def count_differences(session: Session, whatif_id: int, pair: tuple[str, str] | None) -> int:
    query = select(func.count()).select_from(Difference).where(*_differing(whatif_id, pair))
    return session.exec(query).one()


def differences(
    session: Session, whatif_id: int, pair: tuple[str, str] | None, *, offset: int, limit: int
) -> Sequence[tuple[Ticket, Plan, Lookup, Reading]]:
    """Cases answered differently, the newest first; `pair` is of a rule and the rule now."""
    query = _with_records().where(*_differing(whatif_id, pair))
    return session.exec(query.order_by(col(Plan.id).desc()).offset(offset).limit(limit)).all()


def not_reproduced(
    session: Session, whatif_id: int, *, limit: int
) -> Sequence[tuple[Ticket, Plan, Lookup, Reading]]:
    """Cases whose own numbers do not give the recorded verdict any more, the newest first."""
    query = _with_records().where(
        Difference.whatif_id == whatif_id, col(Difference.is_reproduced).is_(False)
    )
    return session.exec(query.order_by(col(Plan.id).desc()).limit(limit)).all()


def _with_records() -> Select[Ticket, Plan, Lookup, Reading]:
    return (
        select(Ticket, Plan, Lookup, Reading)
        .select_from(Difference)
        .join(Plan, col(Plan.id) == Difference.plan_id)
        .join(Ticket, col(Ticket.id) == Plan.ticket_id)
        .join(Lookup, col(Lookup.id) == Plan.lookup_id)
        .join(Reading, col(Reading.id) == Plan.reading_id)
    )


def _standing(since: datetime, until: datetime) -> Sequence[ColumnElement[bool]]:
    return (
        col(Plan.created_at) >= since,
        col(Plan.created_at) < until,
        col(Plan.state) != PlanState.SUPERSEDED,
    )


def _differing(whatif_id: int, pair: tuple[str, str] | None) -> Sequence[ColumnElement[bool]]:
    found = [col(Difference.whatif_id) == whatif_id, col(Difference.differs).is_(True)]
    if pair:
        found += [col(Difference.rule) == pair[0], col(Difference.rule_now) == pair[1]]
    return found
