"""Saved views: whose they are, who sees and changes them, and how many reports they hold."""

import re
from datetime import timedelta

from app.store import queue, views
from app.store.queue import Filter
from app.web.queue_views import Counts
from app.web.site import Site
from models.vocabulary import StaffRole, TrailAction
from tests.support import build
from tests.support.browser import TestClient
from tests.support.trailed import trailed
from tests.web.conftest import Clock, Colleagues

QUESTION = "tampilan=orang&mendesak=ya"


def _save(browser: TestClient, csrf: str, name: str, **fields: str) -> str:
    """The address one is sent to, "" where it is refused."""
    sent = {"csrf": csrf, "nama": name, "pertanyaan": QUESTION, **fields}
    return str(browser.post("/antrean/tampilan", data=sent).headers.get("location", ""))


def _named(browser: TestClient) -> list[str]:
    return re.findall(r'id="view-\d+".*?<h3><a href="[^"]+">([^<]+)</a>', _page(browser), re.DOTALL)


def _page(browser: TestClient) -> str:
    return str(browser.get("/antrean/tampilan").text)


def _id(browser: TestClient, name: str) -> int:
    found = re.search(
        rf'id="view-(\d+)" class="panel">\s*<h3><a href="[^"]+">{name}<', _page(browser)
    )
    assert found
    return int(found[1])


def test_a_view_is_kept_once_and_opens_its_list(staff: Colleagues) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    for _ in range(2):
        assert _save(browser, csrf, "Mendesak saya") == f"/antrean?{QUESTION}"
    assert _named(browser) == ["Mendesak saya"]
    page = browser.get(f"/antrean?{QUESTION}").text
    opened = re.findall(r'aria-current="page">\s*<span>([^<]+)</span>', page)
    assert opened == ["Mendesak saya"]


def test_what_an_address_does_not_ask_for_is_not_kept(staff: Colleagues) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    odd = _save(browser, csrf, "Aneh", pertanyaan="tampilan=x&lain=https://jahat.example&sesudah=1")
    assert odd == "/antrean?tampilan=keputusan"


def test_a_view_without_a_name_is_refused_in_words(staff: Colleagues) -> None:
    browser = staff.as_agent()
    answer = browser.post(
        "/antrean/tampilan",
        data={"csrf": staff.csrf[StaffRole.AGENT], "nama": "  ", "pertanyaan": QUESTION},
    )
    assert answer.status_code == 422
    assert "Tuliskan nama tampilan." in answer.text


def test_another_sees_what_is_shared_and_only_a_supervisor_changes_it(staff: Colleagues) -> None:
    maker = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    _save(maker, csrf, "Punya tim", bersama="ya")
    _save(maker, csrf, "Punya saya")
    shared, own = _id(maker, "Punya tim"), _id(maker, "Punya saya")
    other = staff.signed_in(staff.add(StaffRole.AGENT, "lain", "Galuh Anindya"))
    assert _named(other) == ["Punya tim"]
    assert "dari Laksmi Wulandari" in _page(other)
    fields = {"csrf": staff.csrf[StaffRole.AGENT], "nama": "Diambil", "bersama": "ya"}
    assert other.post(f"/antrean/tampilan/{shared}/perubahan", data=fields).status_code == 403
    assert other.post(f"/antrean/tampilan/{own}/perubahan", data=fields).status_code == 404
    supervisor = staff.as_supervisor()
    fields["csrf"] = staff.csrf[StaffRole.SUPERVISOR]
    assert supervisor.post(f"/antrean/tampilan/{shared}/perubahan", data=fields).status_code == 303
    assert supervisor.post(f"/antrean/tampilan/{own}/penghapusan", data=fields).status_code == 404
    assert _named(maker) == ["Diambil", "Punya saya"]


def test_what_concerns_the_team_is_answered_for(staff: Colleagues, site: Site) -> None:
    browser = staff.as_agent()
    csrf = {"csrf": staff.csrf[StaffRole.AGENT]}
    _save(browser, csrf["csrf"], "Milik saya")
    _save(browser, csrf["csrf"], "Tim pagi", bersama="ya")
    shared = f"/antrean/tampilan/{_id(browser, 'Tim pagi')}"
    browser.post(f"{shared}/perubahan", data={**csrf, "nama": "Tim siang", "bersama": ""})
    browser.post(f"{shared}/penghapusan", data=csrf)  # no longer the team's
    of = int(shared.rpartition("/")[2])
    assert trailed(site.database, TrailAction.VIEW_SHARED) == [
        ("petugas", "Tim pagi", "", {"view": of, "shared": 1, "removed": 0}),
        ("petugas", "Tim siang", "", {"view": of, "shared": 0, "removed": 0}),
    ]


def test_views_are_put_in_order_and_removed(staff: Colleagues) -> None:
    browser = staff.as_agent()
    csrf = staff.csrf[StaffRole.AGENT]
    for name in ("Satu", "Dua", "Tiga"):
        _save(browser, csrf, name)
    last = _id(browser, "Tiga")
    for _ in range(4):
        browser.post(f"/antrean/tampilan/{last}/urutan", data={"csrf": csrf, "arah": "naik"})
    assert _named(browser) == ["Tiga", "Satu", "Dua"]
    browser.post(f"/antrean/tampilan/{last}/urutan", data={"csrf": csrf, "arah": "turun"})
    browser.post(f"/antrean/tampilan/{_id(browser, 'Dua')}/penghapusan", data={"csrf": csrf})
    assert _named(browser) == ["Satu", "Tiga"]


def test_a_form_without_the_token_changes_nothing(staff: Colleagues, site: Site) -> None:
    assert _save(staff.as_agent(), "palsu", "Tidak") == ""
    with site.database.read() as session:
        assert views.visible(session, 1) == []


def test_counts_are_kept_for_seconds(site: Site, clock: Clock) -> None:
    counts = Counts()

    def counted() -> int:
        with site.database.read() as session:
            return counts.of(session, "tampilan=orang", my_id=1, now=clock.now)

    assert counted() == 0
    with site.database.write() as session:
        build.ticket(session)
    assert counted() == 0
    clock.forward(timedelta(seconds=11))
    assert counted() == 1


def test_no_count_goes_on_beyond_its_bound(site: Site) -> None:
    with site.database.write() as session:
        for _ in range(4):
            build.ticket(session)
        assert queue.count(session, Filter(), at_most=3) == 3
        assert queue.count(session, Filter(), at_most=9) == 4
