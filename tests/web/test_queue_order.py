"""The orders of the queue, and leafing through them."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.store import queue, queue_order
from app.store.queue import Filter
from app.web.site import Site
from models import Ticket
from models.vocabulary import OPEN_STATES, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, Colleagues


def _numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r'id="row-(\d+)"', text)]


def _leafed(browser: TestClient, address: str) -> list[int]:
    """The numbers on that page of the queue and on all that follow it."""
    seen = []
    while address:
        page = browser.get(address).text
        seen += _numbers(page)
        following = re.search(r'class="button" href="([^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    return seen


def _ticket(site: Site, **changes: object) -> int:
    with site.database.write() as session:
        return build.ticket(session, **changes).number


def test_urgent_comes_first_then_the_oldest(staff: Colleagues, site: Site) -> None:
    young = _ticket(site, created_at=build.NOON - timedelta(hours=1))
    old = _ticket(site, created_at=build.NOON - timedelta(days=3))
    urgent = _ticket(site, created_at=build.NOON, urgent=True)
    page = staff.as_agent().get("/antrean?tampilan=orang")
    assert _numbers(page.text) == [urgent, old, young]
    assert "Mendesak" in page.text


def test_what_is_late_comes_before_what_is_urgent(staff: Colleagues, site: Site) -> None:
    hour = timedelta(hours=1)
    urgent = _ticket(site, urgent=True)
    _ticket(site, state=TicketState.ANSWERED, promised_at=WEDNESDAY_NOON - 9 * hour)
    missed = _ticket(site, next_due_at=WEDNESDAY_NOON - hour)
    promised = _ticket(site, promised_at=WEDNESDAY_NOON - hour)
    both = {"promised_at": WEDNESDAY_NOON - 2 * hour, "next_due_at": WEDNESDAY_NOON - 3 * hour}
    longest = _ticket(site, urgent=True, **both)
    on_time = _ticket(site, promised_at=WEDNESDAY_NOON + hour, next_due_at=WEDNESDAY_NOON + hour)
    page = staff.as_agent().get("/antrean?tampilan=orang").text
    assert _numbers(page) == [longest, promised, missed, urgent, on_time]
    assert page.count("Target lewat") == 2


def test_what_becomes_late_while_one_leafs_is_not_passed_over(site: Site) -> None:
    first = _ticket(site, created_at=WEDNESDAY_NOON - timedelta(days=1))
    later = WEDNESDAY_NOON + timedelta(hours=1)
    second = _ticket(site, next_due_at=later)
    with site.database.read() as session:
        wanted = Filter(as_of=WEDNESDAY_NOON)
        rows = queue.listed(session, wanted, limit=1)
        after = queue_order.cursor(rows[0], wanted.order, wanted.late_at)
        meanwhile = Filter(as_of=later + timedelta(hours=1), after=after)
        rows = [*rows, *queue.listed(session, meanwhile, limit=9)]
    assert [row.number for row in rows] == [first, second]


def test_answered_ones_are_shown_newest_first(staff: Colleagues, site: Site) -> None:
    old = _ticket(site, state=TicketState.ANSWERED, created_at=build.NOON - timedelta(days=3))
    young = _ticket(site, state=TicketState.CLOSED)
    assert _numbers(staff.as_agent().get("/antrean?tampilan=terjawab").text) == [young, old]


@pytest.mark.parametrize("view", ["orang", "semua"])
def test_leafing_shows_every_ticket_once(staff: Colleagues, site: Site, view: str) -> None:
    with site.database.write() as session:
        made = [
            # Many in the same second, as an import makes them.
            build.ticket(session, urgent=each % 3 == 0, created_at=build.NOON).number
            for each in range(95)
        ]
    seen = _leafed(staff.as_agent(), f"/antrean?tampilan={view}")
    assert sorted(seen) == sorted(made)
    assert len(seen) == 95


def _urgency(ticket: Ticket) -> tuple[object, ...]:
    """By that the most urgent come first."""
    if ticket.state in OPEN_STATES:
        for place, instant in enumerate((ticket.promised_at, ticket.next_due_at)):
            if instant and instant < WEDNESDAY_NOON:
                return place, instant, ticket.id
    return 2 + (not ticket.urgent), ticket.created_at, ticket.id


ORDERS: dict[str, Callable[[Ticket], tuple[object, ...]]] = {
    "mendesak": _urgency,
    "terlama": lambda one: (one.created_at, one.id),
    "terbaru": lambda one: (-one.created_at.timestamp(), -one.id),
    "janji": lambda one: (
        one.promised_at is None,
        one.promised_at.timestamp() if one.promised_at else 0,
        one.id,
    ),
}


@pytest.mark.parametrize(
    ("view", "states"),
    [
        ("orang", (TicketState.MANUAL,)),
        ("terjawab", (TicketState.ANSWERED, TicketState.CLOSED)),
        ("semua", (TicketState.MANUAL, TicketState.PLANNED, TicketState.CLOSED)),
    ],
)
def test_every_order_leafs_through_all_of_several_states(
    staff: Colleagues, site: Site, view: str, states: tuple[TicketState, ...]
) -> None:
    with site.database.write() as session:
        made = [
            build.ticket(
                session,
                state=states[each % len(states)],
                urgent=each % 5 == 0,
                created_at=build.NOON - timedelta(hours=each * 7 % 11),
                promised_at=None if each % 3 else build.NOON + timedelta(days=each * 5 % 13 - 4),
                next_due_at=None if each % 4 else build.NOON + timedelta(hours=each * 7 % 61 - 30),
            )
            for each in range(90)
        ]
    browser = staff.as_agent()
    for order, key in ORDERS.items():
        seen = _leafed(browser, f"/antrean?tampilan={view}&urut={order}")
        assert seen == [one.number for one in sorted(made, key=key)], order
