"""Targets and working hours in a real browser: accessible, fitting, small, by keys, unscripted."""

import gzip
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from app.store import calendars, targets
from app.targets.follow import follow
from app.web.site import Site
from app.work import sweep
from models.vocabulary import TicketState
from tests.support import build
from tests.support.chromium import is_sound
from tests.web.conftest import WEDNESDAY_NOON, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

MOST_BYTES = 60_000


def test_the_pages_are_accessible_fit_and_are_small(
    opened: Opened, address: str, site: Site
) -> None:
    number = _furnish(site)
    page = opened().new_page()
    for path in ("/target", "/jam", f"/tiket/{number}"):
        answer = page.goto(address + path)
        assert answer is not None
        assert len(gzip.compress(answer.body())) < MOST_BYTES / 3
        is_sound(page)
    page.goto(address + "/target")
    _try_a_rule(page)
    is_sound(page)


def test_a_day_off_is_added_by_keys_alone(opened: Opened, address: str, site: Site) -> None:
    page = opened().new_page()
    page.goto(address + "/jam")
    page.keyboard.press("h")
    expect(page.locator("#hours-day")).to_be_visible()
    _tab_to(page, "hours-day-day")
    page.keyboard.type("12022026")
    _tab_to(page, "hours-day-name")
    page.keyboard.type("Rapat kerja")
    page.keyboard.press("Enter")
    expect(page.locator("#hours-preview")).to_be_visible()
    _tab_to(page, "hours-why")
    page.keyboard.type("Semua hadir")
    page.keyboard.press("Enter")
    expect(page.locator("#hours-history")).to_contain_text("Semua hadir")
    with site.database.read() as session:
        assert len(calendars.versions(session)) == 1


def test_a_rule_is_changed_without_scripts(opened: Opened, address: str, site: Site) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(address + "/target")
    _try_a_rule(page)
    page.fill("#targets-why", "Janji kami")
    page.click("#targets-preview button")
    expect(page.locator("#targets-rules")).to_contain_text("4 jam kerja")
    with site.database.read() as session:
        assert len(targets.rules(session)) == 1


def test_rows_are_walked_and_opened(opened: Opened, address: str, site: Site) -> None:
    number = _furnish(site)
    page = opened().new_page()
    page.goto(address + "/target")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/tiket/{number}")


def _tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(name)


def _try_a_rule(page: Page) -> None:
    page.click("#targets-rules summary")
    page.fill("#rule-hours", "4")
    page.click("#targets-rule button")
    expect(page.locator("#targets-preview")).to_be_visible()


def _furnish(site: Site) -> int:
    """The number of a report whose answer is missed; others are near, warned of, and done."""
    with site.database.write() as session:
        late = build.ticket(session, state=TicketState.RECEIVED)
        follow(session, late, WEDNESDAY_NOON - timedelta(days=2))
        for hours in (23, 3):
            made = build.ticket(session, state=TicketState.RECEIVED, urgent=hours == 3)
            follow(session, made, WEDNESDAY_NOON - timedelta(hours=hours))
    sweep.run(site.database, WEDNESDAY_NOON)
    return late.number
