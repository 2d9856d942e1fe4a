"""The receipt of a report that came by mail: its number, and the way to follow it."""

import secrets
from datetime import datetime

from app.reply import letters
from app.store import owed
from app.store.session import Session
from models import Reply, Ticket


def queue(
    session: Session,
    ticket: Ticket,
    *,
    tracking_url: str | None,
    refused: int,
    files: int,
    now: datetime,
) -> Reply:
    """In the outbox. It is no answer: no target is met by it.

    `refused` of the files that came were not kept; `files` is how many may come.
    """
    composed = letters.receipt(
        ticket.number, tracking_url=tracking_url, refused=refused, files=files, now=now
    )
    reply = Reply(
        ticket_id=ticket.id,
        to=ticket.requester_email,
        subject=composed.subject,
        body=composed.body,
        # Nobody can guess it: whoever answers to it has this letter.
        mail_id=f"tiket-{ticket.number}.{secrets.token_hex(8)}@loket",
        is_notice=True,
        created_at=now,
    )
    session.add(reply)
    owed.deliver(session, reply)
    return reply
