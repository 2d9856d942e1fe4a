"""A report's words into the index, in the transaction that stores them."""

from collections.abc import Iterator

from app.search import terms
from app.store import lines, search, tickets
from app.store.session import Database, Session
from models import Ticket


def put(session: Session, ticket: Ticket) -> None:
    """Everything written in the report so far, by anyone but Loket, and who and where it is of."""
    free, names = _written(session, ticket)
    search.put(session, ticket.id, terms.document(free, names))
    unslipped = {word for word in terms.words_of(free, names) if terms.may_be_mistyped(word)}
    new = unslipped - search.known(session, unslipped)
    search.learn(session, {word: terms.slips(word) for word in new})


def forget(session: Session, ticket: Ticket) -> None:
    """It is found by none of its words any more, and those that stand nowhere else are unlearned.

    Asked before the words are removed. A name is a word, and tells of a person also by itself.
    """
    words = terms.words_of(*_written(session, ticket))
    search.put(session, ticket.id, "")
    for word in sorted(words):
        if terms.may_be_mistyped(word) and not search.stands(session, word):
            search.unlearn(session, word, terms.slips(word))


def _written(session: Session, ticket: Ticket) -> tuple[list[str], list[str]]:
    """What people wrote freely, and names."""
    session.flush()
    bodies = [each.body for each in tickets.messages_of(session, ticket.id)]
    names = [
        str(ticket.number),
        ticket.requester_name,
        ticket.requester_email or "",
        ticket.account_address or "",
        ticket.school_name,
        ticket.npsn or "",
        ticket.regency,
        ticket.province,
        *lines.written(session, ticket.id),
    ]
    return [ticket.subject, *bodies], names


def rebuild(database: Database, *, at_once: int = 500) -> Iterator[int]:
    """Every report's words anew, the oldest first; tells after each transaction how many are in.

    May be broken off and begun again; meanwhile searches find what is there.
    """
    last, done = 0, 0
    while True:
        with database.write() as session:
            some = tickets.after_id(session, last, limit=at_once)
            for ticket in some:
                put(session, ticket)
        if not some:
            return
        last, done = some[-1].id, done + len(some)
        yield done
