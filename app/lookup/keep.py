"""A Dossier becomes a Lookup row, and back."""

from datetime import datetime

from app.kit.kept import dump, load
from app.lookup.dossier import Dossier
from app.store.session import Session
from models import Lookup, Reading


def keep(
    session: Session,
    dossier: Dossier,
    *,
    reading: Reading,
    subject_no: int,
    now: datetime,
) -> Lookup:
    """The stored look-up, flushed."""
    lookup = Lookup(
        ticket_id=reading.ticket_id,
        reading_id=reading.id,
        subject_no=subject_no,
        content=dump(dossier),
        created_at=now,
    )
    session.add(lookup)
    session.flush()
    return lookup


def recall(lookup: Lookup) -> Dossier:
    return load(Dossier, lookup.content)
