"""A colleague's look: written down with what they saw of it, and others may see it."""

from datetime import datetime, timedelta

from app.access import trail
from app.access.permissions import Permission, may
from app.access.trail import Deed
from app.store import drafts, presence, readings
from app.store import trail as trail_rows
from app.store.session import Session
from app.web.site import Site
from models import Attachment, Staff, Ticket
from models.vocabulary import System, TrailAction

_GRAIN = timedelta(minutes=15)
_SEEN_WHOLE = "halaman laporan, data pribadi lengkap"


def note(site: Site, ticket: Ticket, who: Staff, *, now: datetime) -> None:
    """Before the page is sent, in a short transaction of its own: what was shown is on disk.

    The same colleague's looks at the same report within a quarter of an hour are one.
    """
    if _is_noted(site, ticket, who, now):
        return
    with site.database.write() as session:
        _note(session, ticket, who, now)


def opened(site: Site, ticket: Ticket, who: Staff, *, now: datetime) -> None:
    """As `note`, and others see from now on who has it open: one transaction for both."""
    is_noted = _is_noted(site, ticket, who, now)
    with site.database.write() as session:
        if not is_noted:
            _note(session, ticket, who, now)
        _here(session, ticket, who, now)


def open_now(site: Site, ticket: Ticket, who: Staff, *, now: datetime) -> None:
    """That colleague still has it open."""
    with site.database.write() as session:
        _here(session, ticket, who, now)


def attachment(site: Site, ticket: Ticket, who: Staff, found: Attachment, *, now: datetime) -> None:
    """Each time."""
    said = f"lampiran {found.id} ({found.content_type})"
    deed = Deed(TrailAction.ATTACHMENT_READ, ticket.number, subject=said)
    with site.database.write() as session:
        _log(session, ticket, who, deed, asked=said, now=now)


def _is_noted(site: Site, ticket: Ticket, who: Staff, now: datetime) -> bool:
    with site.database.read() as session:
        return trail_rows.has_read(session, who.username, ticket.number, since=now - _GRAIN)


def _note(session: Session, ticket: Ticket, who: Staff, now: datetime) -> None:
    is_whole = may(who.role, Permission.UNMASK)
    deed = Deed(TrailAction.TICKET_READ, ticket.number, detail={"masked": int(not is_whole)})
    _log(session, ticket, who, deed, asked=_SEEN_WHOLE if is_whole else "", now=now)


def _here(session: Session, ticket: Ticket, who: Staff, now: datetime) -> None:
    """They type where a draft was kept within the minute."""
    is_writing = drafts.writing_since(session, ticket.id, who.id, now - presence.COUNTS_FOR)
    presence.here(session, ticket.id, who.id, is_writing=is_writing, now=now)


def _log(
    session: Session, ticket: Ticket, who: Staff, deed: Deed, *, asked: str, now: datetime
) -> None:
    """`asked` also stands among the questions of the report's own page, where it says anything."""
    trail.record(session, deed, by=who, now=now)
    if asked:
        readings.log_access(
            session,
            ticket_id=ticket.id,
            actor=who.username,
            reason=f"laporan {ticket.number}",
            asked=[(System.LOKET, asked, 1)],
            at=now,
        )
