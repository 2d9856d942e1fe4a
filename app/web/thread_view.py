"""The public reply of a comment's report, and the form for it."""

from dataclasses import dataclass
from datetime import datetime

from app import threads
from app.store.session import Session
from models import ThreadReply, Ticket
from models.vocabulary import ThreadState

_WRITABLE = frozenset({ThreadState.REFUSED, ThreadState.UNSEEN, ThreadState.TO_COPY})


@dataclass(frozen=True, slots=True)
class ThreadView:
    """`text` stands in the form. `is_connected`: Loket sends it; else a person copies it."""

    reply: ThreadReply | None
    text: str
    is_connected: bool

    @property
    def may_write(self) -> bool:
        return self.reply is None or self.reply.state in _WRITABLE


def gathered(
    session: Session, ticket: Ticket, *, is_connected: bool, now: datetime
) -> ThreadView | None:
    """None for a report that gets none."""
    if not threads.may_reply(ticket):
        return None
    reply = threads.current(session, ticket)
    text = reply.body if reply else threads.proposed(session, ticket, now=now)
    return ThreadView(reply, text, is_connected)
