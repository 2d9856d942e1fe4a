"""A ticket as a place to work in: by keyboard alone, on a slow line, without scripts."""

import gzip

import pytest
from playwright.sync_api import Page, expect

from app.store import drafts, events, tickets
from app.web.site import Site
from models import Ticket
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.chromium import DESK, is_sound
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
LARGEST = 60_000  # bytes, compressed


@pytest.fixture
def made(site: Site) -> Ticket:
    with site.database.write() as session:
        made = build.planned(session)
        for serial in range(15):
            build.message(session, made, body=f"Pesan ke-{serial}, mohon dibantu.")
    return made


@pytest.fixture
def page(opened: Opened, address: str, made: Ticket) -> Page:
    page = opened(viewport={"width": DESK, "height": 800}).new_page()
    page.goto(f"{address}/tiket/{made.number}")
    return page


def test_by_keyboard_alone_a_note_is_written_and_the_proposal_accepted(
    page: Page, made: Ticket
) -> None:
    page.keyboard.press("n")
    expect(page.locator(f"#ticket-{made.number}-note-text")).to_be_focused()
    page.keyboard.type("Sudah ditelepon, a r n tidak berbuat apa-apa di sini.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".message.note")).to_contain_text("a r n tidak berbuat")
    page.keyboard.press("c")
    expect(page.locator(f"#ticket-{made.number}-chosen")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("a")
    expect(page.locator(".ticket-head .badge").first).to_contain_text("Berjalan")


def test_what_is_typed_is_kept_after_a_pause_and_survives_another_act(
    page: Page, made: Ticket, site: Site
) -> None:
    page.keyboard.press("r")
    field = page.locator(f"#ticket-{made.number}-text")
    expect(field).to_be_focused()
    page.keyboard.type("Sedang saya tulis")
    # Taken while the pause is not over: the text is sent before, and stays.
    page.get_by_role("button", name="Ambil").click()
    expect(page.get_by_role("button", name="Lepas")).to_be_visible()
    expect(field).to_have_value("Sedang saya tulis")
    with site.database.read() as session:
        kept = drafts.of_ticket(session, tickets.by_number(session, made.number).id)
    assert [each.body for each in kept] == ["Sedang saya tulis"]


def test_a_conflict_keeps_the_text_where_it_was(
    page: Page, made: Ticket, site: Site, staff: Colleagues
) -> None:
    page.keyboard.press("r")
    page.keyboard.type("Jawaban saya")
    other = staff.add(StaffRole.AGENT, "sari", "Sari Kencana")
    with site.database.write() as session:
        events.record(session, made.id, "noted", other.username, at=site.clock())
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.locator("#problem")).to_contain_text("Sari Kencana")
    expect(page.locator(f"#ticket-{made.number}-text")).to_have_value("Jawaban saya")


def test_older_messages_come_on_demand(page: Page, made: Ticket) -> None:
    expect(page.locator(".message").get_by_text("Pesan ke-14")).to_be_visible()
    expect(page.locator(".message").get_by_text("Pesan ke-1,")).to_have_count(0)
    page.get_by_text("pesan yang lebih lama").click()
    expect(page.locator(".message").get_by_text("Pesan ke-1,")).to_be_visible()


def test_a_hidden_page_asks_nothing(page: Page, made: Ticket) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    ask = (
        f"form => {{ htmx.ajax('POST', '/tiket/{made.number}/kehadiran', "
        "{source: form, target: form}).catch(() => 0); }"
    )
    form = page.locator(f"#ticket-{made.number}-present")
    form.evaluate(ask)
    # Whatever was asked before it has been told of when this is answered.
    assert page.evaluate("fetch('/static/icon.svg').then(each => each.ok)")
    assert not [each for each in asked if "kehadiran" in each]
    page.evaluate("Object.defineProperty(document, 'hidden', {value: false})")
    with page.expect_request("**/kehadiran"):
        form.evaluate(ask)


def test_it_fits_and_axe_finds_nothing(opened: Opened, address: str, made: Ticket) -> None:
    page = opened().new_page()
    for path in (f"/tiket/{made.number}", "/sebutan", "/jawaban", "/jawaban/baru"):
        page.goto(address + path)
        is_sound(page, tags=None)


def test_without_scripts_an_answer_is_kept_and_sent(
    opened: Opened, address: str, made: Ticket
) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/tiket/{made.number}")
    form = page.locator(f"#ticket-{made.number}-by-hand")
    form.locator("summary").click()
    form.locator("textarea").fill("Tanpa skrip")
    form.get_by_role("button", name="Simpan draf").click()
    expect(form.locator("textarea")).to_have_value("Tanpa skrip")
    form.get_by_role("button", name="Kirim jawaban").click()
    expect(page.locator(f"#ticket-{made.number}-replies")).to_contain_text("Tanpa skrip")


def test_the_first_view_is_small(staff: Colleagues, made: Ticket) -> None:
    page = staff.as_agent().get(f"/tiket/{made.number}")
    assert len(gzip.compress(page.content)) < LARGEST
