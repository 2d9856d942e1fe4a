"""Triage: taken back, put off, marked the same, and what others did meanwhile."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app.store import tickets
from app.web.site import Site
from models.vocabulary import SnoozeFor, StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}


@pytest.fixture
def site(site: Site) -> Site:
    return replace(site, undo_for=timedelta(seconds=10))


@pytest.fixture
def numbers(site: Site) -> tuple[int, int]:
    """Two proposals in their order."""
    with site.database.write() as session:
        return build.planned(session).number, build.planned(session).number


def _fields(page: str, form: str) -> tuple[str, dict[str, str]]:
    """Where that form posts, and what it sends unchanged."""
    found = re.search(rf'<form id="{form}".*?action="([^"]+)"(.*?)</form>', page, re.DOTALL)
    assert found, form
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[2])
    return found[1], {name: value.replace("&amp;", "&") for name, value in hidden}


def _decided(browser: TestClient, number: int, form: str, **typed: str) -> str:
    """The page after that decision."""
    action, fields = _fields(browser.get(f"/triase/{number}?tampilan=keputusan").text, form)
    answer = browser.post(action, data={**fields, **typed}, follow_redirects=True)
    assert answer.status_code == 200
    return str(answer.text)


def _state(site: Site, number: int) -> TicketState:
    with site.database.read() as session:
        return tickets.by_number(session, number).state


def test_the_last_act_is_taken_back_and_one_is_there_again(
    staff: Colleagues, site: Site, numbers: tuple[int, int]
) -> None:
    first, second = numbers
    browser = staff.as_agent()
    page = _decided(browser, first, "triage-tanya", teks="Mohon kirim NPSN sekolah.")
    assert f"#{second}</span>" in page
    action, fields = _fields(page, "undo")
    answer = browser.post(action, data=fields)
    assert answer.headers["location"] == f"/triase/{first}?tampilan=keputusan"
    again = browser.get(answer.headers["location"]).text
    assert "Tindakan ditarik kembali" in again
    assert re.search(r"<details class=\"choice\" open[^>]*>.*Mohon kirim NPSN", again, re.DOTALL)
    assert _state(site, first) is TicketState.PLANNED


@pytest.mark.alike
@pytest.mark.parametrize("back", ["https://jahat.example/triase/1", "/triase/1?", "/keluar"])
def test_taking_back_leads_nowhere_else(
    staff: Colleagues, numbers: tuple[int, int], back: str
) -> None:
    browser = staff.as_agent()
    action, fields = _fields(_decided(browser, numbers[0], "triage-setuju"), "undo")
    answer = browser.post(action, data={**fields, "kembali": back})
    assert answer.headers["location"] == f"/tiket/{numbers[0]}"


def test_the_end_can_be_taken_back_too(staff: Colleagues, numbers: tuple[int, int]) -> None:
    browser = staff.as_agent()
    _decided(browser, numbers[0], "triage-setuju")
    page = _decided(browser, numbers[1], "triage-setuju")
    assert "Tidak ada lagi yang menunggu" in page
    assert _fields(page, "undo")[1]["kembali"] == f"/triase/{numbers[1]}?tampilan=keputusan"


def test_handing_over_is_taken_back(
    staff: Colleagues, site: Site, numbers: tuple[int, int]
) -> None:
    other = staff.add(StaffRole.AGENT, "lain", "Galuh Anindya")
    browser = staff.as_agent()
    page = _decided(browser, numbers[0], "triage-serah", kepada=str(other.id))
    action, fields = _fields(page, "undo")
    browser.post(action, data=fields)
    with site.database.read() as session:
        assert tickets.by_number(session, numbers[0]).assigned_to_id is None


def test_what_is_put_off_is_passed_over(
    staff: Colleagues, site: Site, numbers: tuple[int, int]
) -> None:
    first, second = numbers
    browser = staff.as_agent()
    page = _decided(browser, first, "triage-tunda", sampai="sync", tanggal="")
    assert f"#{second}</span>" in page
    with site.database.read() as session:
        assert tickets.by_number(session, first).snoozed_for is SnoozeFor.SYNC
    for view in ("", "?tampilan=semua", "?tampilan=keputusan"):
        found = browser.get(f"/triase{view}").headers["location"]
        assert f"/triase/{second}" in found
    direct = browser.get(f"/triase/{first}").text
    assert "Laporan ini ditunda oleh" in direct
    assert "triage-tunda" not in direct


def test_a_day_gone_by_is_refused_in_the_triage(
    staff: Colleagues, numbers: tuple[int, int]
) -> None:
    browser = staff.as_agent()
    action, fields = _fields(browser.get(f"/triase/{numbers[0]}").text, "triage-tunda")
    answer = browser.post(action, data={**fields, "sampai": "date", "tanggal": "2026-11-20"})
    assert answer.status_code == 422
    assert "sesudah hari ini" in answer.text
    assert 'id="triage-tunda"' in answer.text
    assert 'value="2026-11-20"' in answer.text


def test_the_same_report_is_marked(staff: Colleagues, site: Site, numbers: tuple[int, int]) -> None:
    first, second = numbers
    _decided(staff.as_agent(), second, "triage-sama", laporan=str(first), yakin="ya")
    with site.database.read() as session:
        same = tickets.by_number(session, second)
        assert same.linked_to_id == tickets.by_number(session, first).id
        assert same.state is TicketState.ANSWERED


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without scripts", "htmx"])
def test_a_message_meanwhile_is_noticed_and_the_text_kept(
    staff: Colleagues, site: Site, numbers: tuple[int, int], headers: dict[str, str]
) -> None:
    browser = staff.as_agent()
    action, fields = _fields(browser.get(f"/triase/{numbers[0]}").text, "triage-tanya")
    with site.database.write() as session:
        ticket = tickets.by_number(session, numbers[0])
        build.message(session, ticket, body="Ini NPSN-nya.")
    answer = browser.post(action, data={**fields, "teks": "Mohon NPSN ya."}, headers=headers)
    assert answer.status_code == 409
    assert "Mohon NPSN ya." in answer.text
    assert "Ini NPSN-nya." in answer.text
    assert 'id="triage"' in answer.text
    assert _state(site, numbers[0]) is TicketState.PLANNED
    _, again = _fields(answer.text, "triage-tanya")
    assert again["terlihat"] != fields["terlihat"]
