"""What reports should not have been needed for: query and function say the same of any report."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from app.kit.clock import wib_day
from app.report import avoided, board
from app.report.demand import Known, avoidable
from app.report.numbers import Period
from app.store import counted, demand
from app.store.session import Database, Session
from models import DemandWord, Staff, Ticket
from models.vocabulary import (
    Avoidable,
    Category,
    IncidentState,
    PlanState,
    Remedy,
    Rows,
    StaffRole,
    TicketState,
)
from tests.support import build

LAST = wib_day(build.NOON)
PERIOD = Period(LAST - timedelta(days=20), LAST)
SCOPE = board.scope_of(PERIOD, now=build.NOON)
RULES = ("notice.old_jenjang", "sync.how_it_runs", "role_change.after_14_days")


def _furnish(session: Session, chance: random.Random) -> list[Ticket]:
    session.add(
        Staff(
            username="laksmi",
            name="laksmi",
            role=StaffRole.AGENT,
            password_hash="",
            created_at=build.NOON,
        )
    )
    session.flush()
    made: list[Ticket] = []
    for _ in range(60):
        at = build.NOON - timedelta(days=chance.randrange(30), hours=chance.randrange(24))
        ticket = build.ticket(
            session,
            created_at=at,
            first_answered_at=chance.choice((None, at + timedelta(hours=chance.randrange(200)))),
            settled_at=chance.choice((None, at + timedelta(hours=5), at + timedelta(hours=90))),
            state=TicketState.ANSWERED,
            category=chance.choice((None, Category.FOLLOW_UP, Category.ROLE_CHANGE)),
            linked_to_id=chance.choice(made).id if made and chance.random() < 0.3 else None,
        )
        made.append(ticket)
        for _ in range(chance.choice((0, 1, 1, 2))):
            plan = build.propose(session, ticket, build.verdict())
            plan.state = chance.choice((PlanState.DONE, PlanState.DONE, PlanState.REJECTED))
            plan.remedy, plan.rule = chance.choice(list(Remedy)), chance.choice(RULES)
        for _ in range(chance.choice((0, 0, 0, 1, 2))):
            label = chance.choice(list(Avoidable))
            word = DemandWord(ticket_id=ticket.id, label=label, reason="x", by_id=1, at=build.NOON)
            session.add(word)
            session.flush()
    build.incident(session, made[:5], opened_at=build.NOON)
    build.incident(session, made[5:9], opened_at=build.NOON, state=IncidentState.DISMISSED)
    return made


def _derived(session: Session, ticket: Ticket) -> Avoidable:
    found = demand.recorded(session, ticket)
    return avoidable(Known(ticket.category, found.in_incident, found.was_waiting, found.decided))


@pytest.mark.parametrize("seed", range(2))
def test_query_and_function_say_the_same_of_any_report(database: Database, seed: int) -> None:
    with database.write() as session:
        made = _furnish(session, random.Random(seed))  # noqa: S311 invented data
    expected: Counter[Avoidable] = Counter()
    agreed = said = 0
    with database.read() as session:
        for ticket in made:
            if ticket.settled_at is None or not SCOPE.since <= ticket.settled_at < SCOPE.until:
                continue
            derived, words = _derived(session, ticket), demand.words(session, ticket.id)
            expected[words[0].label if words else derived] += 1
            said += bool(words)
            agreed += bool(words) and words[0].label is derived
        for label, rows in demand.ROWS_OF.items():
            assert counted.total(session, rows, SCOPE) == expected[label], label
        assert counted.total(session, Rows.DEMAND_SAID, SCOPE) == said
        assert counted.total(session, Rows.DEMAND_AGREED, SCOPE) == agreed
        found = avoided.gather(session, PERIOD, SCOPE)
        narrow = replace(SCOPE, category=Category.ROLE_CHANGE)
        part = avoided.gather(session, PERIOD, narrow).whole.settled
        assert part == counted.total(session, Rows.SETTLED, narrow)
    assert found.whole.numbers == expected
    assert sum(week.settled for week in found.weeks) == found.whole.settled == expected.total()
    assert len(expected) > 4
    assert 0 < part < found.whole.settled
