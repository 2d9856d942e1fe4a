"""The staff pages in a real browser: accessible, fitting, and with scripts as without."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.store import replies, tickets
from app.web.site import Site
from models.vocabulary import Automation, TicketState
from tests.support import build
from tests.support.chromium import is_sound, overflow
from tests.support.judged import drafted_and_tried
from tests.support.proved import judged
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

PAPER = 703  # CSS pixels between the margins of an A4 sheet


def test_the_staff_pages_are_accessible_and_fit(opened: Opened, address: str, site: Site) -> None:
    number, letter = _furnish(site)
    page = opened().new_page()
    paths = ("/antrean", "/antrean?cari=x&mendesak=ya", f"/tiket/{number}")
    incident = f"/kejadian/{_join(site, number)}"
    for path in (*paths, "/kotak-keluar", f"/kotak-keluar/{letter}", "/kejadian", incident):
        page.goto(address + path)
        is_sound(page)


def test_the_rule_book_and_its_editions_are_accessible_and_fit(
    opened: Opened, address: str, site: Site
) -> None:
    edition = drafted_and_tried(site)
    page = opened().new_page()
    for path in ("/aturan", f"/aturan/rancangan/{edition.id}", "/aturan/rancangan/baru"):
        page.goto(address + path)
        is_sound(page)


def test_the_proof_is_accessible_fits_and_prints(opened: Opened, address: str, site: Site) -> None:
    with site.database.write() as session:
        ticket = build.ticket(session, state=TicketState.RECEIVED)
        plan = judged(session, ticket)
    page = opened().new_page()
    page.goto(f"{address}/tiket/{ticket.number}/bukti/{plan.id}")
    is_sound(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    assert overflow(page) <= 0
    assert not page.locator(".bar").is_visible()
    assert page.get_by_text("Dihitung ulang sekarang").is_visible()


def test_a_refused_answer_stays_in_its_field(opened: Opened, address: str, site: Site) -> None:
    number, _ = _furnish(site)
    page = opened().new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/tiket/{number}")
    page.click(f"#ticket-{number}-by-hand summary")
    page.fill(f"#ticket-{number}-text", "Jawaban yang lama ditulis.")
    with site.database.write() as session:
        build.reply(session, tickets.by_number(session, number))
    page.click(f"#ticket-{number}-answer button")
    page.get_by_text("Jawaban lain sudah dikirim").wait_for()
    assert page.input_value(f"#ticket-{number}-text") == "Jawaban yang lama ditulis."
    assert page.evaluate("document.querySelector('#problem').getBoundingClientRect().top >= 0")
    assert said == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_yes_is_given(opened: Opened, address: str, site: Site, *, scripts: bool) -> None:
    number, _ = _furnish(site)
    page = opened(java_script_enabled=scripts).new_page()
    page.goto(f"{address}/tiket/{number}")
    page.click(f"#ticket-{number}-approval button")
    page.get_by_text("sedang dijalankan").wait_for()
    with site.database.write() as session:
        ticket = tickets.by_number(session, number)
        assert ticket.state is TicketState.RUNNING
        ticket.state = TicketState.ANSWERED
        session.add(ticket)
        assert not [each for each in replies.of_ticket(session, ticket.id) if each.staff_id]
    if scripts:
        page.locator(".badge.is-answered").wait_for()


def test_the_list_follows_its_filters_and_the_way_back(
    opened: Opened, address: str, site: Site
) -> None:
    number, _ = _furnish(site)
    page = opened().new_page()
    page.goto(f"{address}/antrean?tampilan=semua")
    page.fill("#cari", str(number))
    page.keyboard.press("Enter")
    page.get_by_text("Hapus saringan").wait_for()
    assert page.locator("#queue-list .row").count() == 1
    assert page.evaluate("location.search") == f"?tampilan=semua&cari={number}"
    page.go_back()
    page.get_by_text("Hapus saringan").wait_for(state="detached")
    assert page.locator("header.bar").count() == 1


def _furnish(site: Site) -> tuple[int, int]:
    """A proposal with something of everything, two more tickets and a letter."""
    step = build.rename(undo=None, automation=Automation.APPROVE)
    with site.database.write() as session:
        made = build.planned(session, steps=(step,), urgent=True)
        build.attachment(session, made)
        letter = build.reply(session, made).id
        other = build.ticket(session, created_at=build.NOON - timedelta(days=1))
        build.propose(session, other, replace(build.verdict(), note="Perlu dilihat."))
    return made.number, letter


def _join(site: Site, number: int) -> int:
    """The ticket belongs to an incident and perhaps to an earlier report; the incident's id."""
    with site.database.write() as session:
        made = tickets.by_number(session, number)
        build.link(session, made, build.ticket(session, created_at=build.NOON - timedelta(days=3)))
        return build.incident(session, [made]).id
