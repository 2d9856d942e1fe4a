"""Fittings of a classifier and what became of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from app.kit.errors import NotFound
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


def read(
    session: Session, *, since: datetime, until: datetime
) -> Sequence[tuple[Category | None, float, int]]:
    """Of what a classifier read in [since, until): each category it gave, the sum of its
    confidences and how many.
    """
    query = (
        select(Reading.category, func.sum(Reading.probability), func.count())
        .where(
            col(Reading.created_at) >= since,
            col(Reading.created_at) < until,
            col(Reading.corrected_by_id).is_(None),
        )
        .group_by(col(Reading.category))
    )
    return [
        (Category(word) if word else None, float(total or 0.0), n)
        for word, total, n in session.exec(query)
    ]


def _running(session: Session) -> Sequence[Training]:
    return session.exec(select(Training).where(Training.outcome == TrainingOutcome.RUNNING)).all()
