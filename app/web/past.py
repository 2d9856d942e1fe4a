"""What the records said of a person on the day a report was written, beside what they say now."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import NotFound
from app.kit.tanggal import short_instant
from app.learning import blind
from app.lookup import keep as kept_lookups
from app.register import recall
from app.register.compare import Recorded, compare
from app.store import extracts, readings, tickets
from app.store.session import Session
from app.web import pages, past_view
from app.web.deps import Now, TheSite, Viewer
from app.web.reader import reader_of
from app.web.typed import Id
from models import Extract, Ticket
from models.values import Npsn
from models.vocabulary import System, TrailAction

router = APIRouter()


@router.get("/tiket/{number}/dahulu/{subject}", name="past")
def show(
    request: Request, number: Id, subject: Id, site: TheSite, who: Viewer, now: Now
) -> Response:
    """The comparison; its panel alone for htmx. 404 where nothing of that day is kept.

    Every look is written down, for it asks for more than the report was judged by.
    """
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        person_id = _person_of(session, ticket, subject)
        extract = past_view.extract_of(session, ticket)
        today = extracts.in_force(session)
        if extract is None or today is None or blind.awaits(session, ticket):
            raise NotFound
        then, current = (_recorded(session, each, person_id) for each in (extract, today))
        deed = Deed(TrailAction.PEOPLE_LOOKED_UP, ticket.number, subject="ekstrak dahulu")
        trail.record(session, deed, by=who.staff, now=now)
        readings.log_access(
            session,
            ticket_id=ticket.id,
            actor=who.staff.username,
            reason=f"laporan {ticket.number}",
            asked=[_asked(extract, then), _asked(today, current)],
            at=now,
        )
        reader = reader_of(request, session, who.staff)
    is_part = pages.wants_fragment(request)
    return (pages.fragment if is_part else pages.page)(
        request,
        "past/_past.html" if is_part else "past/show.html",
        ticket=ticket,
        subject=subject,
        past=past_view.past(then, current, compare(then, current), reader=reader),
    )


def _person_of(session: Session, ticket: Ticket, subject: int) -> str:
    """Raises NotFound where that subject of the reading in force is nobody of the records."""
    reading = readings.latest(session, ticket.id)
    for lookup in readings.lookups_of(session, reading.id) if reading else ():
        person = kept_lookups.recall(lookup).person
        if lookup.subject_no + 1 == subject and person is not None:
            return person.person_id
    raise NotFound


def _recorded(session: Session, extract: Extract, person_id: str) -> Recorded:
    found = recall.people(session, extract, [person_id])
    person = found[0] if found else None
    npsns: list[Npsn] = [each.npsn for each in person.placements] if person else []
    return Recorded(
        as_of=extract.extracted_at,
        person=person,
        accounts=tuple(recall.accounts_of(session, extract, person_id)),
        schools=recall.schools(session, extract, npsns),
    )


def _asked(extract: Extract, recorded: Recorded) -> tuple[System, str, int]:
    found = (recorded.person is not None) + len(recorded.accounts)
    return System.LOKET, f"ekstrak {short_instant(extract.extracted_at)}, satu orang", found
