"""One ticket joined with others, from what is known of it by now."""

from datetime import datetime

from app.linking import connect, incidents
from app.linking.marks import Seal
from app.store import tickets
from app.store.session import Database


def join(database: Database, ticket_id: int, *, seal: Seal, now: datetime) -> None:
    """Marks, suggested links and incidents. No ticket is changed; repeating it changes nothing.

    No ticket is locked either: two workers with tickets of one burst would wait for each other.
    The marks are there for all before anybody compares or counts: of workers at once, whoever is
    last sees those of the others.
    """
    with database.write() as session:
        ticket = tickets.by_id(session, ticket_id)
        report = connect.mark(session, ticket, seal=seal)
    with database.write() as session:
        connect.suggest(session, ticket, report, now=now)
    with database.write() as session:
        incidents.watch(session, ticket, report, seal=seal, now=now)
