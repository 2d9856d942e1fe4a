"""A figure and the list of its reports are one query: they agree for any reports and any filter."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from app.kit.instants import MICROSECOND, quantile
from app.report import board
from app.report.catalogue import FIGURES, Unit, received_of, share
from app.store import counted, incidents, replies
from app.store import plans as kept_plans
from app.store.scope import Scope
from app.store.session import Database, Session
from models import Ticket
from models.vocabulary import (
    OPEN_STATES,
    Category,
    Channel,
    Jenjang,
    PlanState,
    ReplyState,
    Rows,
    TicketState,
    WhoActs,
)
from tests.support.figured import NOW, SCOPE, WEEK, chance_of, furnish

SCOPES = [
    SCOPE,
    replace(SCOPE, category=Category.ACTIVATION),
    replace(SCOPE, unread=True),
    replace(SCOPE, npsn="69900012", channel=Channel.FORM),
    replace(SCOPE, province="Prov. Contoh", jenjang=Jenjang.SD),
    replace(SCOPE, holder=WhoActs.HELPDESK, received_after=NOW - timedelta(days=7)),
    replace(SCOPE, actor="laksmi", assigned_to=1),
]


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
        furnish(session, chance_of(seed))
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
        took = np.array([each // MICROSECOND for each in spans], np.int64)
        assert value == quantile(took, figure.share)
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
        made = furnish(session, chance_of(12))
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
    assert sum(n for ages in whole.backlog.values() for n in ages.values()) == expected[Rows.OPEN]
    with database.read() as session:
        for who, ages in whole.backlog.items():
            for age, number in ages.items():
                after, upto = received_of(age, NOW)
                cell = replace(SCOPE, holder=who, received_after=after, received_upto=upto)
                assert counted.total(session, Rows.OPEN, cell) == number, (who, age)
