"""The ledger and avoidable demand in a real browser: accessible, fitting, and by keys alone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from app.store import series
from app.store.series import Because
from app.web.site import Site
from models.vocabulary import Category, TicketState
from tests.support import build
from tests.support.chromium import DESK, PHONE, overflow
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def _furnish(site: Site) -> int:
    """Settled reports of some weeks, numbers left out by a restore, and a lost one: that one."""
    lost = 0
    with site.database.write() as session:
        for number in range(12):
            at = build.NOON - timedelta(days=24 - 2 * number)
            given = series.next_number(session, above=site.first_number, now=at)
            if number == 4:
                series.skip(session, 90, above=0, because=Because("ops", at, "disk rusak"))
            if number == 8:
                lost = given
                continue
            build.ticket(
                session,
                number=given,
                created_at=at,
                settled_at=at,
                state=TicketState.ANSWERED,
                category=Category.OUT_OF_SCOPE if number % 2 else Category.ACTIVATION,
            )
    return lost


def test_both_pages_are_accessible_fit_and_work_by_keys(
    opened: Opened, address: str, site: Site
) -> None:
    lost = _furnish(site)
    page = opened(viewport={"width": PHONE, "height": 800}).new_page()
    for path in ("/angka/buku-nomor", "/angka/buku-nomor/celah", "/angka/terhindarkan"):
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address + path)
            page.evaluate(
                "for (const each of document.querySelectorAll('details')) each.open = true"
            )
            _look(page)
    page.goto(f"{address}/angka/buku-nomor")
    page.focus(f"#gap-{lost} summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("uji coba nomor")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=uji coba nomor")
    assert page.locator("#gaps-unexplained tbody tr").count() == 0
    page.goto(f"{address}/angka")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url("**/angka/terhindarkan?**")
    page.focus("#figure-avoidable_wrong_desk a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/angka/laporan?**")
    assert page.locator("tbody tr").count() == 6


def _look(page: Page) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert overflow(page) <= 0
