"""Fittings of a classifier and what became of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
from app.store.wib import day_of
from models import Reading, Training
from models.vocabulary import Category, TrainingOutcome

# A fitting takes a minute; one that is silent for so long has died with its process.
GIVEN_UP_AFTER = timedelta(minutes=30)


def by_id(session: Session, training_id: int) -> Training:
    """Raises NotFound."""
    found = session.get(Training, training_id)
    if found is None:
        raise NotFound
    return found


def begin(session: Session, *, by: str, now: datetime) -> Training | None:
    """A new one, RUNNING; None while another runs. A dead one is FAILED first."""
    if session.get_bind().dialect.name == "postgresql":
        # Two who ask at once: the second waits here and then sees the first.
        session.connection().execute(text("LOCK TABLE training IN SHARE ROW EXCLUSIVE MODE"))
    for each in _running(session):
        if now - each.started_at < GIVEN_UP_AFTER:
            return None
        each.outcome, each.ended_at, each.reasons = TrainingOutcome.FAILED, now, []
        session.add(each)
    made = Training(by=by, scores={}, reasons=[], started_at=now)
    session.add(made)
    session.flush()
    return made


def is_running(session: Session, now: datetime) -> bool:
    return any(now - each.started_at < GIVEN_UP_AFTER for each in _running(session))


def recent(session: Session, *, limit: int) -> Sequence[Training]:
    """The newest first."""
    return session.exec(select(Training).order_by(col(Training.id).desc()).limit(limit)).all()


def readings_by_day(
    session: Session, since: datetime
) -> Sequence[tuple[datetime, Category | None, float, int]]:
    """Per WIB day since then and category the classifier gave: an instant of that day, the
    category, the sum of its confidences and how many.
    """
    day = func.min(Reading.created_at)
    query = (
        select(day, Reading.category, func.sum(Reading.probability), func.count())
        .where(col(Reading.created_at) >= since, col(Reading.corrected_by_id).is_(None))
        .group_by(day_of(session, col(Reading.created_at)), col(Reading.category))
    )
    return [
        (at, Category(word) if word else None, float(total or 0.0), n)
        for at, word, total, n in session.exec(query)
    ]


def _running(session: Session) -> Sequence[Training]:
    return session.exec(select(Training).where(Training.outcome == TrainingOutcome.RUNNING)).all()
