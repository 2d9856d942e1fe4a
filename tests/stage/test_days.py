"""Figures summed from days are those of the tickets, whatever changed and however."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import select

from app.kit.clock import wib_day
from app.report import days as summed
from app.report.columns import AXES
from app.report.counting import LABELS, Counting, Live
from app.report.days import Summed, counting_of
from app.store import days, events, incidents, plans
from app.store.scope import Scope
from app.store.session import Database, Session
from models import Audit, DemandWord, Incident, Merge, Ticket
from models.vocabulary import (
    Author,
    Avoidable,
    Category,
    Channel,
    IncidentState,
    Jenjang,
    PlanState,
    ReplyState,
    Rows,
    TicketState,
)
from tests.support import build
from tests.support.figured import FIRST, NOW, SCOPE, WEEK, chance_of, furnish, instant
from tests.support.worked import colleague

Chance = random.Random

SCOPES = [
    SCOPE,
    replace(SCOPE, until=SCOPE.until + timedelta(days=2)),  # today and tomorrow in it
    replace(SCOPE, category=Category.ACTIVATION),
    replace(SCOPE, unread=True, channel=Channel.FORM),
    replace(SCOPE, province="Prov. Contoh", jenjang=Jenjang.SD, actor="laksmi"),
    replace(SCOPE, province=""),
]
_DATED = (Rows.RECEIVED, Rows.ANSWERED, Rows.SETTLED)


def numbers(counting: Counting) -> Mapping[str, Any]:
    """Everything that can be asked."""
    every: dict[str, Any] = {rows: counting.total(rows) for rows in (*days.KEPT, *LABELS)}
    every |= {f"{rows} by day": dict(counting.by_day(rows)) for rows in (*_DATED, *LABELS)}
    every["issued"] = counting.edges(Rows.ISSUED)
    every |= {
        f"{rows} by {name}": counting.by_word(rows, name)
        for rows in (*_DATED, Rows.OPEN)
        for name in AXES
    }
    for rows in _DATED[1:]:
        found = counting.spans(rows)
        assert found
        every[f"{rows} spans"] = sorted(zip(*(each.tolist() for each in found), strict=True))
    return every | {"actors": counting.actors()}


def agree(database: Database, scopes: Sequence[Scope] = SCOPES) -> None:
    with database.read() as session:
        for scope in scopes:
            _agrees(session, scope)


def _agrees(session: Session, scope: Scope) -> None:
    found = Summed(session, scope, with_words=True)
    assert numbers(found) == numbers(Live(session, scope)), scope


def renew(database: Database) -> None:
    while True:
        summed.renew(database, NOW)
        with database.read() as session:
            if not days.due(session, wib_day(NOW), limit=1):
                return


def recategorise(_session: Session, ticket: Ticket, _chance: Chance) -> None:
    ticket.category = None if ticket.category else Category.ACTIVATION


def move(_session: Session, ticket: Ticket, chance: Chance) -> None:
    ticket.province, ticket.regency = chance.choice("ABC"), chance.choice("ABC")


def settle(_session: Session, ticket: Ticket, chance: Chance) -> None:
    ticket.settled_at = None if ticket.settled_at else instant(chance)


def answer(_session: Session, ticket: Ticket, chance: Chance) -> None:
    ticket.first_answered_at = instant(chance)


def link(_session: Session, ticket: Ticket, chance: Chance) -> None:
    ticket.linked_to_id = None if ticket.linked_to_id else chance.randrange(1, ticket.id + 1)


def bring(_session: Session, ticket: Ticket, chance: Chance) -> None:
    ticket.external_id = f"zendesk:{chance.random()}"
    ticket.state = TicketState.CLOSED


def write(session: Session, ticket: Ticket, chance: Chance) -> None:
    state = chance.choice((ReplyState.SENT, ReplyState.QUEUED))
    build.reply(session, ticket, state=state)
    label = chance.choice(list(Avoidable))
    session.add(DemandWord(ticket_id=ticket.id, label=label, reason="", by_id=1, at=NOW))
    build.message(session, ticket, author=Author.STAFF, is_public=True)


def gather(session: Session, ticket: Ticket, chance: Chance) -> None:
    incident = session.get_one(Incident, 1)
    incident.state = chance.choice((IncidentState.OPEN, IncidentState.DISMISSED))
    incidents.attach(session, incident, [ticket.id], NOW)
    merge = session.exec(select(Merge).limit(1)).one()
    merge.undone_at = chance.choice((None, NOW))


def plan(session: Session, ticket: Ticket, chance: Chance) -> None:
    for each in plans.of_ticket(session, ticket.id):
        each.state = chance.choice((PlanState.DONE, PlanState.REJECTED))
        each.promised_at, each.is_automatic = instant(chance), chance.random() < 0.5
    events.record(session, ticket.id, "reopened", "hardi", at=instant(chance))
    events.record(session, ticket.id, "approved", "laksmi", at=instant(chance))


CHANGES = (recategorise, move, settle, answer, link, bring, write, gather, plan)


def test_sums_are_what_the_tickets_give_after_any_change(database: Database) -> None:
    chance = chance_of(7)
    with database.write() as session:
        keys = [each.id for each in furnish(session, chance)]
    renew(database)
    agree(database)
    for _ in range(3):
        with database.write() as session:
            for change in chance.sample(CHANGES, 6):
                change(session, session.get_one(Ticket, chance.choice(keys)), chance)
        agree(database, chance.sample(SCOPES, 1))
        renew(database)
        agree(database, chance.sample(SCOPES, 1))
    with database.read() as session:
        assert days.sound(session, WEEK.first, WEEK.last) == set(WEEK.days())


DAY = FIRST + timedelta(days=2)
_TOUCHED: Mapping[str, tuple[str, set[int]]] = {
    "a category": ("UPDATE ticket SET category = 'activation'", {1, 2, 3, 4, 5}),
    "a first answer": ("UPDATE ticket SET first_answered_at = created_at", {1, 2, 3, 4, 5}),
    "a plan taken back": ("UPDATE plan SET state = 'rejected'", {3, 4, 5}),
    "a sample looked at": ("UPDATE audit SET is_right = true", {5}),
    "an event": ("UPDATE event SET actor = 'hardi'", {2}),
    "an answer": ("UPDATE reply SET state = 'queued'", {1}),
    "a link": ("UPDATE ticket SET linked_to_id = id", {1, 2, 3, 4, 5}),
    "an incident dismissed": ("UPDATE incident SET state = 'dismissed'", {3}),
    "a message made public": ("UPDATE message SET is_public = NOT is_public", {1}),
    "a merge undone": ("UPDATE merge SET undone_at = at", {1}),
    "what a colleague said": ("UPDATE demandword SET label = 'wrong_desk'", {3}),
    "taken out of an incident": ("DELETE FROM incidentticket", {3}),
    "an event gone": ("DELETE FROM event", {2}),
    "what no figure looks at": ("UPDATE ticket SET subject = 'Lain', due_at = NULL", set()),
    "the same again": ("UPDATE ticket SET category = category", set()),
}


def test_the_database_tells_the_days_that_a_statement_changes(database: Database) -> None:
    """One report that counts on a day of its own for each reason."""

    def day(number: int) -> Any:
        return SCOPE.since + timedelta(days=number, hours=3)

    with database.write() as session:
        ticket = build.ticket(session, created_at=day(1), category=None)
        events.record(session, ticket.id, "approved", "laksmi", at=day(2))
        ticket.settled_at = day(3)
        plan = build.propose(session, ticket, build.verdict())
        plan.state, plan.is_automatic, plan.promised_at = PlanState.DONE, True, day(4)
        session.add(Audit(plan_id=plan.id, rule=plan.rule, drawn_at=NOW, at=day(5)))
        build.reply(session, ticket)
        build.incident(session, [ticket])
        who = colleague(session, "laksmi")
        label = Avoidable.KNOWN_HOW_TO
        session.add(DemandWord(ticket_id=ticket.id, label=label, reason="", by_id=who.id, at=NOW))
        session.add(Merge(ticket_id=ticket.id, into_id=ticket.id, before={}, by_id=who.id, at=NOW))
    for change, (statement, touched) in _TOUCHED.items():
        renew(database)
        with database.write() as session:
            session.execute(text(statement))
        with database.read() as session:
            unsound = set(WEEK.days()) - days.sound(session, WEEK.first, WEEK.last) - {FIRST}
        assert {(each - FIRST).days for each in unsound} == touched, change


def test_what_changes_while_a_day_is_kept_is_not_lost(database: Database) -> None:
    """On SQLite, where writers wait for each other, it can only come after."""

    def change() -> None:
        with database.write() as other:
            build.ticket(other, created_at=SCOPE.since)

    with database.write() as session:
        build.ticket(session, created_at=SCOPE.since)
    with database.write_at_one_moment() as session:
        assert FIRST in days.due(session, FIRST + timedelta(days=1), limit=9)
        if not database.is_sqlite:
            change()
        days.keep(session, FIRST, summed.columns_of(session, FIRST, now=NOW))
    if database.is_sqlite:
        change()
    with database.read() as session:
        assert days.due(session, FIRST + timedelta(days=1), limit=9) == [FIRST]
    agree(database, SCOPES[:1])


def test_what_another_edition_kept_is_not_looked_at(database: Database) -> None:
    with database.write() as session:
        build.ticket(session, created_at=SCOPE.since)
    renew(database)
    with database.write() as session:
        session.execute(text("UPDATE daycolumns SET edition = edition - 1, size = 7"))
    with database.read() as session:
        assert not days.sound(session, WEEK.first, WEEK.last)
        assert FIRST in days.due(session, wib_day(NOW), limit=9)
    agree(database, SCOPES[:1])


def test_days_are_kept_the_latest_first_and_today_never(database: Database) -> None:
    with database.write() as session:
        build.ticket(session, created_at=NOW - timedelta(days=30))
    with database.read() as session:
        due = days.due(session, wib_day(NOW), limit=99)
    assert due[0] == wib_day(NOW) - timedelta(days=1)
    assert list(due) == sorted(due, reverse=True)
    assert len(due) == 30


@pytest.mark.parametrize(
    ("scope", "is_summed"),
    [
        pytest.param(SCOPE, True, id="all"),
        pytest.param(replace(SCOPE, category=Category.ACTIVATION), True, id="a category"),
        pytest.param(replace(SCOPE, npsn="69900012"), False, id="a school"),
        pytest.param(replace(SCOPE, assigned_to=1), False, id="a colleague's"),
        pytest.param(replace(SCOPE, since=SCOPE.since - timedelta(days=900)), False, id="years"),
    ],
)
def test_days_are_summed_where_they_tell_what_is_asked(scope: Scope, is_summed: bool) -> None:
    with Session() as session:
        assert isinstance(counting_of(session, scope), Summed) is is_summed


def test_no_ticket_no_day(database: Database) -> None:
    with database.read() as session:
        assert days.due(session, date(2026, 11, 29), limit=9) == []
