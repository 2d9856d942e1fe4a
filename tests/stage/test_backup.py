"""A backup taken while running holds everything, and an empty installation can be made of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.intake.receive import Submission, receive
from app.store import backup, tickets
from app.store.session import Database
from models.vocabulary import Channel


@pytest.mark.usefixtures("dump_programs")
def test_what_was_received_is_in_the_restored_copy(
    database: Database, empty_database_url: str, tmp_path: Path
) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    (data / "attachments").mkdir(parents=True)
    (data / "attachments" / "bukti").write_bytes(b"isi")
    with database.write() as session:
        receipt = receive(
            session,
            Submission(channel=Channel.FORM, text="akun saya belum ada"),
            secret=b"rahasia",
            files=data / "attachments",
            first_number=700_000,
            now=datetime(2026, 11, 25, 5, tzinfo=UTC),
        )
    backup.save(database, data, tmp_path / "cadangan.zip")

    copy = Database(empty_database_url)
    backup.restore(copy, elsewhere, tmp_path / "cadangan.zip")
    with copy.read() as session:
        ticket = tickets.by_number(session, receipt.number)
        assert tickets.messages_of(session, ticket.id)[0].body == "akun saya belum ada"
    copy.close()
    assert (elsewhere / "attachments" / "bukti").read_bytes() == b"isi"


@pytest.mark.usefixtures("dump_programs")
def test_a_restore_never_overwrites(database: Database, tmp_path: Path) -> None:
    backup.save(database, tmp_path / "data", tmp_path / "cadangan.zip")
    with pytest.raises(backup.BackupFailed, match=r"exists already|pg_restore failed"):
        backup.restore(database, tmp_path / "data", tmp_path / "cadangan.zip")


def test_another_file_is_no_backup(database: Database, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("bukan cadangan")
    with pytest.raises(backup.BackupFailed, match="no backup"):
        backup.restore(database, tmp_path, tmp_path / "surat.txt")
