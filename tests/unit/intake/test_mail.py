"""What an e-mail is taken for. Every name and address is invented."""

from email.message import EmailMessage

import pytest

from app.intake.mail import LONGEST, Letter, NoLetter, Why, read
from app.intake.mail_parts import without_quotes

OURS = frozenset({"bantuan@loket.example"})
PLAIN = (
    "From: Rukmini Wirasana <Rukmini@Surat.example>\r\n"
    "To: bantuan@loket.example\r\n"
    "Subject: Lupa kata sandi\r\n"
    "Message-ID: <a1@surat.example>\r\n"
    "Date: Wed, 25 Nov 2026 12:00:00 +0700\r\n"
)
PICTURE = b"\x89PNG" + b"x" * 9000


def letter(head: str = PLAIN, body: str | bytes = "Saya lupa kata sandi.") -> Letter:
    found = read(_bytes(head, body), ours=OURS)
    assert isinstance(found, Letter), found
    return found


def why(head: str, body: str = "Isi surat.") -> Why:
    found = read(_bytes(head, body), ours=OURS)
    assert isinstance(found, NoLetter), found
    return found.why


def _bytes(head: str, body: str | bytes) -> bytes:
    content = body if isinstance(body, bytes) else body.encode()
    return head.encode() + b"\r\n" + content


def with_from(value: str) -> str:
    return PLAIN.replace("From: Rukmini Wirasana <Rukmini@Surat.example>", value)


def test_a_plain_mail_is_who_what_and_about_what() -> None:
    found = letter()
    assert (found.sender, found.name) == ("rukmini@surat.example", "Rukmini Wirasana")
    assert (found.subject, found.text) == ("Lupa kata sandi", "Saya lupa kata sandi.")
    assert found.wants_receipt
    assert (found.names, found.number) == ((), None)


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: bulk",
        "Precedence: LIST",
        "X-Autoreply: yes",
        "List-Id: <guru.milis.example>",
        "Return-Path: <>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    ],
)
def test_a_machine_gets_no_report_and_no_answer(header: str) -> None:
    assert why(f"{PLAIN}{header}\r\n") is Why.AUTOMATIC


def test_a_person_may_say_that_no_machine_wrote() -> None:
    head = f"{PLAIN}Auto-Submitted: no\r\nReturn-Path: <rukmini@surat.example>\r\n"
    assert letter(head).sender == "rukmini@surat.example"
    assert not letter(f"{PLAIN}X-Auto-Response-Suppress: OOF\r\n").wants_receipt


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("From: a@satu.example, b@dua.example", Why.SENDER),
        ("From: a@satu.example\r\nFrom: b@dua.example", Why.SENDER),
        ("From: Guru: a@satu.example;", Why.SENDER),
        ("From: undisclosed-recipients:;", Why.SENDER),
        ("From: Rukmini", Why.SENDER),
        (f"From: {'a,' * 900} b@dua.example", Why.SENDER),
        ("From: =?utf-8?q?korban=40surat=2Eexample?=", Why.SENDER),
        ("From: <=?utf-8?q?korban?=@surat.example>", Why.SENDER),
        ("X-From: a@satu.example", Why.SENDER),
        ("From: Bantuan <BANTUAN@loket.example>", Why.OURS),
        ("From: MAILER-DAEMON@surat.example", Why.AUTOMATIC),
    ],
)
def test_from_is_one_plain_address_or_nobody(line: str, reason: Why) -> None:
    assert why(with_from(line)) is reason


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('From: "korban@surat.example" <lain@dua.example>', ""),
        ("From: =?utf-8?q?korban=40surat=2Eexample?= <lain@dua.example>", ""),
        ("From: =?utf-8?b?U2l0aSBOdXJoYWzDqQ==?= <lain@dua.example>", "Siti Nurhalé"),
        ("From: lain@dua.example (Siti)", ""),
    ],
)
def test_a_name_never_poses_as_an_address(line: str, name: str) -> None:
    found = letter(with_from(line))
    assert found.sender == "lain@dua.example"
    assert found.name == name


@pytest.mark.parametrize(
    ("charset", "content"),
    [
        ("utf-8", "sandi é".encode()),
        ("iso-8859-1", "sandi é".encode("latin-1")),
        ("utf-8", "sandi é".encode("cp1252")),  # named wrong
        ("us-ascii", "sandi é".encode()),
        ("x-tidak-ada", "sandi é".encode()),
        ("idna", "sandi é".encode()),
    ],
)
def test_words_are_read_whatever_charset_is_named(charset: str, content: bytes) -> None:
    head = f"{PLAIN}Content-Type: text/plain; charset={charset}\r\n"
    assert letter(head, content).text == "sandi é"


def test_html_alone_becomes_words() -> None:
    head = f"{PLAIN}Content-Type: text/html; charset=utf-8\r\n"
    found = letter(head, "<style>p{}</style><p>Akun <b>hilang</b></p><p>Tolong</p>")
    assert found.text == "Akun hilang\n\nTolong"


def test_of_alternatives_the_plain_one_and_files_come_along() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@satu.example", "Re: Fwd: [#700012] Bls: akun"
    mail.set_content("Kata polos")
    mail.add_alternative("<p>Kata kaya</p>", subtype="html")
    mail.add_attachment(b"logo" * 9, "image", "png", filename="logo.png", disposition="inline")
    mail.add_attachment(PICTURE, "image", "png", filename="layar.png", disposition="inline")
    mail.add_attachment(b"%PDF-1.4", "application", "pdf", filename="surat.pdf")
    found = read(mail.as_bytes(), ours=OURS)
    assert isinstance(found, Letter)
    assert found.text == "Kata polos"
    assert [each.filename for each in found.files] == ["surat.pdf", "layar.png"]
    assert (found.subject, found.number) == ("akun", 700012)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"{PLAIN}Content-Type: text/html\r\n", "<a " * 33_000),
        (f"{PLAIN}Content-Type: text/html\r\n", "<a b='>" * 14_000),
        (PLAIN, "Dari: x\r\n" * 30_000),
        (f"{PLAIN}X-Y: {'=?utf-8?q?a?= ' * 20_000}\r\n", "Isi."),
        (PLAIN.replace("kata sandi", "=?utf-8?q?a?= " * 20_000), "Isi."),
    ],
    ids=["open tags", "open quotes", "heads of letters", "header", "subject"],
)
def test_what_would_take_minutes_is_read_in_no_time(head: str, body: str) -> None:
    """Each takes the plain standard library so long that nobody would wait for this test."""
    assert letter(head, body).sender == "rukmini@surat.example"


def test_markup_that_is_left_open_stays_words() -> None:
    head = f"{PLAIN}Content-Type: text/html\r\n"
    said = (
        "<!-- [if mso]><xml>x</xml> --><p class='a'>nilai < 75 <b>dan</b> a<b</p><style>p{}</style>"
    )
    assert letter(head, said).text == "nilai < 75 dan a<b"


def test_letters_of_ours_are_named_nearest_first() -> None:
    head = (
        f"{PLAIN}In-Reply-To: <tiket-700002.bb@loket>\r\n"
        "References: <x@y.example> <tiket-700001.aa@loket>\r\n <tiket-700002.bb@loket>\r\n"
    )
    assert letter(head).names == ("tiket-700002.bb@loket", "tiket-700001.aa@loket")


def test_the_same_mail_is_known_again_whatever_way_it_came() -> None:
    first = letter()
    assert letter(f"Received: from b.example\r\n{PLAIN}").identity == first.identity
    # Anybody may write another's Message-ID.
    assert letter(body="Saya orang lain.").identity != first.identity
    assert letter(with_from("From: b@dua.example")).identity != first.identity


def test_what_cannot_be_a_letter_is_told_apart() -> None:
    assert why(PLAIN.replace("Lupa kata sandi", ""), "\r\n \r\n") is Why.EMPTY
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(40)
    )
    assert why(PLAIN + nested.partition("\r\n\r\n")[0] + "\r\n", nested) is Why.UNREADABLE
    assert why("", "\x00\xff") is Why.SENDER
    assert len(letter(body="panjang " * 9000).text) <= LONGEST


@pytest.mark.parametrize(
    "quoted",
    [
        "Pada Sen, 6 Jan 2025 pukul 09.12 Bantuan <b@loket.example> menulis:\n\n> Selamat pagi,",
        "Pada tanggal 6 Januari 2025 pukul 09.12, Bantuan\n<b@loket.example> menulis:\n> Selamat",
        "On Mon, Jan 6, 2025 at 9:12 AM Bantuan <b@loket.example> wrote:\n> Selamat pagi,",
        "Dari: Bantuan <b@loket.example>\nDikirim: 6 Januari 2025\nKepada: Rukmini\nPerihal: x\nY",
        "-----Pesan Asli-----\nDari: Bantuan\nIsi kami",
        "Dikirim dari Yahoo Mail di Android",
        "-- \nRukmini Wirasana, S.Pd.",
    ],
)
def test_what_is_answered_to_is_cut(quoted: str) -> None:
    assert without_quotes(f"Belum bisa masuk, Pak.\n\n{quoted}") == "Belum bisa masuk, Pak."


def test_the_mark_of_a_program_is_no_word_of_the_report() -> None:
    found = letter(body="Akun hilang.\r\n\r\nDikirim dari iPhone saya\r\n\r\n> kutipan")
    assert found.text == "Akun hilang.\n\n\n> kutipan"
    assert found.own == "Akun hilang."


def test_words_between_and_below_quoted_lines_are_kept() -> None:
    answered = "Pada Sen, 6 Jan 2025 Bantuan menulis:\n> NPSN?\n69999999\n> Nama?\nRukmini"
    assert without_quotes(answered) == "69999999\nRukmini"
    assert (
        without_quotes("Dari: sekolah kami\nmohon dibantu") == "Dari: sekolah kami\nmohon dibantu"
    )
