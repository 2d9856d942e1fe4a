"""A report as its sender may see it: no records, no notices to others, no internal notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.kit.hidden import mail as masked
from app.store import lines, replies, tickets
from app.store.session import Session
from models import Reply, Ticket
from models.vocabulary import Author, Category, ReplyState, TicketState, WhoActs

# What others must do by a day may be a fact of the records: the day an account goes.
_OURS = frozenset({WhoActs.SYSTEM, WhoActs.HELPDESK, WhoActs.NOBODY})


@dataclass(frozen=True, slots=True)
class Said:
    """One message or answer; `files` are names only."""

    text: str
    at: datetime
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """`mail` is masked; `promised_at` is None when nothing was promised. `people` counts the
    list, 0 where there is none.
    """

    number: int
    state: TicketState
    waiting_on: WhoActs
    category: Category | None
    subject: str
    mail: str
    created_at: datetime
    updated_at: datetime
    promised_at: datetime | None
    messages: Sequence[Said]
    answers: Sequence[Said]
    people: int = 0


def gathered(session: Session, ticket: Ticket) -> Report:
    """What the sender wrote and what we answered, oldest first."""
    return Report(
        number=ticket.number,
        state=ticket.state,
        waiting_on=ticket.waiting_on,
        category=ticket.self_category,
        subject=ticket.subject,
        mail=masked(ticket.requester_email or ""),
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        promised_at=ticket.promised_at if ticket.waiting_on in _OURS else None,
        messages=_messages(session, ticket),
        answers=_answers(session, ticket),
        people=lines.total(session, ticket.id),
    )


def _messages(session: Session, ticket: Ticket) -> list[Said]:
    lying = tickets.attachments_of(session, ticket.id)
    return [
        Said(
            message.body,
            message.created_at,
            tuple(each.filename for each in lying if each.message_id == message.id),
        )
        for message in tickets.messages_of(session, ticket.id, by_requester=True)
    ]


def _answers(session: Session, ticket: Ticket) -> list[Said]:
    """Composed answers that went out, and public words of the staff that came by import."""
    sent = [
        Said(reply.body, reply.sent_at or reply.created_at)
        for reply in replies.of_ticket(session, ticket.id)
        if not reply.is_notice and _is_out(reply)
    ]
    brought = [
        Said(message.body, message.created_at)
        for message in tickets.messages_of(session, ticket.id)
        if message.author is Author.STAFF and message.is_public and not message.duplicate_of
    ]
    return sorted((*sent, *brought), key=lambda said: said.at)


def _is_out(reply: Reply) -> bool:
    return reply.state is ReplyState.SENT
