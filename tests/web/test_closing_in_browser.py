"""The tracking page on an old telephone: no scripts, no style sheet, one thumb."""

import pytest

from app.store import tickets
from app.web.site import Site
from models.vocabulary import TicketState
from tests.support.answered import Answered, answered
from tests.support.chromium import PHONE, is_sound
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def report(site: Site) -> Answered:
    return answered(site)


def test_an_answer_is_rated_doubted_and_accepted_without_scripts_or_styles(
    public: Opened, address: str, site: Site, report: Answered
) -> None:
    page = public(java_script_enabled=False, viewport={"width": PHONE, "height": 640}).new_page()
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


def test_the_page_of_an_answered_report_is_accessible_and_fits(
    public: Opened, address: str, report: Answered
) -> None:
    page = public().new_page()
    page.goto(f"{address}{report.url}")
    page.get_by_role("button", name="Membantu sebagian").click()
    page.get_by_text("Penilaian Anda: Membantu sebagian.").wait_for()
    is_sound(page)
