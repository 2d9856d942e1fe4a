"""The tracking page on an old telephone: no scripts, no style sheet, one thumb."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from app.store import tickets
from app.web.site import Site
from models.vocabulary import TicketState
from tests.support.answered import Answered, answered
from tests.support.chromium import DESK, PHONE, overflow

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def report(site: Site) -> Answered:
    return answered(site)


def test_an_answer_is_rated_doubted_and_accepted_without_scripts_or_styles(
    chrome: Browser, address: str, site: Site, report: Answered
) -> None:
    context = chrome.new_context(
        java_script_enabled=False, viewport={"width": PHONE, "height": 640}
    )
    page = context.new_page()
    page.route("**/*.css*", lambda route: route.abort())
    page.goto(f"{address}{report.url}")
    page.get_by_role("button", name="Tidak membantu").click()
    page.get_by_text("Penilaian Anda: Tidak membantu.").wait_for()
    page.fill("#kalimat", "Langkahnya kurang jelas.")
    page.get_by_role("button", name="Kirim kalimat").click()
    page.get_by_role("link", name="Belum selesai").click()
    page.fill("#pesan", "Masih tidak bisa masuk.")
    page.get_by_role("button", name="Belum selesai, buka lagi").click()
    page.get_by_text("Laporan dibuka lagi. Seorang petugas").wait_for()
    with site.database.write() as session:
        ticket = tickets.by_number(session, report.number)
        assert ticket.state is TicketState.RECEIVED
        ticket.state = TicketState.ANSWERED
        session.add(ticket)
    page.goto(f"{address}{report.url}#selesai")
    page.get_by_role("button", name="Masalah selesai").click()
    page.get_by_text("Terima kasih. Laporan ini ditutup").wait_for()
    context.close()


def test_the_page_of_an_answered_report_is_accessible_and_fits(
    chrome: Browser, address: str, report: Answered
) -> None:
    for width in (PHONE, DESK):
        for scheme in ("light", "dark"):
            context = chrome.new_context(
                viewport={"width": width, "height": 800},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page = context.new_page()
            page.goto(f"{address}{report.url}")
            page.get_by_role("button", name="Membantu sebagian").click()
            page.locator("#told summary").click()
            found = Axe().run(page, options=RULES).response["violations"]
            assert not [(each["id"], each["nodes"]) for each in found]
            assert overflow(page) <= 0
            context.close()
