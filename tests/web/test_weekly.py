"""The page of one's own weekly letter: asked for, confirmed by code, stopped, removed."""

from httpx import Response

from app.store import letters
from app.store import staff as colleagues
from app.web.site import Site
from models import StaffMail
from models.vocabulary import StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

PAGE = "/surat-mingguan"


def test_the_letter_is_for_who_may_see_figures(client: TestClient, staff: Colleagues) -> None:
    assert client.get(PAGE).status_code == 303
    agent = staff.as_agent()
    assert agent.get(PAGE).status_code == 403
    sent = agent.post(f"{PAGE}/alamat", data={"csrf": staff.csrf[StaffRole.AGENT], "alamat": "a@b"})
    assert sent.status_code == 403


def test_a_supervisor_asks_confirms_stops_and_removes(staff: Colleagues, site: Site) -> None:
    browser = staff.as_supervisor()
    assert browser.post(f"{PAGE}/alamat", data={"alamat": "a@b.example"}).status_code == 403
    bad = _post(staff, browser, "alamat", alamat="bukan alamat")
    assert bad.status_code == 422
    assert 'value="bukan alamat"' in bad.text
    assert _post(staff, browser, "mulai").status_code == 409
    assert _post(staff, browser, "alamat", alamat="hardi@dinas.example").status_code == 303
    waiting = browser.get(PAGE).text
    assert "Kode dikirim ke hardi@dinas.example" in waiting
    code = site.links.address_code(_mail(site))
    assert code not in waiting
    assert _post(staff, browser, "kode", kode="AAAAAAAAAA").status_code == 422
    assert _mail(site).weekly_since is None
    assert _post(staff, browser, "kode", kode=f" {code.lower()} ").status_code == 303
    assert "Surat dikirim ke hardi@dinas.example." in browser.get(PAGE).text
    assert _post(staff, browser, "henti").status_code == 303
    assert "Surat tidak dikirim." in browser.get(PAGE).text
    assert _post(staff, browser, "mulai").status_code == 303
    assert _mail(site).weekly_since == site.clock()
    assert _post(staff, browser, "hapus").status_code == 303
    assert "hardi@dinas.example" not in browser.get(PAGE).text


def test_codes_cannot_be_tried_without_end(staff: Colleagues, site: Site) -> None:
    browser = staff.as_supervisor()
    _post(staff, browser, "alamat", alamat="hardi@dinas.example")
    tries = [_post(staff, browser, "kode", kode="AAAAAAAAAA").status_code for _ in range(10)]
    assert tries == [422] * 9 + [429]
    right = site.links.address_code(_mail(site))
    assert _post(staff, browser, "kode", kode=right).status_code == 429


def test_each_link_of_the_letter_opens_the_figure_it_tells(staff: Colleagues, site: Site) -> None:
    week_before = build.NOON.replace(day=18)
    with site.database.write() as session:
        build.ticket(session, created_at=week_before)
    browser = staff.as_supervisor()
    page = browser.get(PAGE).text
    links = [part.split('"')[0] for part in page.split('href="')[1:]]
    figures = [link.replace("&amp;", "&") for link in links if "/angka/laporan" in link]
    assert len(figures) == 16
    assert {browser.get(link).status_code for link in figures} == {200}
    received = next(link for link in figures if link.endswith("angka=received"))
    assert "1 laporan" in browser.get(received).text


def _post(staff: Colleagues, browser: TestClient, act: str, **typed: str) -> Response:
    data = {"csrf": staff.csrf[StaffRole.SUPERVISOR], **typed}
    answer: Response = browser.post(f"{PAGE}/{act}", data=data)
    return answer


def _mail(site: Site) -> StaffMail:
    with site.database.read() as session:
        who = colleagues.by_username(session, "penyelia")
        assert who is not None
        found = letters.mail_of(session, who.id)
        assert found is not None
        return found
