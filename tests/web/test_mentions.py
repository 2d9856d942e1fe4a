"""Internal notes reach the colleagues they name, and nobody outside."""

import re

import pytest
from httpx import Response

from app.intake import keys
from app.store import events, replies, tickets
from app.web.site import Site
from models import Staff, Ticket
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.web.conftest import API_TOKEN, Colleagues

SECRET = "Rahasia dapur: jangan sampai keluar."


@pytest.fixture
def sari(staff: Colleagues) -> Staff:
    return staff.add(StaffRole.AGENT, "sari", "Sari Kencana")


def test_who_is_named_sees_a_count_until_they_open_the_list(
    staff: Colleagues, sari: Staff, made: Ticket
) -> None:
    mine = staff.as_supervisor()
    for text, chosen in (("@sari tolong periksa", ""), ("Ini juga", "sari")):
        assert _note(mine, made, text, sebut=chosen).status_code == 303
    theirs = staff.signed_in(sari)
    assert re.search(r"Sebutan\s+<span class=\"badge info\">2<", theirs.get("/antrean").text)
    page = theirs.get("/sebutan").text
    assert page.index("Ini juga") < page.index("@sari tolong periksa")
    assert f"/tiket/{made.number}" in page
    assert page.count('<span class="badge info">baru</span>') == 2
    again = theirs.get("/sebutan").text
    assert "badge info" not in again
    assert "Ini juga" in again
    assert "<mark>@sari</mark>" in theirs.get(f"/tiket/{made.number}").text


def test_a_name_of_nobody_is_refused_and_the_note_kept(staff: Colleagues, made: Ticket) -> None:
    answer = _note(staff.as_agent(), made, "Tolong lihat", sebut="joko")
    assert answer.status_code == 422
    assert "Tidak ada rekan dengan nama pengguna joko." in answer.text
    assert "Tolong lihat</textarea>" in answer.text


def test_naming_oneself_is_no_mention(staff: Colleagues, made: Ticket) -> None:
    mine = staff.as_agent()
    _note(mine, made, "@petugas besok")
    assert "Belum ada catatan yang menyebut Anda." in mine.get("/sebutan").text


def test_the_list_is_read_a_page_at_a_time(staff: Colleagues, sari: Staff, made: Ticket) -> None:
    mine = staff.as_supervisor()
    fields = _fields(mine, made)
    for serial in range(31):
        more = {"teks": f"@sari nomor {serial}.", "sekali": str(serial)}
        mine.post(f"/tiket/{made.number}/catatan", data=fields | more)
    theirs = staff.signed_in(sari)
    first = theirs.get("/sebutan").text
    assert "nomor 30." in first
    assert "nomor 0." not in first
    older = re.search(r"/sebutan\?sebelum=\d+", first)
    assert older
    assert "nomor 0." in theirs.get(older[0]).text


def test_a_note_never_leaves_the_house(
    staff: Colleagues, client: TestClient, made: Ticket, site: Site
) -> None:
    mine = staff.as_agent()
    _note(mine, made, SECRET)
    mine.post(f"/tiket/{made.number}/jawaban", data=_fields(mine, made, "jawaban") | {"teks": "Ya"})
    key = keys.key_for(made.number, site.secret)
    headers = {"Authorization": f"Bearer {API_TOKEN}"}
    for answer in (
        client.get(f"/laporan/{made.number}?kunci={key}"),
        client.get(f"/api/v1/tickets/{made.number}", headers=headers),
        client.get("/api/v1/tickets", headers=headers),
    ):
        assert answer.status_code == 200
        assert "Rahasia dapur" not in answer.text
    with site.database.read() as session:
        ticket = tickets.by_number(session, made.number)
        assert not [e for e in replies.of_ticket(session, ticket.id) if "Rahasia" in e.body]
        assert not [e for e in events.of_ticket(session, ticket.id) if "Rahasia" in str(e.detail)]


def test_a_stranger_sees_no_mentions(client: TestClient) -> None:
    assert client.get("/sebutan").status_code in {303, 401}


def _note(browser: TestClient, made: Ticket, text: str, **more: str) -> Response:
    answer: Response = browser.post(
        f"/tiket/{made.number}/catatan",
        data=_fields(browser, made) | {"teks": text, "sekali": text[:20]} | more,
    )
    return answer


def _fields(browser: TestClient, made: Ticket, act: str = "catatan") -> dict[str, str]:
    page = browser.get(f"/tiket/{made.number}").text
    form = re.search(rf'<form [^>]*action="/tiket/{made.number}/{act}".*?</form>', page, re.DOTALL)
    assert form, act
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
