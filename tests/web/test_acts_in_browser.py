"""Taking back and acting on many in a real browser: scripts on and off, accessible, fitting."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bulk import job
from app.store import tickets
from app.web.site import Site
from models.vocabulary import TicketState
from tests.support import build
from tests.support.chromium import is_sound
from tests.support.pages import pages_of
from tests.support.servers import Turns
from tests.web.conftest import Clock, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def site(site: Site) -> Site:
    # The clock of the site stands still, that of the browser does not.
    return replace(site, undo_for=timedelta(minutes=10))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_closing_is_taken_back(opened: Opened, address: str, site: Site, scripts: bool) -> None:
    number = _planned(site)
    page = opened(java_script_enabled=scripts).new_page()
    page.goto(f"{address}/tiket/{number}")
    page.click("summary:has-text('Tutup')")
    page.click(f"#ticket-{number}-closing button")
    page.locator("#undo").wait_for()
    assert _state(site, number) is TicketState.CLOSED
    if scripts:
        assert "Laporan ditutup." in page.inner_text("#said")
        page.keyboard.press("z")
    else:
        page.click("#undo button")
    page.get_by_text("Tindakan ditarik kembali").wait_for()
    assert _state(site, number) is TicketState.PLANNED


def test_the_bar_leaves_by_itself(opened: Opened, address: str, site: Site, turns: Turns) -> None:
    turns.app = pages_of(replace(site, undo_for=timedelta(seconds=3)))
    number = _planned(site)
    page = opened().new_page()
    page.goto(f"{address}/tiket/{number}")
    page.click("summary:has-text('Tutup')")
    page.click(f"#ticket-{number}-closing button")
    page.locator("#undo").wait_for()
    page.locator("#undo").wait_for(state="detached")
    assert _state(site, number) is TicketState.CLOSED


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_many_are_closed_and_taken_back(
    opened: Opened, address: str, site: Site, clock: Clock, scripts: bool
) -> None:
    numbers = [_planned(site) for _ in range(3)]
    page = opened(java_script_enabled=scripts).new_page()
    page.goto(f"{address}/borongan")
    page.fill("#bulk-numbers", " ".join(map(str, numbers)))
    page.select_option("#bulk-action", "close")
    page.click("#bulk-form button")
    page.click("#bulk-preview button")
    page.get_by_text("Sedang dijalankan").wait_for()
    job.run(site.database, 1, tracking_url=lambda _: None, clock=clock)
    if not scripts:
        page.reload()
    page.get_by_text("Selesai: 3 laporan").wait_for()
    page.click("#bulk-undo button")
    page.get_by_text("Sedang ditarik kembali").wait_for()
    job.take_back(site.database, 1, clock=clock)
    if not scripts:
        page.reload()
    page.get_by_text("Sudah ditarik kembali").wait_for()
    assert {_state(site, each) for each in numbers} == {TicketState.PLANNED}


def test_the_pages_are_accessible_and_fit(
    opened: Opened, address: str, site: Site, clock: Clock
) -> None:
    numbers = [_planned(site) for _ in range(3)]
    page = opened().new_page()
    asked = "&".join(f"nomor={each}" for each in numbers)
    page.goto(f"{address}/borongan?{asked}&tindakan=snooze&sampai=sync")
    is_sound(page)
    page.click("#bulk-preview button")
    job.run(site.database, 1, tracking_url=lambda _: None, clock=clock)
    page.reload()
    is_sound(page)
    page.goto(f"{address}/tiket/{numbers[0]}")
    is_sound(page)


def _planned(site: Site) -> int:
    with site.database.write() as session:
        return build.planned(session).number


def _state(site: Site, number: int) -> TicketState:
    with site.database.read() as session:
        return tickets.by_number(session, number).state
