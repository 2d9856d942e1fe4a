"""The reply in a comment thread in a real browser: by keys, taken back, fit and accessible."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.store import thread_replies, tickets
from app.web.site import Site
from models.vocabulary import Channel, TicketState
from tests.support import build
from tests.support.chromium import DESK, is_sound
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def site(site: Site) -> Site:
    return replace(site, has_help_centre=True, undo_for=timedelta(seconds=60))


def test_a_reply_is_published_and_taken_back_by_keys_alone(
    opened: Opened, address: str, site: Site
) -> None:
    with site.database.write() as session:
        number = build.ticket(session, channel=Channel.COMMENT, state=TicketState.ANSWERED).number
    page = opened(viewport={"width": DESK, "height": 800}).new_page()
    page.goto(f"{address}/tiket/{number}")
    panel = page.locator(f"#ticket-{number}-thread")
    text = page.locator(f"#ticket-{number}-thread-text")
    page.keyboard.press("b")
    expect(text).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Terima kasih.")
    written = text.input_value()
    assert "sudah kami tangani" in written
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Balasan komentar siap dikirim.")
    expect(panel.locator(".badge")).to_have_text("Sedang dikirim")
    is_sound(page)
    page.keyboard.press("z")
    page.get_by_text("Tindakan ditarik kembali").wait_for()
    expect(text).to_have_value(written)
    is_sound(page)
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        assert list(thread_replies.of_ticket(session, ticket.id)) == []
