"""A part of a report becomes one of its own; the first keeps all it had."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from app import states, ties
from app.intake import keys
from app.kit.errors import Refusal
from app.reply import answer
from app.search import index
from app.store import links, owed, series, tickets
from app.store.session import Session
from models import Attachment, Link, Message, Split, Staff, Ticket
from models.vocabulary import Author, LinkReason

# Who asks and where from; what was typed about the account is of the first report only.
_SAME = (
    "channel",
    "user_type",
    "language",
    "requester_name",
    "requester_email",
    "school_name",
    "npsn",
    "jenjang",
    "province",
    "regency",
)


class NothingToSplit(Refusal):
    """422: no message was chosen, or all of them, or a part that nobody wrote."""

    status = 422
    key = "split.nothing"


@dataclass(frozen=True, slots=True)
class Wish:
    """`messages` are ids of whole messages; `part` is copied out of one, "" for none.

    `once` names the form, so that sending it twice makes one report.
    """

    messages: Collection[int]
    part: str
    once: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where numbers come from, and the address of a report's tracking page."""

    secret: bytes
    first: int
    public_url: str

    def tracking(self, number: int) -> str:
        key = keys.key_for(number, self.secret)
        return f"{self.public_url.rstrip('/')}/laporan/{number}?kunci={key}"


def split(
    session: Session, ticket: Ticket, wish: Wish, *, numbers: Numbers, by: Staff, now: datetime
) -> Ticket:
    """The new report, RECEIVED; its sender is told of both numbers. Raises NothingToSplit."""
    token = f"pisah:{ticket.number}:{wish.once}"[:80]
    made = tickets.by_submission(session, token)
    if made is not None:
        return made
    taken = _taken(session, ticket, wish)
    number = series.next_number(session, above=numbers.first, now=now)
    new = Ticket(
        number=number,
        key_hash=keys.hashed(keys.key_for(number, numbers.secret)),
        subject=ticket.subject,
        submission=token,
        created_at=now,
        updated_at=now,
        **{name: getattr(ticket, name) for name in _SAME},
    )
    tickets.add(session, new)
    _copy(session, ticket, new, taken)
    session.add(Split(ticket_id=ticket.id, new_id=new.id, by_id=by.id, at=now))
    links.suggest(session, _link(ticket, new, now))
    ties.linked(session, new, ticket.number, by=by, now=now)
    states.happened(session, new, "split_from", by.username, now, to=ticket.number)
    states.happened(session, ticket, "split_off", by.username, now, to=new.number)
    index.put(session, new)
    owed.triage(session, new)
    text = _TOLD.format(old=ticket.number, new=new.number)
    url = numbers.tracking(new.number)
    answer.queue_by_hand(session, new, text, staff_id=by.id, tracking_url=url, now=now)
    return new


_TOLD = (
    "Laporan Anda memuat lebih dari satu hal. Agar masing-masing ditangani sampai selesai, "
    "sebagian kami catat sebagai laporan tersendiri dengan nomor {new}. Hal lainnya tetap kami "
    "tangani dengan nomor {old}. Kedua nomor dapat dipantau."
)


def _taken(session: Session, ticket: Ticket, wish: Wish) -> Sequence[tuple[Message, str]]:
    """Each message with what of it goes over."""
    written = tickets.messages_of(session, ticket.id, by_requester=True)
    taken = [(each, each.body) for each in written if each.id in wish.messages]
    if wish.part:
        whole = [each for each in written if wish.part in each.body.replace("\r\n", "\n")]
        if not whole:
            raise NothingToSplit
        taken += [(whole[0], wish.part)] if whole[0].id not in wish.messages else []
    is_all = not wish.part and len(taken) == len(written)
    if not taken or is_all:
        raise NothingToSplit
    return sorted(taken, key=lambda each: each[0].id)


def _copy(
    session: Session, ticket: Ticket, new: Ticket, taken: Sequence[tuple[Message, str]]
) -> None:
    lying = tickets.attachments_of(session, ticket.id)
    for message, body in taken:
        copy = Message(
            ticket_id=new.id,
            author=Author.REQUESTER,
            author_name=message.author_name,
            channel=message.channel,
            body=body,
            created_at=message.created_at,
        )
        session.add(copy)
        session.flush()
        for file in lying:
            if file.message_id == message.id:
                same = file.model_dump(exclude={"id", "ticket_id", "message_id"})
                session.add(Attachment(**same, ticket_id=new.id, message_id=copy.id))


def _link(ticket: Ticket, new: Ticket, now: datetime) -> Link:
    return Link(
        ticket_id=new.id,
        earlier_id=ticket.id,
        reason=LinkReason.SPLIT,
        percent=0,
        detail={},
        at=now,
    )
