"""The figures in a real browser: accessible, fitting, light, by key and on paper."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from app.web.deps import COOKIE
from app.web.site import Site
from models.vocabulary import Category, Jenjang, TicketState, WhoActs
from tests.support import build
from tests.support.chromium import is_sound, overflow
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

PAPER = 703  # CSS pixels between the margins of an A4 sheet
FIRST_VIEW = 60_000  # bytes, compressed


def _furnish(site: Site) -> None:
    """Reports of four weeks, some answered, some waiting for long."""
    with site.database.write() as session:
        for number in range(40):
            at = build.NOON - timedelta(hours=17 * number)
            is_settled = number % 3 > 0
            build.ticket(
                session,
                created_at=at,
                first_answered_at=at + timedelta(hours=5) if is_settled else None,
                settled_at=at + timedelta(hours=5 + number) if is_settled else None,
                state=TicketState.ANSWERED if is_settled else TicketState.WAITING,
                waiting_on=WhoActs.NOBODY if is_settled else list(WhoActs)[number % 4],
                category=list(Category)[number % 9],
                jenjang=list(Jenjang)[number % 4],
                province="Prov. Contoh Sangat Panjang" if number % 2 else "",
                assigned_to_id=None if is_settled else 1,
            )


def test_the_figures_are_accessible_and_fit(opened: Opened, address: str, site: Site) -> None:
    _furnish(site)
    page = opened().new_page()
    for path in ("/angka", "/angka/laporan?angka=first_answer_working_p90"):
        page.goto(address + path)
        is_sound(page)


def test_without_scripts_a_figure_leads_to_its_reports(
    opened: Opened, address: str, site: Site
) -> None:
    _furnish(site)
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/angka")
    page.click("#figure-settled a")
    assert page.locator("#figure-rows").inner_text() == "26 laporan"
    assert page.locator("tbody tr").count() == 26


def test_by_keys_alone_a_report_is_opened(opened: Opened, address: str, site: Site) -> None:
    _furnish(site)
    page = opened().new_page()
    page.goto(f"{address}/angka")
    page.focus("#figure-settled a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/angka/laporan?**")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/tiket/**")


def test_the_first_view_is_light(
    chrome: Browser, address: str, site: Site, staff: Colleagues
) -> None:
    # Nothing was kept of an earlier view.
    context = chrome.new_context()
    token = staff.as_supervisor().cookies[COOKIE]
    _furnish(site)
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda each: sizes.append(each.sizes()["responseBodySize"]))
    page.goto(f"{address}/angka", wait_until="networkidle")
    assert 0 < sum(sizes) <= FIRST_VIEW
    for chart in page.locator("svg.chart").all():
        assert len(str(chart.evaluate("each => each.outerHTML"))) < 2_000
    context.close()


def test_the_sheet_of_paper_holds_figures_only(opened: Opened, address: str, site: Site) -> None:
    _furnish(site)
    page = opened(viewport={"width": PAPER, "height": 1000}).new_page()
    page.goto(f"{address}/angka")
    page.emulate_media(media="print")
    assert overflow(page) <= 0
    assert not page.locator(".bar").is_visible()
    assert not page.locator("form.filters").is_visible()
    assert page.locator("#figure-received").is_visible()
