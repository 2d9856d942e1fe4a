"""What a stranger may throw at the public pages, and what must not come of it."""

import time
from datetime import timedelta
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.limits import FORM_PER_ADDRESS, KEY_PER_NUMBER
from app.intake.tidy import storable
from app.store import tickets
from app.web.site import Site
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.support.pictures import bomb, document, picture
from tests.web.conftest import Clock
from tests.web.test_bantuan import ENTRIES, number_of, send

TEXT_FIELDS = ("perihal", "uraian", "email", "nama", "akun", "sekolah", "npsn", "provinsi")
HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "an attribute": '" autofocus onfocus="alert(1)',
    "a template": "{{ 7 * 7 }}{% for x in y %}${7*7}#{7*7}",
    "header lines": "Sarinah\r\nBcc: korban@surat.example\r\n\r\nisi lain",
    "control characters": "Sari\x00nah\x1b[31m\x07\x08\x7f\x9b Wati panjang",
    "turned writing": "\u202eiretnam nuka\u202c \u2066x\u2069 panjang",
    "emoji": "👩‍🏫🏫" * 20,
    "an exploit of SQL": "'; DROP TABLE ticket; -- panjang",
    "a hundred thousand letters": "a" * 100_000,
    "letters that match in two ways": "a" * 60 + ".@sd.belajar.id",
    "only spaces": "\u3000\u00a0\u2003" * 8,
    "nothing to be seen": "\u200b\u2060\ufeff" * 8,
    "only zeros": "\x00" * 20,
}


def charset(value: bytes, name: str) -> tuple[bytes, dict[str, str]]:
    """A form whose sender names the charset of `uraian`."""
    body = (
        b'--X\r\nContent-Disposition: form-data; name="uraian"\r\n\r\n' + value + b"\r\n--X--\r\n"
    )
    return body, {"Content-Type": f"multipart/form-data; boundary=X; charset={name}"}


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_kept_or_refused_and_never_runs(client: TestClient, typed: str) -> None:
    for field in TEXT_FIELDS:
        started = time.process_time()
        answer = send(client, None, **{field: typed})
        assert time.process_time() - started < 3
        assert answer.status_code in {303, 422}
        page = answer.text if answer.status_code == 422 else client.get(answer.headers["location"])
        text = page if isinstance(page, str) else page.text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'onfocus="alert' not in text
        assert "\x00" not in text


@pytest.mark.alike
@pytest.mark.parametrize("field", ["uraian", "nama", "perihal"])
@pytest.mark.parametrize("typed", ["\x00" * 20, "\u200b\u2060" * 9, " \u3000" * 9])
def test_what_cannot_be_seen_is_nothing(client: TestClient, field: str, typed: str) -> None:
    assert send(client, None, **{field: typed}).status_code == 422


def test_a_name_holds_no_marks_that_turn_the_page_around(client: TestClient, site: Site) -> None:
    number = number_of(send(client, nama="Sarinah\u202e\x1b Wati\x00", perihal="a\u2066b"))
    with site.database.read() as session:
        ticket = tickets.by_number(session, number)
    assert (ticket.requester_name, ticket.subject) == ("Sarinah Wati", "ab")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    name=st.text(st.characters(exclude_categories=["Cs"]), max_size=140),
)
def test_any_text_is_stored_exactly_or_comes_back_whole(
    client: TestClient, site: Site, clock: Clock, text: str, name: str
) -> None:
    clock.forward(timedelta(minutes=2))
    answer = client.post("/bantuan", data=ENTRIES | {"uraian": text, "nama": name})
    if answer.status_code == 422:
        for typed in (text, name):
            kept = escape(storable(typed)).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
            assert kept in answer.text
        return
    with site.database.read() as session:
        ticket = tickets.by_number(session, number_of(answer))
        (message,) = tickets.messages_of(session, ticket.id, by_requester=True)
    assert message.body == storable(text).replace("\r\n", "\n").strip()


@pytest.mark.alike
@pytest.mark.parametrize(
    ("value", "name"),
    [
        pytest.param(b"+2AA-aaaaaaaaaaaa", "utf-7", id="half a character"),
        pytest.param(b"\\ud800aaaaaaaaaaaaa", "unicode_escape", id="an escape"),
        pytest.param(b"abc", "utf-16", id="bytes that do not fit"),
        pytest.param(b"a" * 150_000, "idna", id="a slow one"),
        pytest.param(b"-" + b"a" * 150_000, "punycode", id="another slow one"),
        pytest.param(b"aaaa", "tidak-ada", id="an unknown one"),
    ],
)
def test_a_charset_breaks_nothing(client: TestClient, value: bytes, name: str) -> None:
    body, headers = charset(value, name)
    assert client.post("/bantuan", content=body, headers=headers).status_code == 422


@pytest.mark.alike
@pytest.mark.parametrize(
    ("filename", "content"),
    [
        pytest.param("a.png", b"", id="empty"),
        pytest.param("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", id="svg"),
        pytest.param("a.png", b"<!DOCTYPE html><script>x()</script>", id="a page"),
        pytest.param("a.gif", picture("GIF"), id="gif"),
        pytest.param("a.png", bomb(), id="too many pixels"),
        pytest.param("a.png", picture()[:60], id="cut off"),
        pytest.param("a.pdf", b"%PDF-1.7\nx", id="a document without an end"),
        pytest.param(
            "a.pdf", b"%PDF-1.7\nstartxref\n" + b"9" * 1900 + b"\n%%EOF", id="an end nowhere"
        ),
        pytest.param("a.pdf", b"MZ" + document(), id="a program with a document in it"),
        pytest.param("a.zip", b"PK\x03\x04" + b"\0" * 400, id="an archive"),
    ],
)
def test_an_unfit_file_is_refused(
    client: TestClient, site: Site, filename: str, content: bytes
) -> None:
    answer = send(client, [("lampiran_other", (filename, content))])
    assert answer.status_code == 422
    assert ENTRIES["uraian"] in answer.text
    assert not site.files.exists()


@pytest.mark.parametrize(
    "filename",
    ["../../etc/cron.d/x.png", "..\\..\\x.png", "/a\x00b.png", "\u202egnp.exe.png", "é" * 300, "…"],
)
def test_a_file_lies_under_a_name_of_ours(client: TestClient, site: Site, filename: str) -> None:
    number = number_of(send(client, [("lampiran_other", (filename, picture() + b"<script>"))]))
    with site.database.read() as session:
        (lying,) = tickets.attachments_of(session, tickets.by_number(session, number).id)
    assert [path.name for path in site.files.iterdir()] == [lying.stored_as]
    assert lying.filename.endswith(".png")
    assert not {"/", "\\", "\x00", "\u202e"} & set(lying.filename)
    assert b"<script>" not in (site.files / lying.stored_as).read_bytes()


def test_pictures_in_refused_forms_are_counted(client: TestClient) -> None:
    bad: list[tuple[str, object]] = [("lampiran_other", ("a.png", b"x"))]
    for _ in range(FORM_PER_ADDRESS.tries):
        assert send(client, bad).status_code == 422
    assert send(client, bad).status_code == 429


@pytest.mark.alike
@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/masuk", "application/x-www-form-urlencoded"),
        ("/masuk", "multipart/form-data; boundary=X"),
        ("/masuk/keluar", "application/x-www-form-urlencoded"),
        ("/api/v1/tickets", "application/json"),
    ],
)
def test_no_body_is_read_without_bound(client: TestClient, path: str, content_type: str) -> None:
    pieces = (b"a" * 100_000 for _ in range(50))
    answer = client.post(path, content=pieces, headers={"Content-Type": content_type})
    assert answer.status_code in {303, 400, 401, 413}
    stated = client.post(path, content=b"x", headers={"content-length": "2000000"})
    assert stated.status_code in {303, 401, 413}


@pytest.mark.alike
@pytest.mark.parametrize("length", ["9" * 5000, "-1", "0x10", "1_0", "²"])
def test_a_false_length_is_refused(client: TestClient, length: str) -> None:
    answer = client.post(
        "/bantuan", content=b"a=b", headers=[(b"content-length", length.encode("latin-1"))]
    )
    assert answer.status_code in {411, 413}


def test_a_stranger_does_not_shut_the_owner_out(site: Site) -> None:
    app = pages_of(site)
    stranger = TestClient(app, follow_redirects=False, client=("203.0.113.9", 1))
    owner = TestClient(app, follow_redirects=False, client=("203.0.113.10", 1))
    receipt = send(owner).headers["location"]
    path = receipt.partition("?")[0]
    for attempt in range(KEY_PER_NUMBER.tries):
        answer = stranger.get(
            f"{path}?kunci=AAAAA-AAAAA", headers={"X-Forwarded-For": f"198.51.100.{attempt}"}
        )
        assert answer.status_code == 404
    assert stranger.get(receipt).status_code == 429
    assert owner.get(receipt).status_code == 200


def test_a_line_of_ipv6_is_one_address(site: Site) -> None:
    app = pages_of(site)
    statuses = [
        TestClient(app, client=(address, 1)).get("/laporan/100001?kunci=AAAAA-AAAAA").status_code
        for address in [
            *(f"2001:db8:1:2::{each + 1:x}" for each in range(KEY_PER_NUMBER.tries + 1)),
            "2001:db8:1:3::1",
        ]
    ]
    assert statuses == [404] * KEY_PER_NUMBER.tries + [429, 404]
