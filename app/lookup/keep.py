"""A Dossier becomes a Lookup row, and back."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from app.access import trail
from app.access.trail import Deed
from app.kit.kept import dump, load
from app.lookup.dossier import Dossier
from app.lookup.gather import Asked, Stated
from app.store import readings
from app.store.session import Session
from models import Lookup, Reading, Ticket
from models.vocabulary import TrailAction


def stated(ticket: Ticket, text: str) -> Stated:
    """What the form's own fields say, and the whole message."""
    return Stated(
        name=ticket.requester_name or None,
        npsn=ticket.npsn,
        school_name=ticket.school_name or None,
        email=ticket.requester_email,
        address=ticket.account_address,
        jenjang=ticket.jenjang,
        text=text,
    )


def log(
    session: Session, ticket: Ticket, asked: Sequence[Asked], *, by: str, now: datetime
) -> None:
    """Who asked which system what, and why."""
    if asked:
        systems = Counter(each.system.value for each in asked)
        deed = Deed(TrailAction.PEOPLE_LOOKED_UP, ticket.number, detail=dict(systems))
        trail.record(session, deed, by=by, now=now)
    readings.log_access(
        session,
        ticket_id=ticket.id,
        actor=by,
        reason=f"laporan {ticket.number}",
        asked=[(each.system, each.question, each.found) for each in asked],
        at=now,
    )


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


def people_named(session: Session, ticket_id: int, *, until: datetime) -> frozenset[str]:
    """Ids of everybody whom the report was found to be about up to that instant."""
    found = (recall(each).person for each in readings.lookups_until(session, ticket_id, until))
    return frozenset(each.person_id for each in found if each)
