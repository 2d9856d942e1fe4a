"""What the import commands do: read the file, bring it in, tell what came."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app import states
from app.brought import bring
from app.cli import caller
from app.cli.database import migrate, reached
from app.intake import exports, thread
from app.intake.bring import Found, bring_thread
from app.intake.comment import Thread
from app.intake.numbering import Numbering
from app.intake.rows import BadRow, WrongFile, text_of
from app.linking import connect
from app.linking.marks import Seal, sealer
from app.settings import Settings
from app.store import tickets
from app.store.session import Database
from app.wiring import secret_of


def bring_thread_of(file: Path, source: str, chosen: Settings) -> int:
    """The exit status: 0, 1 when rows were left out, 2 for a file without comments."""
    try:
        read = thread.parse(_text(file))
    except WrongFile as error:
        return _refuse(file, error)
    with _database(chosen) as (database, numbering):
        found = bring_thread(
            database,
            read,
            source=source or read.article or "artikel",
            numbering=numbering,
            now=datetime.now(UTC),
            on_progress=_progress,
        )
        _mark(database, sealer(numbering.secret))
        _reconsider(database, found)
    _tell_thread(read, found)
    return _tell_bad(read.bad)


def bring_tickets_of(file: Path, chosen: Settings) -> int:
    """The exit status: 0, 1 when rows were left out, 2 for a file without tickets."""
    try:
        exported, bad = exports.parse_tickets(_text(file))
    except WrongFile as error:
        return _refuse(file, error)
    with _database(chosen) as (database, numbering):
        brought = bring(
            database,
            exported,
            numbering=numbering,
            now=datetime.now(UTC),
            on_progress=_progress,
        )
        _mark(database, sealer(numbering.secret))
    print(f"Tiket baru: {brought.added}")
    print(f"Diperbarui: {brought.changed}")
    print(f"Tidak berubah: {brought.unchanged}")
    print(f"Dihapus di sistem asal, tidak diambil: {brought.deleted}")
    for number in brought.taken:
        print(f"Nomor {number}: sudah dipakai laporan lain", file=sys.stderr)
    return max(_tell_bad(bad), int(bool(brought.taken)))


def _text(file: Path) -> str:
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise WrongFile("Berkas tidak dapat dibaca.") from error
    return text_of(content)


def _refuse(file: Path, error: WrongFile) -> int:
    """The exit status of a wrong file, after its one sentence."""
    print(f"loket: {file}: {error}", file=sys.stderr)
    return 2


@contextmanager
def _database(chosen: Settings) -> Iterator[tuple[Database, Numbering]]:
    with reached(chosen) as database:
        migrate(database)
        yield database, Numbering(secret_of(chosen), chosen.first_number, by=caller())


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} dari {total}", end="\n" if done == total else "", file=sys.stderr)
    elif done == total or done % 1000 == 0:
        print(f"{done} dari {total}", file=sys.stderr)


def _reconsider(database: Database, found: Found) -> None:
    """Askers who wrote again since the last import."""
    for number in found.reopened:
        with database.write() as session:
            ticket = tickets.locked(session, tickets.by_number(session, number).id)
            states.received_again(
                session, ticket, by=states.REQUESTER, kind="message_added", now=datetime.now(UTC)
            )


def _mark(database: Database, seal: Seal) -> None:
    """What came settled is never considered, but a follow-up must find it."""
    after: int | None = 0
    while after is not None:
        with database.write() as session:
            after = connect.mark_settled(session, seal=seal, after=after)


def _tell_thread(read: Thread, found: Found) -> None:
    announced = "tidak disebutkan" if read.announced is None else read.announced
    print(f"Komentar diumumkan: {announced}")
    print(f"Komentar terbaca: {found.present}")
    print(f"Laporan: {found.cases} (baru {found.tickets}, sudah ada {found.already_there})")
    print(f"Balasan petugas: {found.replies}")
    print(f"Nomor laporan: {found.numbers}")
    print(f"Balasan ganda: {found.duplicates}")
    print(f"Balasan tanpa penanya di halaman ini: {found.orphans}")
    print(f"Belum dijawab: {found.unanswered}")


def _tell_bad(bad: Sequence[BadRow]) -> int:
    """The exit status: 1 when rows were left out."""
    for row in bad:
        print(f"Baris {row.line}: {row.reason}", file=sys.stderr)
    if bad:
        print(f"Baris tidak terpakai: {len(bad)}", file=sys.stderr)
    return 1 if bad else 0
