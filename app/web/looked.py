"""A colleague's look: at unmasked personal data it is written down, and others may see it."""

from datetime import datetime, timedelta

from app.access.permissions import Permission, may
from app.store import drafts, presence, readings
from app.store.session import Session
from app.web.site import Site
from models import Staff, Ticket
from models.vocabulary import System

_GRAIN = timedelta(minutes=15)
_SEEN_WHOLE = "halaman laporan, data pribadi lengkap"


def note(site: Site, ticket: Ticket, who: Staff, *, now: datetime) -> None:
    """Where this colleague sees personal data whole, and has not just done so."""
    with site.database.read() as session:
        is_new = _is_new(session, ticket, who, now)
    if is_new:
        log(site, ticket, who, _SEEN_WHOLE, now=now)


def log(site: Site, ticket: Ticket, who: Staff, asked: str, *, now: datetime) -> None:
    with site.database.write() as session:
        readings.log_access(
            session,
            ticket_id=ticket.id,
            actor=who.username,
            reason=f"laporan {ticket.number}",
            asked=[(System.LOKET, asked, 1)],
            at=now,
        )


def _is_new(session: Session, ticket: Ticket, who: Staff, now: datetime) -> bool:
    if not may(who.role, Permission.UNMASK):
        return False
    return not any(
        each.actor == who.username and each.asked == _SEEN_WHOLE and now - each.at < _GRAIN
        for each in readings.accesses_of(session, ticket.id)
    )


def open_now(site: Site, ticket: Ticket, who: Staff, *, now: datetime) -> None:
    """That colleague has the ticket open, and types if a draft was kept within the minute."""
    with site.database.write() as session:
        since = now - presence.COUNTS_FOR
        is_writing = drafts.writing_since(session, ticket.id, who.id, since)
        presence.here(session, ticket.id, who.id, is_writing=is_writing, now=now)
