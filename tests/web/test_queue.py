"""The queue: who sees it, its order, its filters and its pages."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.web.site import Site
from models.vocabulary import Category, Channel, Jenjang, SnoozeFor, TicketState, WhoActs, Woke
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import WEDNESDAY_NOON, Colleagues

HTMX = {"HX-Request": "true"}
LATE_TUESDAY = datetime(2026, 11, 24, 16, 59, tzinfo=UTC)  # 23.59 WIB


def _numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r'id="row-(\d+)"', text)]


def _ticket(site: Site, **changes: object) -> int:
    with site.database.write() as session:
        return build.ticket(session, **changes).number


def test_strangers_do_not_see_the_queue(client: TestClient) -> None:
    assert client.get("/antrean").status_code == 303
    fragment = client.get("/antrean", headers=HTMX)
    assert fragment.status_code == 401
    assert fragment.headers["HX-Redirect"] == "/masuk"


def test_each_view_says_how_many_it_holds_in_a_part_of_its_own(
    staff: Colleagues, site: Site
) -> None:
    _ticket(site, state=TicketState.RECEIVED)
    _ticket(site, state=TicketState.RUNNING)
    _ticket(site, state=TicketState.RETURNED)
    browser = staff.as_agent()
    page = browser.get("/antrean").text
    assert "Tidak ada usulan yang menunggu keputusan" in page
    assert 'hx-trigger="load delay:50ms"' in page
    part = browser.get("/antrean/tampilan", headers=HTMX).text
    counts = dict(re.findall(r"<span>([^<]+)</span>\s*<b>([^<]+)</b>", part))
    assert (counts["Berjalan"], counts["Kembali"], counts["Semua"]) == ("2", "1", "3")


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


def test_the_list_shows_no_mail_addresses_and_masks_what_stands_in_a_subject(
    staff: Colleagues, site: Site
) -> None:
    _ticket(site, subject="Balas ke sekar.pribadi@surat.example")
    assert "sekar.pribadi@" not in staff.as_agent().get("/antrean?tampilan=semua").text
    whole = staff.as_supervisor().get("/antrean?tampilan=semua").text
    assert "sekar.pribadi@surat.example" in whole


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


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        pytest.param("jenjang=SMK", {"jenjang": Jenjang.SMK}, id="level"),
        pytest.param("provinsi=Prov.+Lain", {"province": "Prov. Lain"}, id="province"),
        pytest.param("kabupaten=Kab.+Lain", {"regency": "Kab. Lain"}, id="regency"),
        pytest.param("npsn=69900099", {"npsn": "69900099"}, id="NPSN"),
        pytest.param("lewat=ya", {"promised_at": WEDNESDAY_NOON - timedelta(hours=1)}, id="late"),
        pytest.param("dari=2026-11-24&sampai=2026-11-24", {"created_at": LATE_TUESDAY}, id="day"),
    ],
)
def test_the_newer_filters_say_in_a_chip_what_they_leave_out(
    staff: Colleagues, site: Site, query: str, changes: dict[str, object]
) -> None:
    _ticket(site, created_at=build.NOON, promised_at=WEDNESDAY_NOON + timedelta(days=1))
    wanted = _ticket(site, **{"created_at": build.NOON, **changes})
    page = staff.as_agent().get(f"/antrean?tampilan=semua&{query}").text
    assert _numbers(page) == [wanted]
    chips = re.search(r'<ul id="queue-chips".*?</ul>', page, re.DOTALL)
    assert chips
    assert 'href="/antrean?tampilan=semua"' in chips[0]


def test_a_row_says_how_sure_it_is_and_whom_it_matched(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        build.planned(session, subject="", body="Baris\npertama\nsurat", promised_at=build.NOON)
        blind = build.planned(session, is_blind=True, category=None)
    page = staff.as_agent().get("/antrean").text
    row = page.partition(f'id="row-{blind.number}"')
    assert "hampir pasti" in row[0]
    assert "Cocok" in row[0]
    assert "Baris pertama surat" in row[0]
    assert "hampir pasti" not in row[2]
    assert "Cocok" not in row[2]


def test_loading_more_gives_the_rows_alone(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        for _ in range(45):
            build.ticket(session)
    browser = staff.as_agent()
    page = browser.get("/antrean?tampilan=orang").text
    following = re.search(r'class="button" href="([^"]+)"', page)
    assert following
    address = following[1].replace("&amp;", "&")
    part = browser.get(address, headers={**HTMX, "HX-Target": "queue-more"}).text
    assert part.lstrip().startswith('<div id="queue-rows-')
    assert len(_numbers(part)) == 5
    assert "Kembali ke awal" in browser.get(address).text


def test_new_arrivals_are_told_once_and_not_again(staff: Colleagues, site: Site) -> None:
    _ticket(site, created_at=build.NOON)
    browser = staff.as_agent()
    page = browser.get("/antrean?tampilan=orang").text
    address = re.search(r'data-arrivals="([^"]+)"', page)
    assert address
    asked = address[1].replace("&amp;", "&")
    none = browser.get(asked, headers=HTMX)
    assert none.status_code == 204
    _ticket(site, created_at=build.NOON + timedelta(minutes=1))
    _ticket(site, created_at=build.NOON + timedelta(minutes=1), state=TicketState.WAITING)
    told = browser.get(asked, headers={**HTMX, "If-None-Match": none.headers["ETag"]})
    assert "1 laporan baru." in told.text
    again = browser.get(asked, headers={**HTMX, "If-None-Match": told.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_was_put_off_has_a_view_and_what_is_back_says_why(
    staff: Colleagues, site: Site
) -> None:
    until = build.NOON + timedelta(days=3)
    off = _ticket(site, snoozed_until=until, snoozed_for=SnoozeFor.DATE)
    back = _ticket(site, woke_because=Woke.SYNC)
    browser = staff.as_agent()
    aside = browser.get("/antrean?tampilan=ditunda").text
    assert _numbers(aside) == [off]
    assert "Ditunda s.d." in aside
    assert "Putuskan satu per satu" not in aside
    waiting = browser.get("/antrean?tampilan=orang").text
    assert _numbers(waiting) == [back]
    assert "Kembali: Data Dapodik baru berlaku" in waiting
