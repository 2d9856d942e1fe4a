"""Mail leaves through a real SMTP server, or lies in a folder; nothing is lost in between."""

import email
import email.policy
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.reply.mail import FolderMailer, SmtpMailer
from app.reply.ports import MailRefused, MailUnavailable, Outgoing
from app.reply.send import attempt, note
from models import Reply
from models.vocabulary import ReplyState
from tests.support.postbox import Postbox, free_port, served

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
MAIL = Outgoing("rini@contoh.example", "[#700123] Jawaban", "Selamat siang.\nSalam é", "tiket-1@x")


@pytest.fixture
def server() -> Iterator[tuple[Postbox, SmtpMailer]]:
    with served() as both:
        yield both


def test_a_mail_arrives_whole_and_marked_as_automatic(
    server: tuple[Postbox, SmtpMailer],
) -> None:
    postbox, mailer = server
    mailer.send(MAIL)
    envelope = postbox.mails[0]
    content = envelope.content
    assert isinstance(content, bytes)
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert message["Message-ID"] == "<tiket-1@x>"
    assert message["Auto-Submitted"] == "auto-replied"
    assert message.get_content().replace("\r\n", "\n") == "Selamat siang.\nSalam é\n"
    assert envelope.mail_from == "<>"


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("451 nanti", MailUnavailable),
        ("421 sibuk", MailUnavailable),
        ("550 tidak ada", MailRefused),
    ],
)
def test_the_servers_word_decides_whether_to_try_again(
    server: tuple[Postbox, SmtpMailer], status: str, error: type[Exception]
) -> None:
    postbox, mailer = server
    postbox.status = status
    with pytest.raises(error):
        mailer.send(MAIL)


def test_an_unreachable_server_is_no_refusal() -> None:
    mailer = SmtpMailer(f"smtp://127.0.0.1:{free_port()}", sender="a@loket.example", timeout=1)
    with pytest.raises(MailUnavailable):
        mailer.send(MAIL)


@pytest.mark.parametrize("address", ["bukan alamat", "a@b\r\nBcc: c@d.example", ""])
def test_an_address_cannot_smuggle_headers(tmp_path: Path, address: str) -> None:
    mailer = FolderMailer(tmp_path, sender="a@loket.example")
    with pytest.raises(MailRefused):
        mailer.send(Outgoing(address, "s", "b", "id@x"))


def test_a_repeated_mail_is_one_file(tmp_path: Path) -> None:
    mailer = FolderMailer(tmp_path, sender="a@loket.example")
    mailer.send(MAIL)
    mailer.send(MAIL)
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_an_outage_delays_ever_longer_and_loses_nothing() -> None:
    mailer = SmtpMailer(f"smtp://127.0.0.1:{free_port()}", sender="a@loket.example", timeout=1)
    reply = Reply(
        ticket_id=1, to="a@b.example", subject="s", body="b", mail_id="m", created_at=NOON
    )
    pauses = []
    for _ in range(6):
        note(reply, attempt(mailer, reply, reply.body), now=NOON)
        assert reply.state is ReplyState.QUEUED
        assert reply.next_try_at is not None
        pauses.append(reply.next_try_at - NOON)
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(hours=2)


def test_an_answer_without_address_needs_no_mail(tmp_path: Path) -> None:
    reply = Reply(ticket_id=1, to=None, subject="s", body="b", mail_id="m", created_at=NOON)
    note(reply, attempt(FolderMailer(tmp_path, sender="a@loket.example"), reply, "b"), now=NOON)
    assert reply.state is ReplyState.SENT
    assert not list(tmp_path.iterdir())
