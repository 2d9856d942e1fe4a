"""The requester's further message: kept once, and the report looked at again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app import further
from app.access import limits
from app.intake import receive
from app.intake.evidence import Upload
from app.intake.form import LONGEST, Complaint
from app.store import tickets
from app.store.session import Session
from app.web.site import Site
from app.web.submitted import Submitted, uploads
from models import Message, Ticket

# The same words again within this time are a second click, not a second message.
_SECOND_CLICK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and what is wrong with it; nothing of both when it was kept."""

    text: str = ""
    complaints: Mapping[str, Complaint] = field(default_factory=dict)


def typed(sent: Submitted) -> str:
    return sent.fields.get("pesan", "").replace("\r\n", "\n").strip()


def add(
    site: Site, number: int, sent: Submitted, *, address: str, is_unsolved: bool, now: datetime
) -> Draft:
    """Committed on return where the draft has no complaints. Raises NotFound.

    `is_unsolved`: it says why an answered report is not solved, and opens that again.
    """
    text = typed(sent)
    files, complaints = uploads(sent, site)
    if len(text) > LONGEST:
        complaints["pesan"] = Complaint("track.too_long", str(LONGEST))
    elif not text and not sent.files:
        complaints["pesan"] = Complaint("track.nothing")
    if complaints:
        return Draft(text, complaints)
    with site.database.write() as session:
        ticket = tickets.locked(session, tickets.by_number(session, number).id)
        if not _was_sent(session, ticket, text, files, now=now):
            limits.count(session, "form", address, now=now)
            receive.add_message(
                session,
                ticket,
                text,
                uploads=files,
                author_name=ticket.requester_name,
                files=site.files,
                now=now,
            )
            further.heard(session, ticket, is_unsolved=is_unsolved, now=now)
    return Draft()


def _was_sent(
    session: Session, ticket: Ticket, text: str, files: Sequence[Upload], *, now: datetime
) -> bool:
    written = tickets.messages_of(session, ticket.id, by_requester=True)
    if not written or now - written[-1].created_at > _SECOND_CLICK:
        return False
    last = written[-1]
    return last.body == text and _names(session, last) == sorted(each.filename for each in files)


def _names(session: Session, message: Message) -> list[str]:
    lying = tickets.attachments_of(session, message.ticket_id)
    return sorted(each.filename for each in lying if each.message_id == message.id)
