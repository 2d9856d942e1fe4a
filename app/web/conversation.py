"""What was written in a report and in those handled under it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.reading.facts import Words
from app.store import merges, tickets
from app.store.session import Session
from app.web import reading_view
from app.web.reader import Reader
from app.web.reading_view import MessageView
from models import Ticket

LONG = 12  # messages; a longer thread is read from its end
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Conversation:
    """Oldest first. Of a long one the newest first, and `older` are not shown."""

    messages: tuple[MessageView, ...]
    older: int = 0
    is_long: bool = False


def whole(
    session: Session,
    ticket: Ticket,
    because: Iterable[Words],
    *,
    reader: Reader,
    colleagues: Iterable[str] = (),
) -> tuple[MessageView, ...]:
    """All of it, oldest first; `via` is the number by which it came, 0 for the report's own."""
    numbers = {each.id: each.number for _, each in merges.under(session, ticket.id)}
    own = [ticket.id, *numbers]
    rows = [row for each in own for row in tickets.messages_of(session, each)]
    files = [file for each in own for file in tickets.attachments_of(session, each)]
    rows.sort(key=lambda row: (row.created_at, row.id))
    views = reading_view.messages(rows, files, because, reader=reader, colleagues=colleagues)
    return tuple(
        replace(view, via=numbers.get(row.ticket_id, 0))
        for view, row in zip(views, rows, strict=True)
    )


def shortened(messages: tuple[MessageView, ...]) -> Conversation:
    if len(messages) <= LONG:
        return Conversation(messages)
    return Conversation(messages[::-1][:_SHOWN], older=len(messages) - _SHOWN, is_long=True)
