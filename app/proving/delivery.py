"""Letters on their way: the one place where a link is put into what is sent."""

from datetime import datetime
from functools import partial

from app import held, states
from app.access.links import Links
from app.proving import post
from app.reply import send
from app.reply.ports import Mailer
from app.store import owed, replies, tickets
from app.store.session import Database
from models.vocabulary import ReplyState


def deliver(
    database: Database, reply_id: int, *, mailer: Mailer, links: Links, now: datetime
) -> None:
    """One letter sent, or its next try set, or known as undeliverable."""
    with database.read() as session:
        reply = replies.by_id(session, reply_id)
    again = partial(owed.deliver, reply=reply)
    if not held.may_begin(database, reply.ticket_id, again=again, now=now):
        return
    with database.read() as session:
        reply = replies.by_id(session, reply_id)
        body = post.body_of(session, reply, links)
    if reply.state is not ReplyState.QUEUED:
        return
    sent = send.attempt(mailer, reply, body)
    with database.write() as session:
        reply = replies.by_id(session, reply_id)
        ticket = tickets.locked(session, reply.ticket_id)
        send.note(reply, sent, now=now)
        session.add(reply)
        if reply.state is ReplyState.SENT:
            if not reply.is_notice:
                ticket.first_answered_at = ticket.first_answered_at or now
            states.happened(session, ticket, "delivered", states.LOKET, now)
        elif reply.state is ReplyState.UNDELIVERABLE:
            states.happened(session, ticket, "delivery_failed", states.LOKET, now)
