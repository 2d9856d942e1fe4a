"""No page of the queue sorts what it does not show: each order is read along its index.

Nor does the hourly look of retention go over what it has done.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from app.store import queue, retention, targets
from app.store.queue import Filter
from app.store.queue_order import Cursor, Order
from app.store.session import Database, Session
from models.vocabulary import Category, Channel, Jenjang, TicketState, WhoActs
from tests.support import build
from tests.support.build import NOON

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

LAST = Cursor(0, datetime(2026, 11, 1, tzinfo=UTC), 7, NOON)
EVERY_STATE: tuple[tuple[TicketState, ...], ...] = (
    (TicketState.PLANNED,),
    (TicketState.ANSWERED, TicketState.CLOSED),
    (),
)


@contextmanager
def _statements(session: Session) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def keep(*said: Any) -> None:
        if said[2].startswith("SELECT"):
            seen.append((said[2], said[3]))

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", keep)
    yield seen
    event.remove(engine, "before_cursor_execute", keep)


def _plans(session: Session, wanted: Filter) -> list[str]:
    return _plans_of(session, lambda: queue.listed(session, wanted, limit=41))


def _plans_of(session: Session, look: Callable[[], object]) -> list[str]:
    with _statements(session) as seen:
        look()
    raw = session.connection()
    return [
        " / ".join(str(row[3]) for row in raw.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", given))
        for text, given in seen
    ]


@pytest.mark.parametrize("states", EVERY_STATE, ids=["one state", "two states", "all"])
@pytest.mark.parametrize("order", Order)
def test_each_order_follows_an_index(
    database: Database, order: Order, states: tuple[TicketState, ...]
) -> None:
    wanted = Filter(states=states, order=order, as_of=NOON)
    with database.read() as session:
        plans = _plans(session, wanted) + _plans(session, replace(wanted, after=LAST))
    assert plans
    for plan in plans:
        assert "USING INDEX ix_ticket_" in plan
        assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize(
    "narrowed",
    [
        Filter(category=Category.ACTIVATION),
        Filter(npsn="69900099"),
        Filter(assigned_to=3),
        Filter(province="Provinsi Tiada"),
        Filter(jenjang=Jenjang.SLB),
        Filter(channel=Channel.API),
        Filter(waiting_on=WhoActs.DINAS),
    ],
    ids=["category", "school", "colleague", "province", "level", "channel", "holder"],
)
def test_what_is_narrow_is_found_by_its_own_index(database: Database, narrowed: Filter) -> None:
    with database.write() as session:
        build.ticket(session)
    with database.read() as session:
        plans = _plans(session, replace(narrowed, order=Order.NEWEST))
    assert all("=?" in plan and "TEMP B-TREE" not in plan for plan in plans)


def test_what_is_not_put_off_is_never_looked_for_among_all(database: Database) -> None:
    """SQLite takes no value for as rare as any other where the others are many."""
    with database.write() as session:
        for number in range(30):
            off = NOON + timedelta(days=number) if number else None
            build.ticket(session, state=TicketState.PLANNED, snoozed_until=off)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    with database.read() as session:
        plans = _plans(session, Filter(states=(TicketState.PLANNED,), snoozed=False, as_of=NOON))
        assert len(plans) == 4
        assert "snoozed" not in "".join(plans)
        (late,) = _plans(session, Filter(order=Order.NEWEST, overdue_at=NOON))
        assert "ix_ticket_open" in late


def test_open_targets_are_read_along_their_own_index(database: Database) -> None:
    with database.read() as session:
        (soon,) = _plans_of(session, lambda: targets.soon(session, limit=21))
        (missed,) = _plans_of(session, lambda: targets.missed(session, limit=21))
    assert "USING INDEX ix_target_soon" in soon
    assert "USING INDEX ix_target_missed" in missed
    assert "TEMP B-TREE" not in soon + missed


@pytest.mark.parametrize("part", [retention.MESSAGES, retention.ATTACHMENTS, retention.DOSSIERS])
def test_what_retention_may_remove_is_found_without_a_look_at_what_is_gone(
    database: Database, part: str
) -> None:
    with database.read() as session:
        plans = _plans_of(session, lambda: retention.ripe(session, part, LAST.at, limit=50))
    assert [f"USING INDEX ix_ticket_{part}_left" in plan for plan in plans] == [True]
    assert "TEMP B-TREE" not in plans[0]
