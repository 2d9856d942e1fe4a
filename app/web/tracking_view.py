"""A report as its sender may see it: no records, no notices to others, no internal notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app import requester
from app.kit.hidden import mail as masked
from app.store import events, lines, merges, ratings, replies, tickets
from app.store.session import Session
from models import Rating, Reply, Ticket
from models.vocabulary import Author, Category, ReplyState, TicketState, WhoActs

# What others must do by a day may be a fact of the records: the day an account goes.
_OURS = frozenset({WhoActs.SYSTEM, WhoActs.HELPDESK, WhoActs.NOBODY})


# What of the history its sender is told; nothing that the records alone would know.
_TOLD = {
    "received": "received",
    "imported": "received",
    "looked_up": "looked_up",
    "lookup_delayed": "lookup_delayed",
    "approved": "approved",
    "answered": "answered",
    "answered_by_hand": "answered",
    "message_added": "message_added",
    "woken": "woken",
    "reopened": "reopened",
    "solved": "solved",
    "closed": "closed",
}
_TOLD_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class Happened:
    """`kind` names a sentence `told.*`."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One message or answer; `files` are names only."""

    text: str
    at: datetime
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """`mail` is masked; `promised_at` is None when nothing was promised. `people` counts the
    list, 0 where there is none. `newest_answer` is the id of the one that may be rated.
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
    is_merged: bool = False
    history: Sequence[Happened] = ()
    may_settle: bool = False
    may_reopen: bool = False
    newest_answer: int | None = None
    rating: Rating | None = None

    @property
    def turn(self) -> str:
        """The key of the sentence that says whose turn it is."""
        is_over = self.waiting_on is WhoActs.NOBODY
        return f"turn.{self.waiting_on}{'_unanswered' if is_over and not self.may_reopen else ''}"


def gathered(session: Session, ticket: Ticket) -> Report:
    """What the sender wrote and what we answered, oldest first.

    Of a report that is handled under another one it is told where that stands, and nothing else.
    """
    lead = merges.leading(session, ticket)
    is_merged = lead.id != ticket.id
    out = _out(session, ticket)
    answers = _answers(session, ticket, out)
    newest = out[-1].id if out else None
    return Report(
        number=ticket.number,
        state=lead.state,
        waiting_on=lead.waiting_on,
        category=ticket.self_category,
        subject=ticket.subject,
        mail=masked(ticket.requester_email or ""),
        created_at=ticket.created_at,
        updated_at=lead.updated_at,
        promised_at=lead.promised_at if lead.waiting_on in _OURS else None,
        messages=_messages(session, ticket),
        answers=answers,
        is_merged=is_merged,
        people=lines.total(session, ticket.id),
        history=_history(session, ticket),
        may_settle=bool(answers) and not is_merged and requester.may_settle(ticket),
        may_reopen=bool(answers) and not is_merged and requester.may_reopen(ticket),
        newest_answer=newest,
        rating=ratings.of_reply(session, newest) if newest else None,
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


def _history(session: Session, ticket: Ticket) -> list[Happened]:
    """Oldest first; what happened several times in a row is told once, as of its last time."""
    told: list[Happened] = []
    for each in events.newest(session, ticket.id, _TOLD.keys(), limit=_TOLD_AT_MOST):
        kind = _TOLD[each.kind]
        if told and told[-1].kind == kind:
            told.pop()
        told.append(Happened(kind, each.at))
    return told


def _out(session: Session, ticket: Ticket) -> list[Reply]:
    return [
        reply
        for reply in replies.of_ticket(session, ticket.id)
        if not reply.is_notice and _is_out(reply)
    ]


def _answers(session: Session, ticket: Ticket, out: Sequence[Reply]) -> list[Said]:
    """Composed answers that went out, and public words of the staff that came by import."""
    sent = [Said(reply.body, reply.sent_at or reply.created_at) for reply in out]
    brought = [
        Said(message.body, message.created_at)
        for message in tickets.messages_of(session, ticket.id)
        if message.author is Author.STAFF and message.is_public and not message.duplicate_of
    ]
    return sorted((*sent, *brought), key=lambda said: said.at)


def _is_out(reply: Reply) -> bool:
    return reply.state is ReplyState.SENT or reply.to is None
