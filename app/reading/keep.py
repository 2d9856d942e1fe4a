"""An Understanding becomes a Reading row, and back."""

from datetime import datetime

from app.kit.kept import dump, load
from app.reading.facts import Understanding
from app.store.session import Session
from models import Reading


def keep(
    session: Session,
    ticket_id: int,
    understanding: Understanding,
    *,
    now: datetime,
    corrected_by_id: int | None = None,
) -> Reading:
    """The stored reading, flushed."""
    reading = Reading(
        ticket_id=ticket_id,
        category=understanding.category,
        probability=understanding.probability,
        decision=understanding.decision,
        classifier=understanding.classifier,
        content=dump(understanding),
        corrected_by_id=corrected_by_id,
        created_at=now,
    )
    session.add(reading)
    session.flush()
    return reading


def recall(reading: Reading) -> Understanding:
    return load(Understanding, reading.content)
