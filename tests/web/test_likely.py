"""The likely answer before sending: said from published statements, nothing looked up or kept."""

import gzip
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.access import limits
from app.access.limits import LIKELY_PER_ADDRESS
from app.demo import guides
from app.reading.facts import Facets, Facts, Incoming, Understanding
from app.store import events, tickets
from app.web.pages import STATIC
from app.web.site import Site
from models.vocabulary import Category, Decision, StaffRole
from tests.support.browser import TestClient
from tests.support.chromium import PHONE, is_sound
from tests.support.pages import pages_of
from tests.support.servers import Turns
from tests.web.conftest import Clock, Colleagues, Opened

TEXT = "Saya lupa kata sandi akun dan e-mail pribadi sudah lama mati."
FIRST_VIEW = 60_000  # bytes, compressed


def reading(site: Site, decision: Decision = Decision.AUTO) -> Site:
    """A site whose reader takes every text for a forgotten password."""

    def read(incoming: Incoming) -> Understanding:
        return Understanding(
            facts=Facts(),
            facets=Facets(),
            mentions=(),
            category=Category.PASSWORD_RESET,
            probability=0.9,
            decision=decision,
        )

    return replace(site, read=read)


@pytest.fixture
def published(site: Site, staff: Colleagues) -> Site:
    by = staff.add(StaffRole.SUPERVISOR)
    with site.database.write() as session:
        guides.publish(session, by=by, now=site.clock())
    return site


def asks(site: Site, path: str = "/bantuan/saran", **more: str) -> str:
    client = TestClient(pages_of(site), follow_redirects=False)
    answer = client.post(path, data={"perihal": "Lupa sandi", "uraian": TEXT, **more})
    assert answer.status_code == 200
    return str(answer.text)


def test_the_statement_and_the_guide_of_what_was_read(published: Site) -> None:
    said = asks(reading(published))
    assert "Lupa Kata Sandi" in said
    assert "/panduan/lupa-kata-sandi" in said
    assert "<html" not in said


def test_nothing_is_kept_or_looked_up(published: Site) -> None:
    asks(reading(published))
    with published.database.read() as session:
        assert tickets.after_id(session, 0, limit=1) == []
        assert events.of_ticket(session, 1) == []


def test_a_doubtful_reading_says_only_what_the_person_chose(published: Site) -> None:
    unsure = reading(published, Decision.ASK)
    assert "sepertinya tentang" not in asks(unsure)
    chosen = asks(unsure, kategori="account_suspended")
    assert "3x24 jam" in chosen
    assert "/panduan/akun-ditangguhkan" in chosen
    english = asks(unsure, "/bantuan/saran?bahasa=en", kategori="account_suspended")
    assert "A suspended account is opened again" in english


def test_without_a_reader_the_chosen_kind_is_enough(published: Site) -> None:
    assert "Google Takeout" in asks(published, kategori="data_migration")


def test_a_word_or_two_say_nothing(published: Site) -> None:
    assert "notice" not in asks(reading(published), uraian="Tolong", perihal="")


def test_what_was_typed_is_never_said_back(published: Site) -> None:
    said = asks(reading(published), uraian=f"{TEXT} <script>alert(1)</script> 3201234567890123")
    assert "alert(1)" not in said
    assert "3201234567890123" not in said


def test_asking_without_end_shows_nothing_and_sending_goes_on(
    published: Site, clock: Clock
) -> None:
    site = reading(published)
    client = TestClient(pages_of(site), follow_redirects=False)
    with site.database.write() as session:
        for _ in range(LIKELY_PER_ADDRESS.tries):
            limits.count(session, "likely", "testclient", now=site.clock())
    assert "notice" not in asks(site)
    form = {
        "perihal": "Lupa sandi",
        "uraian": TEXT,
        "email": "sarinah@surat.example",
        "nama": "Sarinah Wati",
        "tipe_pengguna": "guru",
    }
    assert client.post("/bantuan", data=form).status_code == 303
    clock.forward(timedelta(hours=1, minutes=1))
    assert "notice" in asks(site)


def test_checking_first_keeps_every_word_and_sends_nothing(published: Site) -> None:
    page = asks(reading(published), "/bantuan", periksa="1", nama="Sarinah Wati")
    for words in (TEXT, 'value="Sarinah Wati"', "Mungkin ini jawabannya", 'form="report"'):
        assert words in page
    assert "Laporan belum terkirim" not in page
    with published.database.read() as session:
        assert tickets.after_id(session, 0, limit=1) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_form_with_all_it_loads_stays_small(client: TestClient) -> None:
    page = client.get("/bantuan")
    assets = re.findall(r'(?:href|src)="/static/([^"?]+)', page.text)
    assert "vendor/htmx.min.js" in assets
    parts = [page.content, *((STATIC / name).read_bytes() for name in assets)]
    assert sum(len(gzip.compress(part, 5)) for part in parts) < FIRST_VIEW


@pytest.mark.web
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scripts", [True, False])
def test_in_a_browser_with_and_without_scripts(
    public: Opened, address: str, published: Site, turns: Turns, scripts: bool
) -> None:
    turns.app = pages_of(reading(published))
    page = public(java_script_enabled=scripts, viewport={"width": PHONE, "height": 740}).new_page()
    page.goto(f"{address}/bantuan")
    page.fill("#perihal", "Lupa sandi")
    page.fill("#nama", "Sarinah Wati")
    page.fill("#email", "sarinah@surat.example")
    page.select_option("#tipe_pengguna", "guru")
    page.locator("#uraian").press_sequentially(TEXT)
    check = page.get_by_role("button", name="Periksa dahulu")
    if not scripts:
        check.click()
    expect(page.get_by_text("Mungkin ini jawabannya")).to_be_visible()
    if scripts:
        expect(check).to_have_count(0)
        is_sound(page)
    page.get_by_role("button", name="Kirim laporan").first.click()
    page.get_by_text("Laporan Anda sudah kami terima").wait_for()
