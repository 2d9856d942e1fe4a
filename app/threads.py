"""Public closure of a comment thread: a reply for its next readers, sent once and read back."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from app import held, states
from app.kit.backoff import next_try
from app.kit.errors import NotFound, Refusal
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.reading import keep as kept_readings
from app.reply import in_thread
from app.reply.in_thread import Known
from app.reply.ports import HelpCentre, ThreadRefused, ThreadUnavailable, ThreadUncertain
from app.resolution import editions
from app.resolution.policy.advice import statements
from app.store import owed, readings, thread_replies, tickets
from app.store.session import Database, Session
from models import Staff, ThreadReply, Ticket
from models.vocabulary import Channel, ThreadState, TicketState

LONGEST = 2000
# After about five hours of not being seen a person looks whether it waits for a moderator.
_LOOKED_AT_MOST = 6
_ANSWERED = frozenset({TicketState.ANSWERED, TicketState.WAITING, TicketState.CLOSED})
_MAY_BE_WRITTEN = frozenset({ThreadState.REFUSED, ThreadState.UNSEEN, ThreadState.TO_COPY})


class NoThread(Refusal):
    """409: the report is no comment, or not answered yet."""

    key = "thread.not_yet"


class NothingToSay(Refusal):
    """422: an empty reply, or one that is too long."""

    status = 422
    key = "thread.empty"


class PersonalData(Refusal):
    """422: words that may tell who it is about; `words` names them."""

    status = 422
    key = "thread.personal"


class AlreadySaid(Refusal):
    """409: this report has its public reply."""

    key = "thread.already"


def may_reply(ticket: Ticket) -> bool:
    """What is said to be handled must be handled."""
    return ticket.channel is Channel.COMMENT and ticket.state in _ANSWERED


def proposed(session: Session, ticket: Ticket, *, now: datetime) -> str:
    """The text as the rule of its category makes it."""
    terms = editions.in_force(session, now).terms
    said = statements(ticket.category, terms) if ticket.category else ()
    is_waiting = ticket.state is TicketState.WAITING
    return in_thread.made(ticket.number, [each.statement for each in said], is_waiting=is_waiting)


def current(session: Session, ticket: Ticket) -> ThreadReply | None:
    """The reply of what is known now; an earlier one does not count once somebody wrote again."""
    return thread_replies.of_revision(session, ticket.id, ticket.revision)


def publish(
    session: Session, ticket: Ticket, body: str, *, by: Staff, is_connected: bool, now: datetime
) -> ThreadReply:
    """The reply is owed; without a help centre it is kept to be copied. The ticket is locked.

    Raises NoThread, NothingToSay, PersonalData or AlreadySaid.
    """
    if not may_reply(ticket):
        raise NoThread
    if not body or len(body) > LONGEST:
        raise NothingToSay
    own = proposed(session, ticket, now=now)
    if words := in_thread.personal(body, ticket.number, known(session, ticket), own=own):
        raise PersonalData(words=", ".join(words))
    reply = current(session, ticket)
    if reply is not None and reply.state not in _MAY_BE_WRITTEN:
        raise AlreadySaid
    state = ThreadState.QUEUED if is_connected else ThreadState.TO_COPY
    reply = reply or ThreadReply(
        ticket_id=ticket.id,
        revision=ticket.revision,
        staff_id=by.id,
        body=body,
        state=state,
        created_at=now,
    )
    reply.staff_id, reply.body, reply.state, reply.created_at = by.id, body, state, now
    reply.remote_id, reply.begun_at, reply.next_try_at = "", None, None
    reply.attempts, reply.error = 0, ""
    session.add(reply)
    states.happened(session, ticket, f"thread_{reply.state.value}", by.username, now)
    if is_connected:
        owed.close_thread(session, reply)
    return reply


def copied(session: Session, ticket: Ticket, *, by: Staff, now: datetime) -> None:
    """A person has put it below the comment. Raises NotFound."""
    reply = current(session, ticket)
    if reply is None or reply.state is not ThreadState.TO_COPY:
        raise NotFound
    reply.state, reply.posted_at = ThreadState.COPIED, now
    _is_out(session, ticket, reply, by=by.username, now=now)


def known(session: Session, ticket: Ticket) -> Known:
    """Every name, school and day that the report and the records have of its people."""
    names = {ticket.requester_name}
    names |= {each.author_name for each in tickets.messages_of(session, ticket.id)}
    whole, days = {ticket.school_name}, set()
    reading = readings.latest(session, ticket.id)
    if reading is not None:
        read = kept_readings.recall(reading)
        names |= {*read.facts.person_names, *(each.name or "" for each in read.mentions)}
        whole |= set(read.facts.school_names)
        days |= {*read.facts.dates}
        for lookup in readings.lookups_of(session, reading.id):
            found = _of_records(kept_lookups.recall(lookup))
            names, whole, days = names | found.names, whole | found.whole, days | found.days
    return Known(frozenset(names), frozenset(whole), frozenset(days))


def _of_records(dossier: Dossier) -> Known:
    match = dossier.match
    people = [each.person for each in match.candidates]
    people += [match.person] if match.person else []
    accounts = {str(each.address).partition("@")[0] for each in dossier.accounts}
    names = {each.name for each in people} | {each.name for each in dossier.accounts}
    names |= {each.name for each in dossier.officers}
    return Known(
        names=frozenset(names),
        whole=frozenset({each.name for each in dossier.schools} | accounts),
        days=frozenset(each.birth_date for each in people if each.birth_date),
    )


@dataclass(frozen=True, slots=True)
class _Tried:
    """What came of one try. `is_clean`: surely nothing was taken."""

    state: ThreadState = ThreadState.QUEUED
    remote_id: str = ""
    error: str = ""
    is_clean: bool = False


def deliver(
    database: Database, reply_id: int, *, help_centre: HelpCentre | None, now: datetime
) -> None:
    """One reply sent and read back, or its next try set; nothing while it can be taken back, or
    once it was. It is sent once: whoever finds that another try began looks for it there, and
    never sends it again by himself.
    """
    with database.read() as session:
        reply = thread_replies.with_id(session, reply_id)
    if help_centre is None or reply is None:
        return
    again = partial(owed.close_thread, reply=reply)
    if not held.may_begin(database, reply.ticket_id, again=again, now=now):
        return
    with database.write() as session:
        reply = thread_replies.locked(session, reply_id)
        if reply.state is not ThreadState.QUEUED:
            return
        is_first = reply.begun_at is None
        reply.begun_at = reply.begun_at or now
        session.add(reply)
    tried = _tried(help_centre, reply, is_first=is_first)
    with database.write() as session:
        ticket = tickets.locked(session, reply.ticket_id)
        reply = thread_replies.locked(session, reply_id)
        if reply.state is ThreadState.QUEUED:
            _note(session, ticket, reply, tried, now=now)


def give_up_later(database: Database, reply_id: int, *, now: datetime) -> None:
    """The duty failed for good: looked at again later, and by a person in the end."""
    with database.write() as session:
        found = thread_replies.with_id(session, reply_id)
        if found is None:
            return
        ticket = tickets.locked(session, found.ticket_id)
        reply = thread_replies.locked(session, reply_id)
        if reply.state is ThreadState.QUEUED:
            _note(session, ticket, reply, _Tried(error="failed"), now=now)


def _tried(help_centre: HelpCentre, reply: ThreadReply, *, is_first: bool) -> _Tried:
    since = reply.begun_at or reply.created_at
    remote_id = reply.remote_id
    try:
        if not remote_id:
            sends = help_centre.post if is_first else lambda body: help_centre.find(body, since)
            remote_id = sends(reply.body)
        seen = bool(remote_id) and help_centre.shows(remote_id, reply.body)
    except ThreadUnavailable as error:
        return _Tried(remote_id=remote_id, error=str(error), is_clean=is_first and not remote_id)
    except ThreadUncertain as error:
        return _Tried(error=str(error))
    except ThreadRefused as error:
        # A reply that was taken is not refused because it cannot be read.
        state = ThreadState.QUEUED if remote_id or not is_first else ThreadState.REFUSED
        return _Tried(state, remote_id, str(error))
    return _Tried(ThreadState.POSTED if seen else ThreadState.QUEUED, remote_id)


def _note(
    session: Session, ticket: Ticket, reply: ThreadReply, tried: _Tried, *, now: datetime
) -> None:
    reply.attempts += 1
    reply.state, reply.error = tried.state, tried.error[:200]
    reply.remote_id = tried.remote_id or reply.remote_id
    if tried.is_clean:
        reply.begun_at = None
    reply.next_try_at = None
    match reply.state:
        case ThreadState.POSTED:
            reply.posted_at = now
            _is_out(session, ticket, reply, by=states.LOKET, now=now)
        case ThreadState.QUEUED if tried.is_clean or reply.attempts < _LOOKED_AT_MOST:
            reply.next_try_at = next_try(reply.attempts, now)
        case ThreadState.QUEUED:
            reply.state = ThreadState.UNSEEN
            states.happened(session, ticket, "thread_unseen", states.LOKET, now)
        case _:
            states.happened(session, ticket, "thread_refused", states.LOKET, now)
    session.add(reply)


def _is_out(
    session: Session, ticket: Ticket, reply: ThreadReply, *, by: str, now: datetime
) -> None:
    ticket.first_answered_at = ticket.first_answered_at or now
    session.add(reply)
    states.happened(session, ticket, f"thread_{reply.state.value}", by, now)
