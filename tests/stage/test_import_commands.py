"""The import commands say what they brought, and refuse a wrong file in one sentence."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.intake.receive import Submission, receive
from app.store import marks, tickets
from app.store.session import Database
from models import Ticket
from models.vocabulary import Channel, TicketState

PAGE = """Judul

Komentar

12 comments

  • rini w

    akun guru baru belum muncul

    1
  • Dodi

    akun saya hilang

    0
  • Helpdesk Akun belajar.id (Nama)

    Selamat siang Ibu rini w, kami telah mengirimkannya ke email Anda, di nomor laporan #800123.

    0
Please sign in to leave a comment.
"""


def all_tickets(database: Database) -> list[Ticket]:
    with database.read() as session:
        return list(tickets.after(session, 0, limit=1000))


def test_a_thread_is_brought_in_twice_by_command(
    loket: Callable[..., int],
    database: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "utas.txt").write_text(PAGE)
    assert loket("import", "thread", "utas.txt") == 0
    assert "Laporan: 2 (baru 2, sudah ada 0)" in capsys.readouterr().out
    assert loket("import", "thread", "utas.txt") == 0
    told = capsys.readouterr().out
    assert "Laporan: 2 (baru 0, sudah ada 2)" in told
    settled = next(each for each in all_tickets(database) if each.state is TicketState.CLOSED)
    with database.read() as session:
        assert marks.of_tickets(session, [settled.id])[settled.id]
    assert "Komentar diumumkan: 12" in told
    assert "Belum dijawab: 1" in told
    assert [each.number for each in all_tickets(database)] == [800_123, 800_124]


def test_who_wrote_again_since_is_looked_at_again(
    loket: Callable[..., int], database: Database, tmp_path: Path
) -> None:
    (tmp_path / "utas.txt").write_text(PAGE)
    loket("import", "thread", "utas.txt")
    more = "  • rini w\n\n    belum ada balasan min\n\n    0\nPlease sign"
    (tmp_path / "utas.txt").write_text(PAGE.replace("Please sign", more))
    assert loket("import", "thread", "utas.txt") == 0
    with database.read() as session:
        ticket = tickets.by_number(session, 800_123)
        owed = [each.workflow_id for each in database.queue.list_workflows()]
    assert (ticket.state, ticket.revision) == (TicketState.RECEIVED, 2)
    assert "triage-800123-2-0" in owed


def test_bad_rows_are_named_and_the_good_ones_come_in(
    loket: Callable[..., int],
    database: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [{"id": 710_000, "status": "open", "subject": "a"}, {"id": "x", "subject": "b"}]
    (tmp_path / "tiket.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert loket("import", "tickets", "tiket.jsonl") == 1
    told = capsys.readouterr()
    assert "Tiket baru: 1" in told.out
    assert "Baris 2: nomor laporan bukan bilangan" in told.err
    assert len(all_tickets(database)) == 1


def test_a_ticket_done_over_there_is_closed_here(
    loket: Callable[..., int], database: Database, tmp_path: Path
) -> None:
    for status in ("open", "solved"):
        table = f"id;subject;status\n710000;Akun hilang;{status}\n"
        (tmp_path / "tiket.csv").write_text(table)
        assert loket("import", "tickets", "tiket.csv") == 0
    (ticket,) = all_tickets(database)
    assert ticket.state is TicketState.CLOSED


@pytest.mark.parametrize(
    ("what", "content"),
    [
        pytest.param("thread", b"Judul saja", id="no comments"),
        pytest.param("thread", b"{}", id="other JSON"),
        pytest.param("thread", b"\xff\xfa\x00", id="no text"),
        pytest.param("tickets", b"a,b\n1,2\n", id="another table"),
        pytest.param("tickets", None, id="no file"),
    ],
)
def test_a_wrong_file_gets_one_sentence(
    loket: Callable[..., int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    what: str,
    content: bytes | None,
) -> None:
    if content is not None:
        (tmp_path / "berkas").write_bytes(content)
    assert loket("import", what, "berkas") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1


def test_a_number_of_our_own_is_named(
    loket: Callable[..., int],
    database: Database,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with database.write() as session:
        number = receive(
            session,
            Submission(Channel.FORM, "akun hilang"),
            secret=b"for the tests only",
            files=tmp_path,
            first_number=700_000,
            now=datetime.now(UTC),
        ).number
    (tmp_path / "tiket.csv").write_text(f"id,subject\n{number},Akun\n710000,Akun\n")
    assert loket("import", "tickets", "tiket.csv") == 1
    told = capsys.readouterr()
    assert f"Nomor {number}: sudah dipakai laporan lain" in told.err
    assert "Tiket baru: 1" in told.out


def test_standard_input_is_a_file_too(
    loket: Callable[..., int], monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert loket("import", "thread", "-") == 0
    assert len(all_tickets(database)) == 2
