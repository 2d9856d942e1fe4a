"""The database is away for a moment: a sentence, nothing lost, nothing half done."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.store import plans, tickets
from app.store.session import Database
from app.web.deps import COOKIE
from app.web.site import Site
from models.vocabulary import StaffRole, TicketState
from tests.support import build
from tests.support.browser import TestClient
from tests.support.kills.crossings import Commits, Point
from tests.support.list_forms import ABOVE_THE_LIST
from tests.support.pages import pages_of
from tests.web.conftest import API_TOKEN, Colleagues

FORM = {
    "pengiriman": "token-yang-sama",
    "email": "sarinah@surat.example",
    "perihal": "Akun belum muncul",
    "kategori": "account_not_found",
    "tipe_pengguna": "operator",
    "nama": "Sarinah Wati",
    "sekolah": "SD Negeri Contoh",
    "npsn": "69900001",
    "uraian": "Akun guru kami belum ditemukan, mohon bantuan.",
}
LIST = {
    "pengiriman": "daftar-yang-sama",
    **ABOVE_THE_LIST,
    "langkah": "periksa",
}
NOT_SENT = "belum ada yang terkirim"
NOT_SURE = "Belum pasti tersimpan."
AWAY = "Penyimpanan data sedang tidak terjangkau."


@contextmanager
def away_at_commit() -> Iterator[None]:
    """The first commit that writes something fails: hung up on, or its disk is full."""
    commits = Commits(Point("cut", 1, is_after=False))
    with commits.watching():
        yield
    assert commits.cuts == 1


def numbers(site: Site) -> list[int]:
    with site.database.read() as session:
        return [each.number for each in tickets.after(session, 0, limit=50)]


def test_a_report_that_could_not_be_kept_comes_back_as_typed(
    client: TestClient, site: Site
) -> None:
    with away_at_commit():
        page = client.post("/bantuan", data=FORM)
    assert page.status_code == 503
    assert NOT_SURE in page.text
    for typed in ("token-yang-sama", "Sarinah Wati", FORM["uraian"], "69900001"):
        assert typed in page.text
    assert numbers(site) == []

    assert client.post("/bantuan", data=FORM).status_code == 303
    assert client.post("/bantuan", data=FORM).status_code == 303
    assert len(numbers(site)) == 1


def test_a_list_that_could_not_be_kept_comes_back_as_typed(client: TestClient, site: Site) -> None:
    """From a file, whose text the page then has; sent again it is one report."""
    file = ("murid.csv", b"nama;nisn\nBagas Contohnya;0099000001", "text/csv")
    with away_at_commit():
        page = client.post("/bantuan/daftar", data=LIST, files=[("berkas", file)])
    assert page.status_code == 503
    assert NOT_SENT in page.text
    assert "Kirim 1 orang" not in page.text
    for typed in ("Bagas Contohnya;0099000001</textarea>", "Sarinah Wati", "Sejak Senin lalu."):
        assert typed in page.text

    text = {"daftar": "nama;nisn\nBagas Contohnya;0099000001"}
    nothing = [("x", ("", b""))]
    checked = client.post("/bantuan/daftar", data=LIST | text, files=nothing)
    [seal] = re.findall(r'name="sidik" value="([^"]*)"', checked.text)
    sent = LIST | text | {"langkah": "kirim", "sidik": seal}
    with away_at_commit():
        page = client.post("/bantuan/daftar", data=sent, files=nothing)
    assert page.status_code == 503
    assert NOT_SURE in page.text
    for typed in ("Kirim 1 orang", "daftar-yang-sama", seal, "Bagas Contohnya;0099000001"):
        assert typed in page.text
    assert numbers(site) == []
    for _ in range(2):
        assert client.post("/bantuan/daftar", data=sent, files=nothing).status_code == 303
    assert len(numbers(site)) == 1


def test_a_machine_is_told_to_try_again_under_the_same_key(client: TestClient, site: Site) -> None:
    headers = {"Authorization": f"Bearer {API_TOKEN}", "Idempotency-Key": "kunci-1"}

    def send() -> int:
        answer = client.post(
            "/api/v1/tickets", json={"text": "Akun guru belum ada."}, headers=headers
        )
        if answer.status_code == 503:
            assert answer.headers["content-type"] == "application/problem+json"
            assert AWAY in answer.json()["title"]
        return int(answer.status_code)

    with away_at_commit():
        assert send() == 503
    assert numbers(site) == []
    assert [send(), send()] == [201, 200]
    assert len(numbers(site)) == 1


def test_a_further_message_that_could_not_be_kept_comes_back_as_typed(
    client: TestClient, site: Site
) -> None:
    there = client.post("/bantuan", data=FORM).headers["location"]
    path, _, query = there.partition("?")
    key = query.partition("kunci=")[2].partition("&")[0]
    sent = {"kunci": key, "pesan": "Masih belum muncul sampai hari ini."}
    with away_at_commit():
        page = client.post(f"{path}/pesan", data=sent)
    assert page.status_code == 503
    assert NOT_SURE in page.text
    assert "Masih belum muncul sampai hari ini." in page.text
    assert client.post(f"{path}/pesan", data=sent).status_code == 303
    with site.database.read() as session:
        [number] = numbers(site)
        ticket = tickets.by_number(session, number)
        assert len(tickets.messages_of(session, ticket.id)) == 2


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_a_yes_that_could_not_be_kept_is_no_yes(
    site: Site, staff: Colleagues, headers: dict[str, str]
) -> None:
    with site.database.write() as session:
        ticket = build.planned(session, steps=(build.rename(),))
        [plan] = plans.proposed(session, ticket.id)
        number, plan_id = ticket.number, plan.id
    browser = staff.as_agent()
    form = {"csrf": staff.csrf[StaffRole.AGENT], "usulan": str(plan_id)}

    def yes() -> tuple[int, str]:
        answer = browser.post(f"/tiket/{number}/persetujuan", data=form, headers=headers)
        return answer.status_code, answer.text

    with away_at_commit():
        status, page = yes()
    assert (status, AWAY in page) == (503, True)
    with site.database.read() as session:
        assert tickets.by_number(session, number).state is TicketState.PLANNED
        assert plans.approvals_of(session, plan_id) == []
    assert yes()[0] in {200, 303}
    with site.database.read() as session:
        assert len(plans.approvals_of(session, plan_id)) == 1


def test_an_answer_that_could_not_be_kept_comes_back_as_typed(
    site: Site, staff: Colleagues
) -> None:
    with site.database.write() as session:
        number = build.ticket(session).number
    browser = staff.as_agent()
    form = {
        "csrf": staff.csrf[StaffRole.AGENT],
        "teks": "Kami periksa dahulu.",
        "jawaban_terlihat": "0",
    }
    with away_at_commit():
        page = browser.post(f"/tiket/{number}/jawaban", data=form)
    assert page.status_code == 503
    assert AWAY in page.text
    assert "Kami periksa dahulu." in page.text


def test_without_any_database_every_page_says_so(site: Site, tmp_path: Path) -> None:
    url = site.database.url
    # A folder is no file of SQLite; on the other port nobody listens.
    nowhere = f"sqlite:///{tmp_path}"
    if not site.database.is_sqlite:
        away = url.set(host="127.0.0.1", port=9, query={})
        nowhere = away.render_as_string(hide_password=False)
    pages = pages_of(replace(site, database=Database(nowhere)))
    browser = TestClient(pages, follow_redirects=False, raise_server_exceptions=False)
    browser.cookies.set(COOKIE, "entah")
    page = browser.get("/antrean")
    assert page.status_code == 503
    assert AWAY in page.text
    sent = browser.post("/bantuan", data=FORM)
    assert sent.status_code == 503
    assert FORM["uraian"] in sent.text
    listed = browser.post(
        "/bantuan/daftar", data=LIST | {"daftar": "Bagas Contohnya"}, files=[("x", ("", b""))]
    )
    assert listed.status_code == 503
    assert NOT_SENT in listed.text
    assert "Bagas Contohnya</textarea>" in listed.text
    assert browser.get("/bantuan").status_code == 200
