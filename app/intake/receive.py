"""A message becomes a ticket: numbered, stored with its evidence, and its triage owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.intake import evidence, keys
from app.intake.evidence import Stored, Upload
from app.intake.listed import Entry
from app.intake.tidy import clipped, storable, token
from app.kit.kept import dump
from app.search import index
from app.store import events, lines, owed, series, tickets
from app.store.session import Session
from app.targets.follow import follow
from models import Line, Message, Ticket
from models.vocabulary import Author, Category, Channel, Jenjang, Language, UserType

__all__ = ["Receipt", "Submission", "Upload", "add_message", "receive"]

REQUESTER = "pelapor"


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody sent, parsed at the edge. Texts are as typed; addresses are well formed.

    `submission` is the sender's idempotency token, `external_id` the name another system has for
    it; either, sent again, makes no second ticket. `people` is a list of whom it is about.
    `form_version` is what the form asked for when it was filled in; None for other channels.
    """

    channel: Channel
    text: str
    subject: str = ""
    self_category: Category | None = None
    user_type: UserType | None = None
    language: Language = Language.ID
    requester_name: str = ""
    requester_email: str | None = None
    account_address: str | None = None
    school_name: str = ""
    npsn: str | None = None
    jenjang: Jenjang | None = None
    province: str = ""
    regency: str = ""
    submission: str | None = None
    external_id: str | None = None
    uploads: tuple[Upload, ...] = ()
    people: tuple[Entry, ...] = ()
    form_version: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Nomor laporan and its tracking key; `is_new` is False when it had been received before."""

    number: int
    key: str
    is_new: bool


def receive(
    session: Session,
    submission: Submission,
    *,
    secret: bytes,
    files: Path,
    first_number: int,
    now: datetime,
) -> Receipt:
    """The receipt, true once the caller's transaction commits; the ticket is RECEIVED.

    Attachments lie in `files` before that; a rollback leaves at most a file nobody names.
    Numbers are issued above `first_number`.
    """
    earlier = _earlier(session, submission)
    if earlier is not None:
        return Receipt(earlier.number, keys.key_for(earlier.number, secret), is_new=False)
    stored = evidence.store(submission.uploads, files)
    taking = session.begin_nested()
    number = series.next_number(session, above=first_number, now=now)
    # Who holds the same token waits for that row until we have committed, and looks again here:
    # so a race is decided without running into the unique index.
    earlier = _earlier(session, submission)
    if earlier is not None:
        taking.rollback()
        evidence.discard(stored, files)
        return Receipt(earlier.number, keys.key_for(earlier.number, secret), is_new=False)
    taking.commit()
    key = keys.key_for(number, secret)
    ticket = tickets.add(session, _ticket(submission, number, key, now=now))
    _add_first_message(session, ticket, submission, stored, now=now)
    lines.add(session, _lines(ticket, submission.people, now=now))
    came: dict[str, str | int | None] = {"channel": ticket.channel.value}
    if submission.form_version is not None:
        came["form"] = submission.form_version
    events.record(session, ticket.id, "received", REQUESTER, at=now, **came)
    index.put(session, ticket)
    follow(session, ticket, now)
    owed.triage(session, ticket)
    return Receipt(number, key, is_new=True)


def add_message(  # noqa: PLR0913 a message is all of this
    session: Session,
    ticket: Ticket,
    text: str,
    *,
    uploads: Sequence[Upload],
    author_name: str,
    files: Path,
    now: datetime,
    channel: Channel = Channel.FORM,
    external_id: str | None = None,
) -> Message:
    """The requester's further message, usually from the tracking page; the caller has it
    reconsidered. `external_id` is the name that it has where it came from."""
    stored = evidence.store(uploads, files)
    message = Message(
        ticket_id=ticket.id,
        author=Author.REQUESTER,
        author_name=clipped(author_name, 120),
        channel=channel,
        body=storable(text).strip(),
        external_id=external_id,
        created_at=now,
    )
    session.add(message)
    session.flush()
    evidence.attach(session, message, stored, now=now)
    index.put(session, ticket)
    return message


def _add_first_message(
    session: Session,
    ticket: Ticket,
    submission: Submission,
    stored: Sequence[Stored],
    *,
    now: datetime,
) -> None:
    message = Message(
        ticket_id=ticket.id,
        author=Author.REQUESTER,
        author_name=ticket.requester_name,
        channel=ticket.channel,
        body=storable(submission.text).strip(),
        external_id=ticket.external_id,
        created_at=now,
    )
    session.add(message)
    session.flush()
    evidence.attach(session, message, stored, now=now)


def _lines(ticket: Ticket, people: Sequence[Entry], *, now: datetime) -> list[Line]:
    return [
        Line(
            ticket_id=ticket.id,
            number=number,
            as_written=storable(each.text),
            claim=dump(each.person),
            created_at=now,
        )
        for number, each in enumerate(people, 1)
    ]


def _earlier(session: Session, submission: Submission) -> Ticket | None:
    sent = token(submission.submission, 80)
    named = token(submission.external_id, 120)
    found = tickets.by_submission(session, sent) if sent else None
    if found is None and named:
        found = tickets.by_external_id(session, named)
    return found


def _ticket(submission: Submission, number: int, key: str, *, now: datetime) -> Ticket:
    return Ticket(
        number=number,
        key_hash=keys.hashed(key),
        channel=submission.channel,
        subject=clipped(submission.subject, 200),
        self_category=submission.self_category,
        user_type=submission.user_type,
        language=submission.language,
        requester_name=clipped(submission.requester_name, 120),
        requester_email=_address(submission.requester_email),
        account_address=_address(submission.account_address),
        school_name=clipped(submission.school_name, 160),
        npsn=submission.npsn or None,
        jenjang=submission.jenjang,
        province=clipped(submission.province, 60),
        regency=clipped(submission.regency, 60),
        submission=token(submission.submission, 80),
        external_id=token(submission.external_id, 120),
        created_at=now,
        updated_at=now,
    )


def _address(text: str | None) -> str | None:
    """Lower case; None for one no mail system would take."""
    plain = storable(text or "").strip().lower()
    return plain if 0 < len(plain) <= 254 else None
