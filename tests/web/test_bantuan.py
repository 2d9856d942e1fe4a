"""The report form: sent once, kept once, and never lost on the way."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx import Response

from app.access.limits import FORM_PER_ADDRESS
from app.store import tickets
from app.web.site import Site
from models.vocabulary import Category, Channel, TicketState
from tests.support.browser import TestClient
from tests.support.pictures import document, picture
from tests.web.conftest import Clock

BUDGET = 20_000  # bytes of a public page, uncompressed
ENTRIES = {
    "email": "sarinah@surat.example",
    "perihal": "Akun belum muncul",
    "kategori": "account_not_found",
    "tipe_pengguna": "operator",
    "nama": "Sarinah Wati",
    "sekolah": "SD Negeri Contoh",
    "npsn": "69900001",
    "uraian": "Akun guru kami belum ditemukan, mohon bantuan.",
}
PNG = ("layar.png", picture(), "image/png")


def token_of(page: str) -> str:
    found = re.search(r'name="pengiriman" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def send(
    client: TestClient, files: list[tuple[str, object]] | None = None, **typed: str
) -> Response:
    token = token_of(client.get("/bantuan").text)
    entries = ENTRIES | {"pengiriman": token} | typed
    answer: Response = client.post("/bantuan", data=entries, files=files or [("x", ("", b""))])
    return answer


def number_of(answer: Response) -> int:
    assert answer.status_code == 303, answer.text
    return int(urlsplit(answer.headers["location"]).path.rsplit("/", 1)[1])


def test_the_form_is_light_and_needs_no_script(client: TestClient) -> None:
    page = client.get("/bantuan")
    assert page.status_code == 200
    assert len(page.content) < BUDGET
    # One script, which comes after the page and without which everything works.
    assert page.text.count("<script") == page.text.count("defer></script>") == 1
    assert page.text.count("<label") == page.text.count('class="field"')


def test_a_category_known_beforehand_says_what_to_bring(client: TestClient) -> None:
    page = client.get("/bantuan", params={"kategori": "account_suspended"}).text
    assert 'value="account_suspended" selected' in page
    assert "Untuk kategori ini, sertakan" in page
    assert "NIK pemilik akun (tulis di uraian)" in page
    assert client.get("/bantuan", params={"kategori": "<x>"}).status_code == 200


def test_a_report_is_kept_before_its_receipt_is_shown(client: TestClient, site: Site) -> None:
    answer = send(
        client, [("lampiran_login_screenshot", PNG), ("lampiran_other", ("s.pdf", document()))]
    )
    number = number_of(answer)
    assert number == 100_001
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
        assert (ticket.channel, ticket.state) == (Channel.FORM, TicketState.RECEIVED)
        assert ticket.self_category is Category.ACCOUNT_NOT_FOUND
        lying = tickets.attachments_of(session, ticket.id)
        assert [each.kind for each in lying] == ["login_screenshot", "other"]
        assert all((site.files / each.stored_as).is_file() for each in lying)
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    receipt = client.get(answer.headers["location"])
    assert receipt.status_code == 200
    assert query["kunci"][0] in receipt.text
    assert "Simpan nomor dan kunci ini" in receipt.text
    assert "s•••@surat.example" in receipt.text


def test_sending_twice_makes_one_report(client: TestClient, site: Site) -> None:
    entries = ENTRIES | {"pengiriman": token_of(client.get("/bantuan").text)}
    first, second = (client.post("/bantuan", data=entries, files=[("x", PNG)]) for _ in range(2))
    assert first.headers["location"] == second.headers["location"]
    with site.database.read() as session:
        assert len(tickets.after(session, 0, limit=10)) == 1
    assert len(list(site.files.iterdir())) == 1


def test_a_form_changed_after_going_back_is_another_report(client: TestClient) -> None:
    entries = ENTRIES | {"pengiriman": token_of(client.get("/bantuan").text)}
    first = number_of(client.post("/bantuan", data=entries))
    assert number_of(client.post("/bantuan", data=entries | {"uraian": "x" * 20})) == first + 1


def test_a_report_sent_without_files_or_multipart_is_taken(client: TestClient) -> None:
    assert number_of(client.post("/bantuan", data=ENTRIES)) == 100_001


def test_a_refused_form_comes_back_with_everything_typed(client: TestClient, site: Site) -> None:
    answer = send(
        client, [("lampiran_other", PNG)], email="a@guru.sd.belajar.id", nama='Si "X" <b>'
    )
    assert answer.status_code == 422
    assert "bukan belajar.id: akun itu mungkin tidak dapat dibuka" in answer.text
    assert 'value="Si &#34;X&#34; &lt;b&gt;"' in answer.text
    assert ENTRIES["uraian"] in answer.text
    assert 'value="operator" selected' in answer.text
    assert "berkas harus dipilih lagi" in answer.text
    assert 'aria-describedby="email-hint email-complaint"' in answer.text
    assert len(answer.content) < BUDGET
    with site.database.read() as session:
        assert not tickets.after(session, 0, limit=10)


def test_the_token_stays_the_same_through_a_refusal(client: TestClient) -> None:
    token = token_of(client.get("/bantuan").text)
    answer = client.post("/bantuan", data=ENTRIES | {"pengiriman": token, "npsn": "1"})
    assert token_of(answer.text) == token


@pytest.mark.alike
@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        pytest.param([("lampiran_other", ("a.png", b"MZ\0\0"))], "Hanya PNG, JPG", id="a program"),
        pytest.param(
            [("lampiran_other", ("a.png", b"x" * 2_000_001))], "terlalu besar", id="too big"
        ),
        pytest.param([("lampiran_other", PNG)] * 5, "Terlalu banyak berkas", id="five files"),
    ],
)
def test_an_unfit_file_is_said_beside_its_field(
    client: TestClient, site: Site, files: list[tuple[str, object]], sentence: str
) -> None:
    answer = send(client, files)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'id="lampiran_other-complaint"' in answer.text
    assert not site.files.exists()


def test_a_body_beyond_all_bounds_is_not_read(client: TestClient) -> None:
    answer = client.post("/bantuan", content=b"x", headers={"content-length": "999999999999"})
    assert answer.status_code == 413
    assert "Perkecil lampiran" in answer.text


def test_a_body_of_unknown_length_is_not_read(client: TestClient) -> None:
    assert client.post("/bantuan", content=iter([b"nama=x"])).status_code == 411


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    answer = client.post("/bantuan", data=ENTRIES, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_a_flood_from_one_address_is_slowed(client: TestClient, clock: Clock) -> None:
    for each in range(FORM_PER_ADDRESS.tries):
        assert client.post("/bantuan", data=ENTRIES | {"pengiriman": str(each)}).status_code == 303
    slowed = client.post("/bantuan", data=ENTRIES)
    assert slowed.status_code == 429
    assert "Terlalu banyak percobaan" in slowed.text
    assert ENTRIES["uraian"] in slowed.text
    clock.forward(timedelta(hours=1, minutes=1))
    assert client.post("/bantuan", data=ENTRIES).status_code == 303


def test_the_form_speaks_english_when_asked(browser: Callable[[], TestClient]) -> None:
    client = browser()
    client.get("/bahasa/en")
    answer = send(client, email="x")
    assert answer.status_code == 422
    assert "This is not a complete address" in answer.text
