"""Triage: the order of the reports, each decision leading on, what others hold left out."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from app.store import tickets
from app.web.site import Site
from models.vocabulary import StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues

HTMX = {"HX-Request": "true"}


def _furnish(site: Site) -> tuple[int, int, int]:
    """Two proposals, an urgent one and an older, and one that needs a person."""
    with site.database.write() as session:
        old = build.planned(session, created_at=build.NOON - timedelta(days=2)).number
        urgent = build.planned(session, urgent=True).number
        by_hand = build.ticket(session, created_at=build.NOON - timedelta(days=9)).number
    return urgent, old, by_hand


def _at(location: str) -> int:
    """The number of the report that a redirect leads to."""
    return int(urlsplit(location).path.rpartition("/")[2])


def _follow(browser: TestClient, location: str) -> str:
    """From the round to the next report's address."""
    return str(browser.get(location).headers["location"])


def _fields(page: str, form: str) -> tuple[str, dict[str, str]]:
    """Where that form posts, and what it sends unchanged."""
    found = re.search(rf'<form id="triage-{form}".*?action="([^"]+)"(.*?)</form>', page, re.DOTALL)
    assert found, form
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[2])
    return found[1], {name: value.replace("&amp;", "&") for name, value in hidden}


def _decide(browser: TestClient, address: str, form: str, **typed: str) -> str:
    """The address of the report after that decision."""
    action, fields = _fields(browser.get(address).text, form)
    answer = browser.post(action, data={**fields, **typed})
    assert answer.status_code == 303
    return _follow(browser, answer.headers["location"])


def test_proposals_come_first_and_each_decision_leads_on(staff: Colleagues, site: Site) -> None:
    urgent, old, by_hand = _furnish(site)
    browser = staff.as_agent()
    first = _follow(browser, "/triase")
    assert _at(first) == urgent
    assert "0 diputuskan hari ini, 3 tersisa" in browser.get(first).text
    second = _decide(browser, first, "setuju")
    assert _at(second) == old
    page = browser.get(second).text
    assert f"Laporan {urgent} disetujui, berikutnya {old}." in page
    assert "1 diputuskan hari ini, 2 tersisa" in page
    third = _decide(browser, second, "tanya", teks="Mohon kirim NPSN sekolah.")
    assert _at(third) == by_hand
    with site.database.read() as session:
        assert tickets.by_number(session, urgent).state is TicketState.RUNNING
        assert tickets.by_number(session, old).state is TicketState.ANSWERED


def test_what_is_skipped_waits_until_one_begins_again(staff: Colleagues, site: Site) -> None:
    numbers = _furnish(site)
    browser, seen, onward = staff.as_agent(), [], ""
    location = _follow(browser, "/triase")
    for _ in numbers:
        seen.append(_at(location))
        skip = re.search(r'data-key="t" href="([^"]+)"', browser.get(location).text)
        assert skip
        onward = skip[1].replace("&amp;", "&")
        location = browser.get(onward).headers.get("location", "")
    assert tuple(seen) == numbers
    end = browser.get(onward).text
    assert "Yang dilewati masih menunggu" in end
    assert 'data-key="a" href="/triase"' in end


def test_what_another_colleague_took_is_left_out(staff: Colleagues, site: Site) -> None:
    urgent, old, _ = _furnish(site)
    other = staff.add(StaffRole.AGENT, "lain", "Galuh Anindya")
    with site.database.write() as session:
        taken = tickets.by_number(session, urgent)
        taken.assigned_to_id = other.id
        session.add(taken)
    assert _at(_follow(staff.as_agent(), "/triase")) == old
    assert _at(_follow(staff.signed_in(other), "/triase")) == urgent


def test_what_another_has_open_is_left_out_for_a_while(
    staff: Colleagues, site: Site, clock: Clock
) -> None:
    urgent, old, _ = _furnish(site)
    mine, theirs = staff.as_agent(), staff.signed_in(staff.add(StaffRole.AGENT, "lain", "Galuh"))
    assert theirs.get(_follow(theirs, "/triase?tampilan=keputusan")).status_code == 200
    first = _follow(mine, "/triase")
    assert _at(first) == old
    assert "Galuh" in mine.get(f"/triase/{urgent}").text
    clock.forward(timedelta(minutes=3))
    assert _at(_follow(mine, "/triase")) == urgent


def test_a_view_is_kept_to(staff: Colleagues, site: Site) -> None:
    _, _, by_hand = _furnish(site)
    browser = staff.as_agent()
    location = _follow(browser, "/triase?tampilan=orang")
    assert _at(location) == by_hand
    assert parse_qs(urlsplit(location).query)["tampilan"] == ["orang"]
    assert "0 diputuskan hari ini, 1 tersisa" in browser.get(location).text


def test_a_corrected_category_leads_on_too(staff: Colleagues, site: Site) -> None:
    urgent, old, _ = _furnish(site)
    browser = staff.as_agent()
    location = _decide(browser, _follow(browser, "/triase"), "kategori", kategori="activation")
    assert _at(location) == old
    assert f"Kategori laporan {urgent} diperbaiki" in browser.get(location).text


def test_the_question_is_ready_and_nothing_to_say_is_refused(staff: Colleagues, site: Site) -> None:
    _furnish(site)
    browser = staff.as_agent()
    page = browser.get(_follow(browser, "/triase")).text
    assert "Mohon tidak mengirim kata sandi." in page
    action, fields = _fields(page, "tanya")
    assert browser.post(action, data={**fields, "teks": " "}).status_code == 422


@pytest.mark.alike
@pytest.mark.parametrize("onward", ["https://jahat.example/triase?", "//jahat.example", "/keluar"])
def test_a_form_leads_nowhere_else(staff: Colleagues, site: Site, onward: str) -> None:
    urgent, _, _ = _furnish(site)
    browser = staff.as_agent()
    action, fields = _fields(browser.get(_follow(browser, "/triase")).text, "setuju")
    answer = browser.post(action, data={**fields, "lanjut": onward})
    assert answer.headers["location"] == f"/tiket/{urgent}"


def test_htmx_gets_the_next_report_and_hears_what_was_done(staff: Colleagues, site: Site) -> None:
    urgent, old, _ = _furnish(site)
    browser = staff.as_agent()
    action, fields = _fields(browser.get(_follow(browser, "/triase")).text, "setuju")
    answer = browser.post(action, data=fields, headers=HTMX, follow_redirects=True)
    assert answer.text.lstrip().startswith('<section id="triage"')
    assert f"Laporan {urgent} disetujui, berikutnya {old}." in answer.text
    assert 'role="status" hx-swap-oob="true"' in answer.text
    assert answer.headers["HX-Push-Url"] == f"/triase/{old}"


def test_a_blind_report_hides_what_was_read(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        build.planned(session, is_blind=True, category=None)
    browser = staff.as_agent()
    page = browser.get(_follow(browser, "/triase")).text
    assert "triage-known" not in page
    assert "triage-setuju" not in page
    assert "triage-nama" in page


def test_nothing_left_is_said(staff: Colleagues) -> None:
    page = staff.as_agent().get("/triase")
    assert page.status_code == 200
    assert "Tidak ada lagi yang menunggu keputusan." in page.text


def test_strangers_see_nothing(client: TestClient) -> None:
    assert client.get("/triase").status_code == 303
    assert client.get("/triase/1", headers=HTMX).status_code == 401


def test_a_decided_report_says_so(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        number = build.ticket(session, state=TicketState.ANSWERED).number
    page = staff.as_agent().get(f"/triase/{number}").text
    assert "sudah tidak menunggu keputusan" in page
    assert "triage-tanya" not in page


@pytest.mark.parametrize(
    "query",
    ["sesudah=a.b.c.d", "sesudah=9.9.9.9", f"sesudah={'9' * 5000}.1.1.1", "apa=x&sudah=y"],
    ids=["letters", "places", "digits", "words"],
)
def test_a_broken_address_still_opens(staff: Colleagues, site: Site, query: str) -> None:
    _furnish(site)
    assert staff.as_agent().get(f"/triase?{query}").status_code in {200, 303}
