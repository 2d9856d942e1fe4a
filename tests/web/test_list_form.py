"""The form of a list: checked before it is sent, and nothing typed is ever lost."""

import re
from urllib.parse import urlsplit

from httpx import Response

from app.access import limits
from app.access.limits import FORM_PER_ADDRESS
from app.intake.listed import Listed
from app.kit.kept import load
from app.store import lines, tickets
from app.web.site import Site
from models import Line, Ticket
from models.vocabulary import Category
from tests.support.browser import TestClient
from tests.support.list_forms import ABOVE_THE_LIST
from tests.support.pictures import picture

BUDGET = 20_000
ENTRIES = {
    **ABOVE_THE_LIST,
    "daftar": "nama;nisn\nBagas Contohnya;0099000001\nCitra Contohnya;0099000004\n",
}


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found.group(1)


def check(client: TestClient, *, file: bytes | None = None, **typed: str) -> Response:
    files = [("berkas", ("daftar.csv", file, "text/csv"))] if file else [("x", ("", b""))]
    token = field(client.get("/bantuan/daftar").text, "pengiriman")
    entries = ENTRIES | {"pengiriman": token, "langkah": "periksa"} | typed
    answer: Response = client.post("/bantuan/daftar", data=entries, files=files)
    return answer


def send(client: TestClient, checked: Response, **typed: str) -> Response:
    """The button below what was checked."""
    shown = {name: field(checked.text, name) for name in ("pengiriman", "sidik")}
    entries = ENTRIES | shown | {"langkah": "kirim"} | typed
    answer: Response = client.post("/bantuan/daftar", data=entries, files=[("x", ("", b""))])
    return answer


def kept(site: Site, answer: Response) -> tuple[Ticket, list[Line]]:
    assert answer.status_code == 303, answer.text
    number = int(urlsplit(answer.headers["location"]).path.rsplit("/", 1)[1])
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        found = lines.numbered(session, ticket.id, range(1, 600))
        return ticket, [found[each] for each in sorted(found)]


def test_the_form_is_light_and_needs_no_script(client: TestClient) -> None:
    page = client.get("/bantuan/daftar", params={"kategori": "no_account_staff"})
    assert page.status_code == 200
    assert len(page.content) < BUDGET
    assert "<script" not in page.text
    assert 'value="no_account_staff" selected' in page.text
    assert page.text.count("<label") == page.text.count('class="field"')
    assert "/bantuan/daftar" in client.get("/bantuan").text


def test_what_was_understood_is_shown_before_anything_is_kept(
    client: TestClient, site: Site
) -> None:
    checked = check(client)
    assert checked.status_code == 200
    assert "2 orang terbaca" in checked.text
    assert "Kirim 2 orang" in checked.text
    with site.database.read() as session:
        assert tickets.after(session, 0, limit=1) == []


def test_what_was_checked_and_sent_is_a_report_with_its_lines(
    client: TestClient, site: Site
) -> None:
    answer = send(client, check(client))
    ticket, written = kept(site, answer)
    assert ticket.self_category is Category.NO_ACCOUNT_STUDENT
    assert (ticket.npsn, ticket.requester_email) == ("69900001", "sarinah@surat.example")
    people = [load(Listed, each.claim) for each in written]
    assert [each.nisn for each in people] == ["0099000001", "0099000004"]
    assert [each.number for each in written] == [1, 2]
    with site.database.read() as session:
        [message] = tickets.messages_of(session, ticket.id)
    assert message.body == "Daftar 2 orang.\n\nSejak Senin lalu."
    receipt = client.get(answer.headers["location"]).text
    assert f"/laporan/{ticket.number}/daftar?kunci=" in receipt


def test_sent_twice_it_is_one_report(client: TestClient, site: Site) -> None:
    checked = check(client)
    first, second = send(client, checked), send(client, checked)
    assert first.headers["location"] == second.headers["location"]
    assert len(kept(site, second)[1]) == 2


def test_a_file_takes_the_place_of_the_text_and_can_then_be_corrected(client: TestClient) -> None:
    checked = check(client, file="nama;nisn\nEka Misalnya;0099000002".encode("utf-16"))
    assert checked.status_code == 200
    assert "1 orang terbaca" in checked.text
    assert "Eka Misalnya;0099000002</textarea>" in checked.text


def test_lines_that_cannot_be_read_are_named_and_the_others_can_be_sent(
    client: TestClient, site: Site
) -> None:
    typed = ENTRIES["daftar"] + "Dimas Misalnya;123\n"
    checked = check(client, daftar=typed)
    assert checked.status_code == 200
    assert "Baris 4: NISN harus 10 angka" in checked.text
    assert "Dimas Misalnya;123" in checked.text
    assert len(kept(site, send(client, checked, daftar=typed))[1]) == 2


def test_a_list_that_was_changed_after_the_check_is_checked_first(client: TestClient) -> None:
    answer = send(client, check(client), daftar="nama\nOrang Lain\n")
    assert answer.status_code == 200
    assert "Daftar berubah sejak pemeriksaan" in answer.text
    assert "Orang Lain" in answer.text


def test_everything_that_is_missing_is_said_at_once_and_what_was_typed_is_kept(
    client: TestClient,
) -> None:
    answer = check(client, kategori="", npsn="", email="x", daftar="nama\nBagas Contohnya")
    assert answer.status_code == 422
    for sentence in ("Pilih kendala yang dialami", "Tuliskan NPSN sekolah", "bukan alamat surel"):
        assert sentence in answer.text
    assert "Bagas Contohnya</textarea>" in answer.text
    assert 'value="Sejak Senin lalu."' in answer.text


def test_more_than_five_hundred_people_are_two_lists(client: TestClient) -> None:
    names = "".join(f"Orang Uji;{n:010d}\n" for n in range(1, 502))
    answer = check(client, daftar=f"nama;nisn\n{names}")
    assert answer.status_code == 422
    assert "Daftar ini berisi 501 orang; paling banyak 500" in answer.text
    assert check(client, daftar="nama\n" + "Panjang sekali\n" * 11_000).status_code == 422


def test_an_empty_list_and_a_workbook_are_refused_in_one_sentence(client: TestClient) -> None:
    assert "Tempel daftar atau pilih berkas CSV" in check(client, daftar=" \n").text
    answer = check(client, file=b"PK\x03\x04" + b"\x00" * 50, daftar="")
    assert answer.status_code == 422
    assert "Berkas ini bukan CSV" in answer.text
    assert check(client, file=picture(), daftar="").status_code == 422


def test_what_is_typed_cannot_become_markup(client: TestClient) -> None:
    page = check(client, daftar="nama\n<script>alert(1)</script>\n").text
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_template_has_headings_that_are_read(client: TestClient) -> None:
    answer = client.get("/bantuan/daftar/contoh.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    headings = answer.content.decode("utf-8-sig").strip().split(";")
    assert {"nama", "nisn", "nuptk", "nik", "tanggal lahir", "npsn"} <= set(headings)


def test_a_flood_of_lists_is_held_back_with_nothing_lost(client: TestClient, site: Site) -> None:
    checked = check(client)
    with site.database.write() as session:
        for _ in range(FORM_PER_ADDRESS.tries):
            limits.count(session, "form", "testclient", now=site.clock())
    answer = send(client, checked)
    assert answer.status_code == 429
    assert "Bagas Contohnya;0099000001" in answer.text
