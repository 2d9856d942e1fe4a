"""The queue: who sees it, its order, its filters and its pages."""

import re
from datetime import timedelta

import pytest

from app.web.site import Site
from models.vocabulary import Category, Channel, TicketState, WhoActs
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}


def _numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r'id="ticket-(\d+)"', text)]


def _ticket(site: Site, **changes: object) -> int:
    with site.database.write() as session:
        return build.ticket(session, **changes).number


def test_strangers_do_not_see_the_queue(client: TestClient) -> None:
    assert client.get("/antrean").status_code == 303
    fragment = client.get("/antrean", headers=HTMX)
    assert fragment.status_code == 401
    assert fragment.headers["HX-Redirect"] == "/masuk"


def test_urgent_comes_first_then_the_oldest(staff: Colleagues, site: Site) -> None:
    young = _ticket(site, created_at=build.NOON - timedelta(hours=1))
    old = _ticket(site, created_at=build.NOON - timedelta(days=3))
    urgent = _ticket(site, created_at=build.NOON, urgent=True)
    page = staff.as_agent().get("/antrean?tampilan=orang")
    assert _numbers(page.text) == [urgent, old, young]
    assert "Mendesak" in page.text


def test_answered_ones_are_shown_newest_first(staff: Colleagues, site: Site) -> None:
    old = _ticket(site, state=TicketState.ANSWERED, created_at=build.NOON - timedelta(days=3))
    young = _ticket(site, state=TicketState.CLOSED)
    assert _numbers(staff.as_agent().get("/antrean?tampilan=terjawab").text) == [young, old]


def test_each_view_says_how_many_it_holds(staff: Colleagues, site: Site) -> None:
    _ticket(site, state=TicketState.RECEIVED)
    _ticket(site, state=TicketState.RUNNING)
    _ticket(site, state=TicketState.RETURNED)
    page = staff.as_agent().get("/antrean").text
    assert re.search(r"Berjalan <b>2</b>", page)
    assert re.search(r"Kembali <b>1</b>", page)
    assert re.search(r"Semua <b>3</b>", page)
    assert "Tidak ada usulan yang menunggu keputusan" in page


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        pytest.param("kategori=activation", {"category": Category.ACTIVATION}, id="category"),
        pytest.param("kanal=comment", {"channel": Channel.COMMENT}, id="channel"),
        pytest.param("menunggu=operator", {"waiting_on": WhoActs.OPERATOR}, id="waits on"),
        pytest.param("mendesak=ya", {"urgent": True}, id="urgent"),
        pytest.param("cari=Wiratna", {"requester_name": "Ratih WIRATNA"}, id="part of a name"),
        pytest.param("cari=RATIH@SURAT", {"requester_email": "ratih@surat.example"}, id="mail"),
        pytest.param("cari=6990009", {"npsn": "69900099"}, id="begin of the NPSN"),
        pytest.param("cari=%23810001", {"number": 810_001}, id="report number"),
        pytest.param("cari=100%25_a", {"requester_name": "100%_a"}, id="signs taken literally"),
    ],
)
def test_a_filter_leaves_only_what_it_asks_for(
    staff: Colleagues, site: Site, query: str, changes: dict[str, object]
) -> None:
    _ticket(site)
    wanted = _ticket(site, **changes)
    page = staff.as_agent().get(f"/antrean?tampilan=semua&{query}")
    assert _numbers(page.text) == [wanted]
    assert "Hapus saringan" in page.text


def test_mine_and_nobodys(staff: Colleagues, site: Site) -> None:
    browser = staff.as_agent()
    free = _ticket(site)
    browser.post(f"/tiket/{free}/penugasan", data={"csrf": next(iter(staff.csrf.values()))})
    other = _ticket(site)
    assert _numbers(browser.get("/antrean?tampilan=orang&petugas=saya").text) == [free]
    assert _numbers(browser.get("/antrean?tampilan=orang&petugas=belum").text) == [other]


@pytest.mark.parametrize("view", ["orang", "semua"])
def test_leafing_shows_every_ticket_once(staff: Colleagues, site: Site, view: str) -> None:
    with site.database.write() as session:
        made = [
            # Many in the same second, as an import makes them.
            build.ticket(session, urgent=each % 3 == 0, created_at=build.NOON).number
            for each in range(95)
        ]
    browser, address, seen = staff.as_agent(), f"/antrean?tampilan={view}", []
    while address:
        page = browser.get(address).text
        seen += _numbers(page)
        following = re.search(r'class="button" href="([^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert sorted(seen) == sorted(made)
    assert len(seen) == 95


@pytest.mark.parametrize(
    "query",
    ["sesudah=apa", "sesudah=1.99999999999999999.5", "kategori=tidak_ada", "tampilan=x&cari=%00"],
)
def test_a_broken_address_still_opens(staff: Colleagues, query: str) -> None:
    assert staff.as_agent().get(f"/antrean?{query}").status_code == 200


def test_htmx_gets_the_list_alone(staff: Colleagues, site: Site) -> None:
    _ticket(site)
    part = staff.as_agent().get("/antrean?tampilan=orang&kanal=", headers=HTMX)
    assert part.text.lstrip().startswith('<section id="queue-list"')
    assert "<html" not in part.text
    assert part.headers["Vary"].startswith("HX-Request")
    assert part.headers["HX-Push-Url"] == "/antrean?tampilan=orang"


def test_only_a_supervisor_sees_whole_mail_addresses(staff: Colleagues, site: Site) -> None:
    _ticket(site)
    agent = staff.as_agent().get("/antrean?tampilan=semua").text
    assert "s***@surat.example" in agent
    assert "sekar.pribadi@surat.example" not in agent
    assert (
        "sekar.pribadi@surat.example" in staff.as_supervisor().get("/antrean?tampilan=semua").text
    )


def test_a_search_says_how_many_it_found_and_what_was_probably_meant(
    staff: Colleagues, site: Site
) -> None:
    number = _ticket(site, body="akun terhapus")
    browser = staff.as_agent()
    page = browser.get("/antrean?cari=terhapus").text
    assert "1 laporan memuat kata itu" in page
    page = browser.get("/antrean?cari=terhpus").text
    assert "Mungkin maksud Anda" in page
    assert 'cari=terhapus"' in page
    page = browser.get(f"/antrean?cari={number}").text
    assert f"Buka laporan #{number}" in page


def test_signs_alone_find_nothing(staff: Colleagues, site: Site) -> None:
    _ticket(site)
    page = staff.as_agent().get("/antrean?tampilan=semua&cari=%25%25").text
    assert _numbers(page) == []
    assert "0 laporan memuat kata itu" in page


def test_a_search_leafs_through_everything_once(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = [build.ticket(session, body="kata langka").number for _ in range(85)]
    browser, address, seen = staff.as_agent(), "/antrean?tampilan=semua&cari=langka", []
    while address:
        page = browser.get(address).text
        seen += _numbers(page)
        following = re.search(r'class="button" href="([^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert seen == sorted(made, reverse=True)
