"""The queue and the triage in a real browser: without a mouse, without scripts, small and fit."""

import zlib

import pytest
from playwright.sync_api import expect

from app.store import tickets
from app.web.site import Site
from models.vocabulary import TicketState
from tests.support import build
from tests.support.chromium import DESK, PHONE, is_sound
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

FIRST_VIEW = 60_000  # bytes, compressed


def _furnish(site: Site) -> list[int]:
    """Three proposals in their order."""
    with site.database.write() as session:
        return [build.planned(session).number for _ in range(3)]


def test_triage_goes_on_by_keys_alone(opened: Opened, address: str, site: Site) -> None:
    first, second, third = _furnish(site)
    page = opened().new_page()
    page.goto(f"{address}/antrean")
    page.keyboard.press("T")
    page.wait_for_url(f"**/triase/{first}?**")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_contain_text(str(second))
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#said")).to_have_text(f"Laporan {first} disetujui, berikutnya {second}.")
    page.keyboard.press("b")
    expect(page.locator("#triage-text")).to_be_focused()
    page.keyboard.type("Mohon kirim NPSN. ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(str(third))
    page.keyboard.press("t")
    expect(page.locator("h1")).to_contain_text("Anda sudah di akhir")
    with site.database.read() as session:
        assert tickets.by_number(session, first).state is TicketState.RUNNING
        assert tickets.by_number(session, second).state is TicketState.ANSWERED
        assert tickets.by_number(session, third).state is TicketState.PLANNED


def test_queue_and_triage_work_without_scripts(opened: Opened, address: str, site: Site) -> None:
    first, second, _ = _furnish(site)
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/antrean")
    page.click("#queue-save summary")
    page.fill("#view-name", "Pagi ini")
    page.click("#queue-save button")
    expect(page.locator("#queue-views")).to_contain_text("Pagi ini")
    page.get_by_role("link", name="Putuskan satu per satu").click()
    page.click("#triage-setuju button")
    expect(page.locator("h1")).to_contain_text(str(second))
    expect(page.locator(".notice.good")).to_contain_text(f"Laporan {first} disetujui")
    page.goto(f"{address}/antrean")
    page.click(f"#row-{second} a.subject")
    page.wait_for_url(f"**/tiket/{second}")


def test_a_report_opens_beside_the_list_and_alone_on_a_phone(
    opened: Opened, address: str, site: Site
) -> None:
    first, *_ = _furnish(site)
    wide = opened(viewport={"width": DESK, "height": 800}).new_page()
    wide.goto(f"{address}/antrean")
    expect(wide.locator("#queue-views b").first).to_have_text("3")
    wide.click(f"#row-{first} a.subject")
    expect(wide.locator(f"#queue-pane #ticket-{first}")).to_be_visible()
    expect(wide.locator(f"#row-{first}")).to_be_visible()
    narrow = opened(viewport={"width": PHONE, "height": 800}).new_page()
    narrow.goto(f"{address}/antrean")
    narrow.click(f"#row-{first} a.subject")
    narrow.wait_for_url(f"**/tiket/{first}")
    expect(narrow.locator(f"#row-{first}")).to_have_count(0)


def test_queue_views_and_triage_are_accessible_and_fit(
    opened: Opened, address: str, site: Site
) -> None:
    first, *_ = _furnish(site)
    page = opened().new_page()
    for path in (
        "/antrean?mendesak=&lewat=ya",
        "/antrean/tampilan",
        f"/triase/{first}",
    ):
        page.goto(address + path)
        is_sound(page)


def test_the_first_views_are_small(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        *_, last = (build.planned(session) for _ in range(60))
    browser = staff.as_agent()
    for path in ("/antrean", f"/triase/{last.number}"):
        page = browser.get(path).text
        assets = {
            part.partition('"')[0]
            for start in ('href="/static/', 'src="/static/')
            for part in page.split(start)[1:]
        }
        sent = [page.encode(), *(browser.get(f"/static/{each}").content for each in assets)]
        assert sum(len(zlib.compress(each)) for each in sent) <= FIRST_VIEW, path
