"""Letters out of a real mailbox: taken in once, each told apart, none lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from pydantic import SecretStr

from app import mailed, wiring
from app.cli.checkup import checks
from app.intake import mail
from app.intake.letterbox import Aside, Letterbox, Mailbox, MailboxAway, OpenMailbox
from app.intake.mail import Letter, Why
from app.outside import Outside
from app.reading.facts import Incoming, Understanding
from app.settings import Settings
from app.store import replies, tickets
from app.store.session import Database
from models import Message, Reply, Ticket
from models.vocabulary import Channel, TicketState
from tests.support import mailbox
from tests.support.mailbox import MailServer
from tests.support.postbox import free_port

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
RUKMINI = "rukmini@surat.example"


@pytest.fixture(scope="module")
def running() -> Iterator[MailServer]:
    with mailbox.served() as server:
        yield server


@pytest.fixture
def server(running: MailServer) -> MailServer:
    running.empty()
    return running


def nobody_reads(_incoming: Incoming) -> Understanding:
    raise AssertionError


@dataclass
class Desk:
    database: Database
    outside: Outside

    @property
    def letterbox(self) -> Letterbox:
        assert self.outside.letterbox is not None
        return self.outside.letterbox

    def looks(self, now: datetime = NOON) -> None:
        mailed.look(self.database, self.outside, now=now)

    def takes(self, content: bytes, now: datetime = NOON) -> Why | None:
        letter = mail.read(content, ours=self.letterbox.ours)
        assert isinstance(letter, Letter)
        return mailed.take(self.database, self.outside, self.letterbox, letter, now=now)

    def reports(self) -> list[Ticket]:
        with self.database.read() as session:
            return list(tickets.after(session, 0, limit=100))

    def messages(self, ticket: Ticket) -> list[Message]:
        with self.database.read() as session:
            return list(tickets.messages_of(session, ticket.id))

    def letters(self, ticket: Ticket) -> list[Reply]:
        with self.database.read() as session:
            return list(replies.of_ticket(session, ticket.id))


@pytest.fixture
def desk(database: Database, server: MailServer, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(
        data_dir=tmp_path,
        secret_key=SecretStr("rahasia untuk uji"),
        public_url="http://loket.example",
        imap_url=SecretStr(server.url),
        attachment_limit=1_000,
    )
    outside = wiring.outside(settings, clock=lambda: NOON, reader=nobody_reads)
    yield Desk(database, outside)
    outside.close()


def letter(
    text: str = "Saya lupa kata sandi akun belajar.id.",
    *,
    by: str = RUKMINI,
    subject: str = "Lupa kata sandi",
    **headers: str,
) -> bytes:
    written = EmailMessage()
    written["From"], written["To"], written["Subject"] = f"Rukmini <{by}>", mailbox.USER, subject
    written["Message-ID"] = "<a1@surat.example>"
    for name, value in headers.items():
        written[name.replace("_", "-")] = value
    written.set_content(text)
    return written.as_bytes()


def test_each_letter_becomes_what_it_is_and_none_is_lost(desk: Desk, server: MailServer) -> None:
    server.receives(
        letter(),
        letter(),  # the same by another way
        letter(Auto_Submitted="auto-replied"),
        letter(by="bantuan@loket.example"),
        letter().replace(b"From: ", b"From: x@dua.example, "),
        letter("x" * 1_010_000),
    )
    desk.looks()
    [report] = desk.reports()
    assert (report.channel, report.state) == (Channel.EMAIL, TicketState.RECEIVED)
    assert (report.subject, report.requester_email) == ("Lupa kata sandi", RUKMINI)
    lying = [server.lying(each) for each in ("INBOX", Aside.TAKEN, Aside.SKIPPED, Aside.REFUSED)]
    assert lying == [0, 2, 2, 2]

    [receipt] = desk.letters(report)
    assert receipt.to == RUKMINI
    assert f"http://loket.example/laporan/{report.number}?kunci=" in receipt.body
    assert receipt.is_notice  # no target is met by it


class Deadly:
    """The mailbox of a worker that dies between the commit and the move."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    @contextmanager
    def opened(self) -> Iterator[OpenMailbox]:
        with self._mailbox.opened() as box:
            self.waiting, self.content, self.count = box.waiting, box.content, box.count
            yield self

    def put(self, uid: str, aside: Aside) -> None:
        raise KeyboardInterrupt


def test_a_death_before_the_move_makes_no_second_report(desk: Desk, server: MailServer) -> None:
    server.receives(letter())
    alive = desk.outside
    deadly = replace(desk.letterbox, mailbox=Deadly(desk.letterbox.mailbox))
    desk.outside = replace(alive, letterbox=deadly)
    with pytest.raises(KeyboardInterrupt):
        desk.looks()
    assert (len(desk.reports()), server.lying()) == (1, 1)
    desk.outside = alive
    desk.looks()
    [report] = desk.reports()
    assert len(desk.letters(report)) == 1
    assert (server.lying(), server.lying(Aside.TAKEN)) == (0, 1)


def test_two_workers_at_once_make_one_report(desk: Desk, server: MailServer) -> None:
    server.receives(letter())
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda _: desk.looks(), range(2)))
    [report] = desk.reports()
    assert len(desk.letters(report)) == 1
    assert server.lying() == 0


def test_a_mailbox_that_is_away_delays_and_loses_nothing(desk: Desk, server: MailServer) -> None:
    server.receives(letter())
    away = wiring.letterbox(Settings(imap_url=SecretStr(f"imap://a:b@127.0.0.1:{free_port()}")))
    desk.outside, reached = replace(desk.outside, letterbox=away), desk.outside
    desk.looks()
    assert desk.reports() == []
    desk.outside = reached
    desk.looks()
    assert len(desk.reports()) == 1


def test_an_answer_to_our_letter_belongs_to_its_report(desk: Desk) -> None:
    desk.takes(letter())
    [report] = desk.reports()
    [receipt] = desk.letters(report)
    answer = letter(
        "NPSN 69999999.\n\nPada Rab, 25 Nov 2026 Helpdesk menulis:\n> Surel Anda kami terima",
        by="lain@dua.example",
        In_Reply_To=f"<{receipt.mail_id}>",
    )
    assert desk.takes(answer) is None
    assert desk.takes(answer) is None
    assert [each.body for each in desk.messages(report)][1:] == ["NPSN 69999999."]
    [again] = desk.reports()
    assert again.revision == report.revision + 1


def test_what_anybody_could_write_leads_nobody_into_anothers_report(desk: Desk) -> None:
    desk.takes(letter())
    [report] = desk.reports()
    with desk.database.write() as session:
        question = f"tiket-{report.number}.konfirmasi-7@loket"
        session.add(
            Reply(
                ticket_id=report.id,
                to="pemilik@surat.example",
                subject="?",
                body="?",
                mail_id=question,
                is_notice=True,
                created_at=NOON,
            )
        )
    subject = f"Re: [#{report.number}] Lupa kata sandi"
    for stranger in ("lain@dua.example", "pemilik@surat.example"):
        desk.takes(letter(by=stranger, subject=subject, In_Reply_To=f"<{question}>"))
    assert len(desk.reports()) == 3
    assert len(desk.messages(report)) == 1
    # Who the report is of may write its number alone.
    desk.takes(letter("Sudah bisa, terima kasih.", subject=subject))
    assert len(desk.reports()) == 3
    assert len(desk.messages(report)) == 2


def test_a_flood_of_one_sender_is_put_aside_and_fills_no_mailbox(desk: Desk) -> None:
    said = [desk.takes(letter(f"Pesan {number}")) for number in range(21)]
    assert said == [None] * 20 + [Why.TOO_MANY]
    receipts = [each for report in desk.reports() for each in desk.letters(report)]
    assert len(receipts) == 5
    assert desk.takes(letter("Lagi"), NOON + timedelta(hours=2)) is None


def test_a_file_that_cannot_be_kept_is_told_and_holds_nothing_back(desk: Desk) -> None:
    written = EmailMessage()
    written["From"], written["Subject"] = RUKMINI, "Bukti"
    written.set_content("Terlampir.")
    written.add_attachment(b"MZ" * 99, "application", "zip", filename="bukti.zip")
    desk.takes(written.as_bytes())
    [report] = desk.reports()
    assert "1 lampiran tidak dapat kami simpan" in desk.letters(report)[0].body
    desk.takes(letter(X_Auto_Response_Suppress="All"))
    assert desk.letters(desk.reports()[1]) == []


def test_the_doctor_says_what_waits_and_what_a_person_must_look_at(
    server: MailServer, tmp_path: Path
) -> None:
    server.receives(letter(), letter("Lagi"))
    settings = Settings(data_dir=tmp_path, imap_url=SecretStr(server.url))
    found = dict(checks(settings, now=NOON))
    assert found["surat masuk (IMAP; 2 menunggu, 0 perlu dilihat di Loket-Ditolak)"] == ""
    gone = Settings(data_dir=tmp_path, imap_url=SecretStr("imap://a:b@127.0.0.1:9"))
    assert "surat menunggu di sana" in dict(checks(gone, now=NOON))["surat masuk (IMAP)"]


def test_a_wrong_password_is_said_without_telling_it(server: MailServer) -> None:
    wrong = wiring.letterbox(Settings(imap_url=SecretStr(server.url.replace("%2F1", "%2F2"))))
    assert wrong is not None
    with pytest.raises(MailboxAway) as said, wrong.mailbox.opened():
        pass
    assert str(said.value) == "nama atau kata sandi ditolak"
