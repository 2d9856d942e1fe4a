"""The outbox: letters, their state, and the reader where no mail server is set."""

import re
from dataclasses import replace
from pathlib import Path

from app.web.site import Site
from models.vocabulary import ReplyState
from tests.support import build
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import Colleagues


def _letter(site: Site, **changes: object) -> int:
    with site.database.write() as session:
        return build.reply(session, build.ticket(session), **changes).id


def test_strangers_read_no_letters(client: TestClient, site: Site) -> None:
    letter = _letter(site)
    assert client.get("/kotak-keluar").status_code == 303
    assert client.get(f"/kotak-keluar/{letter}").status_code == 303


def test_letters_are_listed_newest_first_with_their_state(staff: Colleagues, site: Site) -> None:
    first = _letter(site)
    second = _letter(
        site,
        state=ReplyState.UNDELIVERABLE,
        attempts=6,
        error="alamat tidak dikenal",
        sent_at=None,
    )
    page = staff.as_agent().get("/kotak-keluar").text
    shown = [int(each) for each in re.findall(r'href="/kotak-keluar/(\d+)"', page)]
    assert shown == [second, first]
    assert "Tidak dapat dikirim" in page
    assert "alamat tidak dikenal" in page


def test_letters_can_be_chosen_by_state(staff: Colleagues, site: Site) -> None:
    _letter(site)
    queued = _letter(site, state=ReplyState.QUEUED, sent_at=None)
    page = staff.as_agent().get("/kotak-keluar?keadaan=queued").text
    assert re.findall(r'href="/kotak-keluar/(\d+)"', page) == [str(queued)]


def test_addresses_are_masked_for_agents(staff: Colleagues, site: Site) -> None:
    letter = _letter(site)
    agent, supervisor = staff.as_agent(), staff.as_supervisor()
    for address in ("/kotak-keluar", f"/kotak-keluar/{letter}"):
        assert "s***@surat.example" in agent.get(address).text
        assert "sekar.pribadi@surat.example" not in agent.get(address).text
        assert "sekar.pribadi@surat.example" in supervisor.get(address).text


def test_a_letter_opens_with_its_links(staff: Colleagues, site: Site) -> None:
    page = staff.as_agent().get(f"/kotak-keluar/{_letter(site)}").text
    assert "Alamat akun telah disesuaikan." in page
    assert 'href="http://loket.example/laporan/1?kunci=A"' in page


def test_a_letter_that_never_was_is_not_found(staff: Colleagues) -> None:
    assert staff.as_agent().get("/kotak-keluar/77").status_code == 404


def test_leafing_shows_every_letter_once(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = build.ticket(session)
        ids = [build.reply(session, made).id for _ in range(90)]
    browser, address, seen = staff.as_agent(), "/kotak-keluar", []
    while address:
        page = browser.get(address).text
        seen += [int(each) for each in re.findall(r'href="/kotak-keluar/(\d+)"', page)]
        older = re.search(r'class="button" href="([^"]+)"', page)
        address = older[1].replace("&amp;", "&") if older else ""
    assert seen == sorted(ids, reverse=True)


def test_without_a_mail_server_the_page_says_so(
    staff: Colleagues, site: Site, tmp_path: Path
) -> None:
    assert "Server surat belum diatur" not in staff.as_agent().get("/kotak-keluar").text
    demo = replace(site, outbox=tmp_path)
    app = pages_of(demo)
    others = Colleagues(demo, lambda: TestClient(app, follow_redirects=False))
    assert "Server surat belum diatur" in others.as_supervisor().get("/kotak-keluar").text
