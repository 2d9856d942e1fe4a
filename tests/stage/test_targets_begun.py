"""What the migration lays down of tickets that are there already."""

from datetime import timedelta

from alembic import command

from app import states
from app.store import targets, tickets
from app.store.schema import alembic_config
from app.store.session import Database
from models.vocabulary import TicketState, WhoActs
from tests.support import build

BEFORE = "2026_11_29_0700"


def test_who_holds_the_ball_is_known_and_its_beginning_estimated(database: Database) -> None:
    long_ago = build.NOON - timedelta(days=30)
    with database.write() as session:
        waits = build.ticket(session, created_at=long_ago)
        asked = build.ticket(
            session,
            state=TicketState.WAITING,
            waiting_on=WhoActs.REQUESTER,
            created_at=long_ago,
            first_answered_at=long_ago,
        )
        done = build.ticket(
            session,
            state=TicketState.ANSWERED,
            waiting_on=WhoActs.NOBODY,
            settled_at=long_ago,
        )
    command.downgrade(alembic_config(database), BEFORE)
    command.upgrade(alembic_config(database), "head")
    with database.write() as session:
        turns = {each.id: targets.turns_of(session, each.id) for each in (waits, asked, done)}
        assert [(row.holder, row.since, row.until) for [row] in turns.values()] == [
            (WhoActs.HELPDESK, long_ago, None),
            (WhoActs.REQUESTER, asked.updated_at, None),
            (WhoActs.NOBODY, long_ago, None),
        ]
        assert all(row.is_estimated for [row] in turns.values())
        ticket = tickets.locked(session, waits.id)
        states.closed(session, ticket, by="x", now=build.NOON)
        first, last = targets.turns_of(session, waits.id)
        assert (first.until, last.since, last.is_estimated) == (build.NOON, build.NOON, False)
