"""The same sent many times at once, and letters made of what strangers typed."""

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from httpx import Response

from app.access.limits import SIGN_IN_PER_NAME
from app.intake.attachments import Unacceptable, accept
from app.reply.compose import by_hand
from app.reply.mail import FolderMailer, as_message
from app.reply.ports import MailRefused, Outgoing
from app.store import tickets
from app.store.session import Database
from app.web.site import Site
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.support.pictures import document, picture
from tests.web.conftest import API_TOKEN, WEDNESDAY_NOON
from tests.web.test_bantuan import ENTRIES

AT_ONCE = 6


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Site:
    return Site(
        database=database,
        secret=b"rahasia-untuk-uji-saja-32-byte!!",
        files=tmp_path / "lampiran",
        public_url="http://testserver",
        first_number=100_000,
        attachment_limit=2_000_000,
        attachments_per_message=4,
        api_tokens=(API_TOKEN,),
        clock=lambda: WEDNESDAY_NOON,
    )


def together(
    site: Site, send: Callable[[TestClient, int], Response], times: int = AT_ONCE
) -> list[Response]:
    """The answers to that many browsers that send in the same moment."""
    app = pages_of(site)
    with ThreadPoolExecutor(times) as pool:
        waiting = [
            pool.submit(send, TestClient(app, follow_redirects=False), each)
            for each in range(times)
        ]
        return [each.result() for each in waiting]


def numbers(site: Site) -> list[int]:
    with site.database.read() as session:
        return [each.number for each in tickets.after(session, 0, limit=100)]


def test_one_form_sent_in_the_same_moment_is_one_report(site: Site) -> None:
    entries = ENTRIES | {"pengiriman": secrets.token_urlsafe(18)}
    files = [("lampiran_other", ("a.png", picture()))]
    answers = together(site, lambda client, _: client.post("/bantuan", data=entries, files=files))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert numbers(site) == [100_001]
    assert len(list(site.files.iterdir())) == 1


def test_different_forms_in_the_same_moment_are_different_reports(site: Site) -> None:
    answers = together(
        site,
        lambda client, each: client.post("/bantuan", data=ENTRIES | {"pengiriman": f"form-{each}"}),
    )
    assert {answer.status_code for answer in answers} == {303}
    assert numbers(site) == list(range(100_001, 100_001 + AT_ONCE))


def test_a_machine_that_repeats_itself_makes_one_report(site: Site) -> None:
    headers = {"Authorization": f"Bearer {API_TOKEN}", "Idempotency-Key": "satu"}
    answers = together(
        site,
        lambda client, _: client.post(
            "/api/v1/tickets", json={"text": "Akun belum ada."}, headers=headers
        ),
    )
    assert sorted(answer.status_code for answer in answers) == [200] * (AT_ONCE - 1) + [201]
    assert numbers(site) == [100_001]


def test_guessing_at_once_gains_little(site: Site) -> None:
    def guess(client: TestClient, each: int) -> Response:
        entries = {"nama_pengguna": "petugas", "kata_sandi": f"tebakan-{each}-x"}
        answer: Response = client.post("/masuk", data=entries)
        return answer

    together(site, guess, times=SIGN_IN_PER_NAME.tries + AT_ONCE)
    assert {answer.status_code for answer in together(site, guess)} == {429}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Sarinah\r\nBcc: x@surat.example\r\n\r\nisi", "Sarinah Bcc: isi"),
        ("Menang! http://jahat.example/a", "Menang!"),
        ("buka jahat.co.id/hadiah sekarang", "buka sekarang"),
        ("WWW.JAHAT.EXAMPLE Wati", "Wati"),
        ("Dra. Sarinah Wati, S.Pd., M.Pd.I", "Dra. Sarinah Wati, S.Pd., M.Pd.I"),
        ("I Made Sarinah, S.Si/Operator", "I Made Sarinah, S.Si/Operator"),
        ("{{ 7 * 7 }} Wati", "{{ 7 * 7 }} Wati"),
        ("Sarinah\x1b[31m\u202e Wati", "Sarinah [31m Wati"),
    ],
)
def test_a_name_stays_a_name_in_a_letter(name: str, shown: str) -> None:
    letter = by_hand(100_001, name, "Baik.", tracking_url=None, now=WEDNESDAY_NOON)
    assert letter.body.splitlines()[0].endswith(f"Bapak/Ibu {shown},")


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "<a@b.example>",
        "a@b.example\x00",
        "a..b@c.example",
        "",
        "@",
        '"a b"@',
        "a@[",
        "a" * 5000,
    ],
)
def test_no_address_becomes_a_second_one(tmp_path: Path, address: str) -> None:
    mail = Outgoing(to=address, subject="[#100001] x", body="y", mail_id="1@loket.example")
    try:
        FolderMailer(tmp_path, sender="bantuan@loket.example").send(mail)
    except MailRefused:
        return
    (written,) = tmp_path.glob("*.eml")
    read = message_from_bytes(written.read_bytes(), policy=policy.default)
    assert read["Bcc"] is None
    assert len(read["To"].addresses) == 1


def test_a_subject_with_lines_is_no_header() -> None:
    mail = Outgoing("a@b.example", "x\r\nBcc: c@d.example", "y", "1@loket.example")
    with pytest.raises(MailRefused):
        as_message(mail, sender="bantuan@loket.example")
    assert as_message(replace(mail, subject="x"), sender="b@loket.example")["Bcc"] is None


@pytest.mark.parametrize("whole", [picture(), picture("JPEG"), picture("WEBP"), document()])
def test_a_damaged_file_is_taken_or_refused(whole: bytes) -> None:
    for place in range(0, min(len(whole), 1200), 7):
        for changed in (
            whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :],
            whole[:place] + b"\xff" * 40 + whole[place + 40 :],
            whole[: place + 1],
        ):
            try:
                kept = accept("a.png", changed, kind="other", limit=2_000_000)
            except Unacceptable:
                continue
            assert kept.content_type in {"image/png", "image/jpeg", "image/webp", "application/pdf"}


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_only_the_pixels_of_a_picture_are_kept(form: str) -> None:
    kept = accept("a", picture(form) + b"<script>x()</script>", kind="other", limit=2_000_000)
    assert b"Telepon Rahasia" not in kept.content
    assert b"<script>" not in kept.content
