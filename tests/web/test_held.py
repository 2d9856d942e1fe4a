"""Taking back what one has just done, on the page of the ticket."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app.store import replies, tickets
from app.targets.follow import follow
from app.web import tracking_view
from app.web.deps import COOKIE
from app.web.site import Site
from models import Ticket
from models.vocabulary import ReplyState, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import Clock, Colleagues

HTMX = {"HX-Request": "true"}
ACTS = {
    "penolakan": {"alasan": "Bukan orang ini."},
    "kategori": {"kategori": "activation"},
    "jawaban": {"teks": "Sudah kami periksa.", "jawaban_terlihat": "0"},
    "penutupan": {},
    "penugasan": {},
}


@pytest.fixture
def site(site: Site) -> Site:
    return replace(site, undo_for=timedelta(seconds=10))


@pytest.fixture
def ticket(site: Site) -> Ticket:
    with site.database.write() as session:
        made = build.planned(session)
        follow(session, made, made.created_at)
        return made


def _now(site: Site, ticket: Ticket) -> Ticket:
    with site.database.read() as session:
        return tickets.by_id(session, ticket.id)


def _acts(browser: TestClient, csrf: str, ticket: Ticket, act: str, **headers: str) -> str:
    """The page after it."""
    page = browser.get(f"/tiket/{ticket.number}").text
    shown = re.search(r'name="usulan" value="([^"]+)"', page)
    fields = {"csrf": csrf, "usulan": shown[1] if shown else "", **ACTS.get(act, {})}
    answer = browser.post(f"/tiket/{ticket.number}/{act}", data=fields, headers=headers)
    if answer.status_code == 303:
        answer = browser.get(answer.headers["location"])
    assert answer.status_code == 200
    return str(answer.text)


def _undo(page: str) -> str:
    """Where the form of the bar leads to."""
    found = re.search(r'<form id="undo"[^>]* action="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("act", ["persetujuan", *ACTS])
def test_each_act_can_be_taken_back_without_scripts(
    staff: Colleagues, site: Site, ticket: Ticket, act: str
) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    before = _now(site, ticket)
    page = _acts(browser, csrf, ticket, act)
    for _ in range(2):
        answer = browser.post(_undo(page), data={"csrf": csrf})
        assert answer.headers["location"] == f"/tiket/{ticket.number}"
    assert "Tindakan ditarik kembali" in browser.get(f"/tiket/{ticket.number}").text
    after = _now(site, ticket)
    assert _columns(after) == _columns(before)


def _columns(ticket: Ticket) -> dict[str, object]:
    return ticket.model_dump(exclude={"updated_at"})


def test_what_was_written_is_in_its_field_again(staff: Colleagues, ticket: Ticket) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    page = _acts(browser, csrf, ticket, "jawaban")
    browser.post(_undo(page), data={"csrf": csrf})
    shown = browser.get(f"/tiket/{ticket.number}").text
    assert re.search(r'<textarea [^>]*name="teks"[^>]*>\s*Sudah kami periksa\.', shown)


def test_an_answer_is_not_public_before_it_is_out(
    staff: Colleagues, site: Site, ticket: Ticket
) -> None:
    browser = staff.as_agent()
    _acts(browser, staff.csrf[StaffRole.AGENT], ticket, "jawaban")
    with site.database.read() as session:
        [letter] = replies.of_ticket(session, ticket.id)
    assert letter.state is ReplyState.QUEUED
    assert not tracking_view._is_out(letter)


def test_htmx_is_told_and_the_bar_leaves_after_its_time(staff: Colleagues, ticket: Ticket) -> None:
    browser = staff.as_agent()
    part = _acts(browser, staff.csrf[StaffRole.AGENT], ticket, "penutupan", **HTMX)
    assert re.search(r'id="said"[^>]*hx-swap-oob="true">Laporan ditutup\.', part)
    assert 'hx-trigger="load delay:10s"' in part
    left = browser.get(_undo(part), headers=HTMX)
    assert (left.status_code, left.text) == (200, "")


def test_the_bar_is_gone_after_its_time(staff: Colleagues, ticket: Ticket, clock: Clock) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    page = _acts(browser, csrf, ticket, "penutupan")
    clock.forward(timedelta(seconds=4))
    assert "6 detik" in browser.get(f"/tiket/{ticket.number}").text
    clock.forward(timedelta(seconds=6))
    assert 'id="undo"' not in browser.get(f"/tiket/{ticket.number}").text
    late = browser.post(_undo(page), data={"csrf": csrf})
    assert late.status_code == 409
    assert "Waktunya sudah habis" in late.text


def test_a_colleague_sees_no_bar_and_may_not(staff: Colleagues, site: Site, ticket: Ticket) -> None:
    page = _acts(staff.as_agent(), staff.csrf[StaffRole.AGENT], ticket, "penutupan")
    other = staff.as_supervisor()
    assert 'id="undo"' not in other.get(f"/tiket/{ticket.number}").text
    refused = other.post(_undo(page), data={"csrf": staff.csrf[StaffRole.SUPERVISOR]})
    assert refused.status_code == 403
    assert _now(site, ticket).state is TicketState.CLOSED


def test_strangers_forged_forms_and_unknown_acts(
    staff: Colleagues, client: TestClient, ticket: Ticket
) -> None:
    browser = staff.as_agent()
    page = _acts(browser, staff.csrf[StaffRole.AGENT], ticket, "penutupan")
    assert "/masuk" in client.post(_undo(page)).headers["location"]
    assert browser.post(_undo(page), data={"csrf": "lain"}).status_code == 403
    known = {"csrf": staff.csrf[StaffRole.AGENT]}
    assert browser.post("/batalkan/999999", data=known).status_code == 404


def test_with_the_setting_at_zero_nothing_is_held(
    staff: Colleagues, site: Site, ticket: Ticket
) -> None:
    at_once = TestClient(pages_of(replace(site, undo_for=timedelta(0))), follow_redirects=False)
    at_once.cookies.set(COOKIE, staff.as_agent().cookies[COOKIE])
    page = _acts(at_once, staff.csrf[StaffRole.AGENT], ticket, "penutupan")
    assert 'id="undo"' not in page
