"""Trying to send one answer, and when to try again."""

from dataclasses import dataclass
from datetime import datetime

from app.kit.backoff import next_try
from app.reply.ports import Mailer, MailRefused, MailUnavailable, Outgoing
from models import Reply, StaffLetter
from models.vocabulary import ReplyState


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of one try: the state it leads to, and why where it is not SENT."""

    state: ReplyState
    error: str = ""


def attempt(mailer: Mailer, reply: Reply, body: str) -> Sent:
    """Try once to send `body` as that letter.

    An answer without an address needs no mail: the tracking page shows it.
    """
    if reply.to is None:
        return Sent(ReplyState.SENT)
    return post(mailer, Outgoing(reply.to, reply.subject, body, reply.mail_id))


def post(mailer: Mailer, mail: Outgoing) -> Sent:
    """Try once to send a mail."""
    try:
        mailer.send(mail)
    except MailUnavailable as error:
        return Sent(ReplyState.QUEUED, str(error))
    except MailRefused as error:
        return Sent(ReplyState.UNDELIVERABLE, str(error))
    return Sent(ReplyState.SENT)


def note(reply: Reply | StaffLetter, sent: Sent, *, now: datetime) -> None:
    """Write a try down; unavailability never ends the trying."""
    reply.attempts += 1
    reply.state, reply.error = sent.state, sent.error
    match sent.state:
        case ReplyState.SENT:
            reply.sent_at, reply.next_try_at = now, None
        case ReplyState.QUEUED:
            reply.next_try_at = next_try(reply.attempts, now)
        case ReplyState.UNDELIVERABLE:
            reply.next_try_at = None
