"""A figure and the list of its reports are one query: they agree for any reports and any filter."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.kit.clock import at_wib
from app.report import board
from app.report.catalogue import FIGURES, Unit, share
from app.report.numbers import Period, quantile
from app.store import counted, events, incidents, replies
from app.store import plans as kept_plans
from app.store.scope import Scope
from app.store.session import Database, Session
from models import Audit, Merge, Staff, Ticket
from models.vocabulary import (
    OPEN_STATES,
    Category,
    Channel,
    Jenjang,
    PlanState,
    ReplyState,
    Rows,
    StaffRole,
    TicketState,
    WhoActs,
)
from tests.support import build

FIRST = date(2026, 11, 2)
WEEK = Period(FIRST, FIRST + timedelta(days=6))
NOW = at_wib(FIRST + timedelta(days=7), 12).astimezone(UTC)
SCOPE = board.scope_of(WEEK, now=NOW)
SCOPES = [
    SCOPE,
    replace(SCOPE, category=Category.ACTIVATION),
    replace(SCOPE, unread=True),
    replace(SCOPE, npsn="69900012", channel=Channel.FORM),
    replace(SCOPE, province="Prov. Contoh", jenjang=Jenjang.SD),
    replace(SCOPE, holder=WhoActs.HELPDESK, received_after=NOW - timedelta(days=7)),
    replace(SCOPE, actor="laksmi", assigned_to=1),
]


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 invented data


def _instant(chance: random.Random) -> datetime:
    """Within and around the week; often just at a midnight."""
    day = at_wib(FIRST) + timedelta(days=chance.randrange(-4, 12))
    seconds = chance.choice((0, 0, 86_399, chance.randrange(86_400)))
    return (day + timedelta(seconds=seconds)).astimezone(UTC)


def _furnish(session: Session, chance: random.Random) -> Sequence[Ticket]:
    for name in ("laksmi", "hardi"):
        session.add(
            Staff(username=name, name=name, role=StaffRole.AGENT, password_hash="", created_at=NOW)
        )
    session.flush()
    made = [_report(session, chance) for _ in range(70)]
    _tie(session, chance, made)
    build.incident(session, made[:6], opened_at=_instant(chance))
    return made


def _tie(session: Session, chance: random.Random, made: Sequence[Ticket]) -> None:
    """Answers, links and merges."""
    for ticket in made:
        for _ in range(chance.randrange(4)):
            state = chance.choice((ReplyState.SENT, ReplyState.SENT, ReplyState.QUEUED))
            build.reply(session, ticket, state=state, is_notice=chance.random() < 0.2)
        other = chance.choice(made)
        if other is not ticket and chance.random() < 0.4:
            ticket.linked_to_id = other.id
        if other is not ticket and chance.random() < 0.2:
            undone = chance.choice((None, NOW))
            session.add(
                Merge(
                    ticket_id=ticket.id,
                    into_id=other.id,
                    before={},
                    by_id=1,
                    at=NOW,
                    undone_at=undone,
                )
            )
    session.flush()


def _report(session: Session, chance: random.Random) -> Ticket:
    times = sorted(_instant(chance) for _ in range(3))
    is_settled = chance.random() < 0.5
    given: dict[str, Any] = {
        "created_at": times[0],
        "first_answered_at": times[1] if is_settled or chance.random() < 0.5 else None,
        "settled_at": times[2] if is_settled else None,
        "state": TicketState.ANSWERED if is_settled else chance.choice(sorted(OPEN_STATES)),
        "waiting_on": chance.choice((WhoActs.HELPDESK, WhoActs.OPERATOR)),
        "category": chance.choice((None, Category.ACTIVATION, Category.ROLE_CHANGE)),
        "channel": chance.choice((Channel.FORM, Channel.EMAIL, Channel.ZENDESK)),
        "jenjang": chance.choice((None, Jenjang.SD)),
        "province": chance.choice(("", "Prov. Contoh")),
        "npsn": chance.choice((None, "69900012")),
        "assigned_to_id": chance.choice((None, 1, 2)),
        "external_id": chance.choice((None, f"zendesk:{chance.random()}")),
        "promised_at": chance.choice((None, _instant(chance))),
    }
    ticket = build.ticket(session, **given)
    for kind in ("message_added", "approved", chance.choice(("message_added", "reopened"))):
        actor = chance.choice(("laksmi", "hardi", "loket"))
        events.record(session, ticket.id, kind, actor, at=_instant(chance))
    if chance.random() < 0.4:
        plan = build.propose(session, ticket, build.verdict())
        plan.state = chance.choice((PlanState.DONE, PlanState.PROPOSED))
        plan.is_automatic, plan.promised_at = chance.random() < 0.7, _instant(chance)
        word = chance.choice((None, True, False))
        session.add(
            Audit(plan_id=plan.id, rule=plan.rule, drawn_at=NOW, is_right=word, at=_instant(chance))
        )
    return ticket


def _listed(session: Session, rows: Rows, scope: Scope) -> Sequence[counted.Listed]:
    found: list[counted.Listed] = []
    while True:
        after = found[-1].place if found else None
        part = counted.page(session, rows, scope, after=after, limit=25)
        found += part
        if len(part) < 25:
            return found


@pytest.mark.parametrize("seed", range(2))
def test_every_figure_counts_exactly_the_reports_it_lists(database: Database, seed: int) -> None:
    with database.write() as session:
        _furnish(session, chance_of(seed))
    seen = 0
    with database.read() as session:
        for scope in SCOPES:
            listed = {rows: _listed(session, rows, scope) for rows in Rows}
            for rows, found in listed.items():
                numbers = [each.ticket.number for each in found]
                assert len(set(numbers)) == len(numbers)
                assert counted.total(session, rows, scope) == len(numbers), (rows, scope)
                assert sum(counted.by_column(session, rows, scope, "channel").values()) == len(
                    numbers
                )
                assert sum(counted.by_day(session, rows, scope).values()) == len(numbers)
                seen += len(numbers)
            for figure in FIGURES.values():
                _agrees(session, figure.name, listed, scope)
    assert seen > 100


def _agrees(
    session: Session,
    name: str,
    listed: dict[Rows, Sequence[counted.Listed]],
    scope: Scope,
) -> None:
    """The figure computed from its listed reports alone."""
    figure, value = FIGURES[name], board.value_of(session, FIGURES[name], scope)
    found = listed[figure.rows]
    if figure.is_time and not name.startswith(("first_answer_working", "resolution_working")):
        spans = [max(each.at - each.ticket.created_at, timedelta()) for each in found]
        assert value == quantile(spans, figure.share)
    elif figure.whole:
        assert value == share(len(found), sum(len(listed[each]) for each in figure.whole))
    elif figure.unit is Unit.INCIDENTS:
        pages = incidents.page_of(session, scope, below=None, limit=9)
        assert value == len(pages)
        of_them = {each.ticket.id for each in found}
        assert (sum(reports for _, reports in pages) > 0) is bool(of_them)
    elif not figure.is_time:
        assert value == len(found)


def _of_the_ledger(received: Sequence[Ticket]) -> dict[Rows, int]:
    brought = [each for each in received if each.channel is Channel.ZENDESK and each.external_id]
    linked = [each for each in received if each.linked_to_id]
    return {
        Rows.BROUGHT_IN: len(brought),
        Rows.ISSUED: len(received) - len(brought),
        Rows.NEVER_ANSWERED: sum(each.first_answered_at is None for each in received),
        Rows.LINKED: len(linked),
        Rows.DUPLICATE: sum(each.state is TicketState.ANSWERED for each in linked),
    }


def test_the_figures_are_what_their_sentences_say(database: Database) -> None:
    """Counted again in Python, from the rows as they are."""
    with database.write() as session:
        made = _furnish(session, chance_of(12))
        answers = Counter(
            reply.ticket_id
            for ticket in made
            for reply in replies.of_ticket(session, ticket.id)
            if reply.state is ReplyState.SENT and not reply.is_notice
        )
        plans = [each for ticket in made for each in kept_plans.of_ticket(session, ticket.id)]
    by_id = {each.id: each for each in made}

    def within(at: datetime | None) -> bool:
        return at is not None and SCOPE.since <= at < SCOPE.until

    done = [each for each in plans if each.state is PlanState.DONE and within(each.promised_at)]
    kept = {
        each.ticket_id
        for each in done
        if (at := by_id[each.ticket_id].settled_at) and each.promised_at and at <= each.promised_at
    }
    expected = {
        Rows.RECEIVED: sum(within(each.created_at) for each in made),
        Rows.ANSWERED: sum(within(each.first_answered_at) for each in made),
        Rows.SETTLED: sum(within(each.settled_at) for each in made),
        Rows.OPEN: sum(each.state in OPEN_STATES for each in made),
        Rows.OVERDUE: sum(
            each.state in OPEN_STATES and each.promised_at is not None and each.promised_at < NOW
            for each in made
        ),
        Rows.PROMISE_KEPT: len(kept),
        Rows.ANSWERED_AGAIN: sum(
            within(by_id[key].created_at) for key in answers if answers[key] > 1
        ),
        **_of_the_ledger([each for each in made if within(each.created_at)]),
    }
    with database.read() as session:
        found = {rows: counted.total(session, rows, SCOPE) for rows in expected}
        whole = board.gather(session, WEEK, SCOPE)
    assert found == expected
    assert all(expected.values())
    assert sum(day.numbers[0] for day in whole.days) == expected[Rows.RECEIVED]
    for lines in whole.axes.values():
        totals = [sum(column) for column in zip(*(each.numbers for each in lines), strict=True)]
        assert totals[0] == expected[Rows.RECEIVED]
        assert totals[3] == expected[Rows.OPEN]
    waiting = Counter(who for who, ages in whole.backlog.items() for _ in range(sum(ages.values())))
    assert waiting.total() == expected[Rows.OPEN]
