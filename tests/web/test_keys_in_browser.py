"""Keys of the staff's pages: what a page can do is listed, found and done without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from app.web.site import Site
from models.vocabulary import TicketState
from tests.support import build
from tests.support.servers import SlowLine, Turns
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def test_a_key_focuses_its_field_and_is_inert_while_one_types(opened: Opened, address: str) -> None:
    page = _queue(opened, address)
    page.keyboard.press("/")
    expect(page.locator("#cari")).to_be_focused()
    page.keyboard.type("a/?")
    assert page.input_value("#cari") == "a/?"
    expect(page.locator("#keys")).not_to_be_visible()


def test_the_overlay_lists_the_keys_and_turns_them_off(opened: Opened, address: str) -> None:
    page = _queue(opened, address)
    page.keyboard.press("?")
    expect(page.locator("#keys-here")).to_contain_text("/")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#cari")).not_to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#keys-on")).not_to_be_checked()


def test_the_palette_finds_every_page_by_some_letters(opened: Opened, address: str) -> None:
    page = _queue(opened, address)
    lines = page.locator("#palette-list button")
    for letters, path in (("kejad", "kejadian"), ("masa", "penyimpanan"), ("jejak", "jejak")):
        page.keyboard.press("Control+k")
        page.keyboard.type(letters)
        expect(lines).to_have_count(1)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{path}")
    page.keyboard.press("Control+k")
    page.keyboard.type("token")
    expect(lines).to_have_count(0)  # for administrators
    expect(page.locator("#palette-none")).not_to_be_empty()


def test_rows_are_walked_and_opened(opened: Opened, address: str, site: Site) -> None:
    with site.database.write() as session:
        first, second = (build.ticket(session, state=TicketState.PLANNED).number for _ in range(2))
    page = _queue(opened, address)
    page.keyboard.press("j")
    expect(page.locator(f"#row-{first} a")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/tiket/{second}")


def test_a_key_is_not_lost_before_the_page_and_its_scripts_have_come(
    opened: Opened, address: str, site: Site, turns: Turns
) -> None:
    with site.database.write() as session:
        first, second, third = (build.planned(session).number for _ in range(3))
    turns.app = slow = SlowLine(turns.app, f"/triase/{first}", until=b"</main>")
    page = opened().new_page()
    page.route("**/htmx.min.js*", lambda _: None)
    page.goto(f"{address}/triase/{first}", wait_until="commit")
    expect(page.locator("h1")).to_contain_text(str(first))
    assert page.evaluate("document.readyState") == "loading"
    page.keyboard.press("a")
    page.keyboard.press("a")
    slow.rest.set()
    expect(page.locator("h1")).to_contain_text(str(second))
    page.keyboard.press("a")
    expect(page.locator("h1")).to_contain_text(str(third))


def _queue(opened: Opened, address: str) -> Page:
    page = opened().new_page()
    page.goto(address + "/antrean")
    return page
