"""The public pages in a real browser, with scripts off, on a telephone and on a desk."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from app.web.site import Site
from tests.support.chromium import DESK, PHONE, chromium, overflow
from tests.support.pages import pages_of
from tests.support.servers import serving

pytestmark = [pytest.mark.web, pytest.mark.slow]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with serving(pages_of(site)) as url:
        yield url


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_public_pages_are_accessible_and_fit(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for path in ("/", "/bantuan", "/laporan", "/tidak-ada"):
        page.goto(address + path)
        _look(page)
    page.goto(address + "/bantuan")
    page.click("form.panel button.primary")
    page.get_by_text("Laporan belum terkirim").wait_for()
    _look(page)
    context.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_report_is_made_and_seen_again_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/bantuan")
    page.fill("#perihal", "Akun belum muncul")
    page.fill("#uraian", "Akun guru kami belum ditemukan, mohon bantuan.")
    page.fill("#email", "sarinah@surat.example")
    page.fill("#nama", "Sarinah Wati")
    page.select_option("#tipe_pengguna", "operator")
    page.click("form.panel button.primary")
    page.get_by_text("Laporan Anda sudah kami terima").wait_for()
    key = page.locator(".big.mono").inner_text()
    page.goto(address + "/laporan")
    page.fill("#nomor", "100001")
    page.fill("#kunci", key)
    page.click("form.panel button.primary")
    page.get_by_text("Sampai di mana").wait_for()
    context.close()


def _look(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
    assert overflow(page) <= 0
