"""Queue, triage and acts on many as one workplace, in a real browser."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.store import tickets
from app.web.site import Site
from models.vocabulary import TicketState
from tests.support import build
from tests.support.chromium import DESK, PHONE, overflow
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def site(site: Site) -> Site:
    return replace(site, undo_for=timedelta(minutes=10))


def _furnish(site: Site) -> tuple[int, int]:
    """Two proposals in their order."""
    with site.database.write() as session:
        return build.planned(session).number, build.planned(session).number


def test_what_is_chosen_in_the_queue_is_previewed(opened: Opened, address: str, site: Site) -> None:
    first, second = _furnish(site)
    page = opened(viewport={"width": DESK, "height": 800}).new_page()
    page.goto(f"{address}/antrean")
    expect(page.locator("#bulk-act")).to_be_hidden()
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    expect(page.locator("#bulk-count")).to_have_text("2 laporan dipilih")
    page.keyboard.press("B")
    expect(page.locator("#bulk-act")).to_be_focused()
    page.select_option("#bulk-act", "close")
    page.click("#bulk button")
    page.wait_for_url(re.compile(r"/borongan\?.*tindakan=close"))
    expect(page.locator("#bulk-preview")).to_contain_text(f"#{first}")
    expect(page.locator("#bulk-preview")).to_contain_text(f"#{second}")
    page.keyboard.press("a")
    page.wait_for_url("**/borongan/1")


def test_what_is_chosen_goes_on_without_scripts_and_says_what_it_needs(
    opened: Opened, address: str, site: Site
) -> None:
    first, _ = _furnish(site)
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/antrean")
    page.check(f"#row-{first} input")
    page.select_option("#bulk-act", "snooze")
    page.click("#bulk button")
    expect(page.locator("#bulk-day")).to_be_visible()
    expect(page.locator("#bulk-text")).to_have_count(0)
    expect(page.locator(".notice.bad")).to_have_count(0)
    page.select_option("#bulk-until", "sync")
    page.click("#bulk-form button")
    expect(page.locator("#bulk-preview")).to_contain_text(f"#{first}")


def test_triage_puts_off_and_takes_back_by_keys_alone(
    opened: Opened, address: str, site: Site
) -> None:
    first, second = _furnish(site)
    page = opened().new_page()
    page.goto(f"{address}/triase")
    page.keyboard.press("s")
    expect(page.locator("#triage-tunda input[value=date]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(str(second))
    expect(page.locator("#undo")).to_contain_text("Laporan ditunda.")
    page.keyboard.press("u")
    page.wait_for_url(f"**/triase/{first}*")
    expect(page.locator("#undo")).to_contain_text("Tindakan ditarik kembali")
    with site.database.read() as session:
        ticket = tickets.by_number(session, first)
    assert (ticket.state, ticket.snoozed_until) == (TicketState.PLANNED, None)


def test_the_bar_stands_in_one_line_and_is_usable_on_a_phone(
    opened: Opened, address: str, site: Site
) -> None:
    page = opened(viewport={"width": DESK, "height": 800}).new_page()
    for path in ("/antrean", "/bahasa/en?kembali=/antrean"):
        page.goto(address + path)
        assert page.locator("#bar nav").evaluate("each => each.offsetHeight") < 60
        assert page.locator("#bar > div").evaluate("each => each.offsetHeight") < 70
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert overflow(page) <= 0
    page.click("#bar .me summary")
    for link in page.locator("#bar a").all():
        expect(link).to_be_in_viewport()


def test_the_palette_says_where_nothing_fits(opened: Opened, address: str) -> None:
    page = opened().new_page()
    page.goto(f"{address}/antrean")
    page.keyboard.press("Control+k")
    page.keyboard.type("tri")
    expect(page.locator("#palette-none")).to_have_text("")
    page.keyboard.type("xyz")
    expect(page.locator("#palette-none")).to_have_text("Tidak ada yang cocok. Coba kata lain.")


def test_a_report_beside_the_list_stands_in_one_column(
    opened: Opened, address: str, site: Site
) -> None:
    first, _ = _furnish(site)
    page = opened(viewport={"width": DESK, "height": 800}).new_page()
    page.goto(f"{address}/antrean")
    page.click(f"#row-{first} a.subject")
    talk, acts = page.locator("#queue-pane .talk"), page.locator("#queue-pane .acts")
    pane = page.locator("#queue-pane").bounding_box()
    for part in (talk, acts):
        box = part.bounding_box()
        assert box
        assert pane
        assert box["width"] > 0.9 * pane["width"]
    assert overflow(page) <= 0
    # To whoever hears the page it has one heading of the first order: the report's.
    heading = page.locator("h1:not([aria-level='2'])")
    expect(heading).to_have_count(1)
    expect(heading).to_contain_text(f"#{first}")
