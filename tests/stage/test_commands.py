"""The commands of the person who runs an installation: each as a process, with its exit status."""

import signal
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server

import pytest
from sqlalchemy import text

from app.access import trail
from app.access.trail import Deed
from app.cli import main
from app.store import gaps, series, staff, tickets
from app.store.schema import is_current
from app.store.session import Database
from models.vocabulary import SkipReason, StaffRole, TrailAction
from tests.support.installation import Installation, wait_for
from tests.support.servers import free_port

pytestmark = pytest.mark.slow

NOBODY_LISTENS = "postgresql+psycopg://loket:rahasia-sekali@127.0.0.1:9/loket"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)


def status_of(bind: str, path: str) -> int:
    """The HTTP status; 0 while nobody answers."""
    connection = HTTPConnection(bind, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def is_one_sentence(out: str, err: str) -> None:
    assert out == ""
    assert err.startswith("loket: ")
    assert err.count("\n") == 1
    assert "rahasia-sekali" not in err


def forget_schema(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")


def test_serve_answers_and_stops_on_a_signal(installation: Installation) -> None:
    bind = f"127.0.0.1:{free_port()}"
    installation.environment["LOKET_BIND"] = bind
    pages = installation.start("serve")
    wait_for(lambda: status_of(bind, "/healthz") == 200, "an answer")
    assert status_of(bind, "/readyz") == 503  # no worker is there
    pages.process.send_signal(signal.SIGTERM)
    assert pages.ends(seconds=10) == 0
    assert not pages.says("Traceback")


@on_sqlite
def test_serve_refuses_an_address_in_use(installation: Installation) -> None:
    taken = installation.environment["LOKET_DAPODIK_URL"].removeprefix("http://")
    refused = installation.run("serve", LOKET_BIND=taken)
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"loket: Alamat {taken} tidak dapat dipakai")
    is_one_sentence(refused.stdout, refused.stderr)


@on_postgresql
def test_an_old_schema_is_refused_on_postgresql(installation: Installation) -> None:
    forget_schema(installation.database)
    refused = installation.run("serve")
    assert refused.returncode == 2
    assert refused.stderr == (
        "loket: Skema basis data belum yang terbaru; jalankan `loket migrate` dahulu.\n"
    )


@on_sqlite
def test_migrating_twice_and_at_once_is_harmless(installation: Installation) -> None:
    fresh = f"sqlite:///{installation.folder / 'baru' / 'loket.db'}"
    installation.environment["LOKET_DATABASE_URL"] = fresh
    for started in [installation.start("migrate") for _ in range(3)]:
        assert started.ends() == 0, started.log.read_text()
    assert installation.run("migrate").returncode == 0
    database = Database(fresh)
    assert is_current(database)
    database.close()


@on_sqlite
def test_doctor_lists_every_setting_and_finds_all_well(installation: Installation) -> None:
    found = installation.run("doctor")
    assert found.returncode == 0, found.stdout + found.stderr
    for name in type(installation.settings()).model_fields:
        assert f"LOKET_{name.upper()} = " in found.stdout
    assert installation.environment["LOKET_SECRET_KEY"] not in found.stdout
    assert "LOKET_SECRET_KEY = ********  (lingkungan" in found.stdout
    assert "LOKET_HOURS = Mon-Fri 09:00-17:00  (bawaan" in found.stdout
    assert "gagal" not in found.stdout


@on_sqlite
def test_doctor_finds_what_is_away_and_shows_no_password(installation: Installation) -> None:
    installation.without_classifier()
    found = installation.run(
        "doctor", LOKET_DATABASE_URL=NOBODY_LISTENS, LOKET_DAPODIK_URL="http://127.0.0.1:9"
    )
    assert found.returncode == 1
    assert "rahasia-sekali" not in found.stdout + found.stderr
    assert "postgresql+psycopg://loket:********@127.0.0.1:9/loket" in found.stdout
    failed = [line for line in found.stdout.splitlines() if line.startswith("gagal")]
    assert [line.split()[1].rstrip(":") for line in failed] == [
        "basis",
        "pengklasifikasi",
        "Dapodik",
    ]


@pytest.mark.parametrize(
    ("command", "name", "value"),
    [
        pytest.param("serve", "LOKET_BIND", "di mana saja", id="bind"),
        pytest.param("work", "LOKET_DATABASE_URL", "mysql://loket@basis.example/loket", id="kind"),
        pytest.param("work", "LOKET_HOURS", "kapan saja", id="hours"),
        pytest.param("work", "LOKET_SMTP_URL", "rahasia-sekali@surat.example", id="mail server"),
        pytest.param(
            "work", "LOKET_IMAP_URL", "imap://loket:rahasia-sekali@surat.example", id="open mailbox"
        ),
        pytest.param("work", "LOKET_IMAP_URL", "imaps://l:rahasia-sekali@s.id:x", id="port"),
        pytest.param("serve", "LOKET_DAPODIK_URL", "sekolah.example:5774", id="web address"),
        pytest.param("migrate", "LOKET_DATABASE_URL", NOBODY_LISTENS, id="unreachable"),
        pytest.param("report", "LOKET_DATABASE_URL", NOBODY_LISTENS, id="unreachable figures"),
        pytest.param("backup", "LOKET_DATABASE_URL", "sqlite:////proc/x/loket.db", id="unwritable"),
    ],
)
def test_a_wrong_setting_ends_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    command: str,
    name: str,
    value: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    words = [command, "cadangan.zip"] if command == "backup" else [command]
    monkeypatch.setattr("sys.argv", ["loket", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    is_one_sentence(*capfd.readouterr())


@pytest.mark.parametrize(
    "words", [["demo"], ["standin", "--world", "dunia"]], ids=["demo", "standin"]
)
def test_an_address_that_cannot_be_had_is_told_at_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with create_server(("127.0.0.1", 0)) as taken:
        for bind in ("nope", f"127.0.0.1:{taken.getsockname()[1]}"):
            monkeypatch.setattr("sys.argv", ["loket", *words, "--bind", bind])
            with pytest.raises(SystemExit) as ended:
                main()
            assert ended.value.code == 2
            is_one_sentence(*capfd.readouterr())
    assert not (tmp_path / "var").exists()


@on_sqlite
@pytest.mark.parametrize(
    ("command", "name", "value"),
    [
        pytest.param("serve", "LOKET_BIND", "127.0.0.1:99999", id="port"),
        pytest.param("work", "LOKET_DATABASE_URL", NOBODY_LISTENS, id="unreachable"),
        pytest.param("work", "LOKET_DIRECTORY_PRIVATE_KEY", "tidak-ada.pem", id="key"),
    ],
)
def test_what_stops_the_start_is_told_in_one_sentence(
    installation: Installation, command: str, name: str, value: str
) -> None:
    refused = installation.run(command, **{name: value})
    assert refused.returncode == 2
    is_one_sentence(refused.stdout, refused.stderr)


@on_sqlite
def test_a_colleague_is_added_with_the_password_from_standard_input(
    installation: Installation,
) -> None:
    words = ("staff", "add", "Ratnasari", "--name", "Ratnasari", "--role", "supervisor")
    weak = installation.run(*words, given="pendek\n")
    assert (weak.returncode, weak.stderr.count("\n")) == (2, 1)
    added = installation.run(*words, given="sandi-untuk-uji-saja\n")
    assert (added.returncode, added.stderr) == (0, "")
    with installation.database.read() as session:
        colleague = staff.by_username(session, "ratnasari")
    assert colleague is not None
    assert colleague.role is StaffRole.SUPERVISOR
    again = installation.run(*words, given="sandi-untuk-uji-saja\n")
    assert again.returncode == 2
    assert "sudah dipakai" in again.stderr


@pytest.mark.usefixtures("dump_programs")
def test_a_backup_restores_an_empty_installation(
    installation: Installation, empty_database_url: str, tmp_path: Path
) -> None:
    [ticket_id] = installation.receives()
    file = tmp_path / "cadangan.zip"
    saved = installation.run("backup", str(file))
    assert (saved.returncode, saved.stderr) == (0, "")
    overwritten = installation.run("backup", str(file))
    assert (overwritten.returncode, overwritten.stderr.count("\n")) == (2, 1)

    elsewhere = {
        "LOKET_DATABASE_URL": empty_database_url,
        "LOKET_DATA_DIR": str(tmp_path / "lain"),
    }
    restored = installation.run("restore", str(file), "--reason", "disk rusak", **elsewhere)
    assert (restored.returncode, restored.stderr) == (0, "")
    copy = Database(empty_database_url)
    with copy.read() as session:
        number = installation.ticket(ticket_id).number
        assert tickets.by_number(session, number).id == ticket_id
    with copy.write() as session:
        # Those given since the backup are never given again.
        next_one = series.next_number(session, above=700_000, now=datetime.now(UTC))
        assert next_one == number + 100_001
        newest = gaps.skips(session)[-1]
    assert (newest.first, newest.last) == (number + 1, number + 100_000)
    assert (newest.why, newest.reason) == (SkipReason.RESTORED, "disk rusak")
    assert newest.by
    copy.close()


def test_the_audit_trail_is_verified_and_names_a_changed_row(installation: Installation) -> None:
    with installation.database.write() as session:
        for _ in range(3):
            trail.record(session, Deed(TrailAction.SIGNED_IN), by="petugas", now=datetime.now(UTC))
    whole = installation.run("trail", "verify")
    assert whole.returncode == 0
    assert whole.stdout.splitlines()[-1] == "Jejak audit sampai baris 3: 0 temuan."
    assert "jejak audit (baris 3, " in installation.run("doctor").stdout
    with installation.database.write() as session:
        session.execute(text("UPDATE trail SET actor = 'lain' WHERE seq = 2"))
    broken = installation.run("trail", "verify")
    assert (broken.returncode, broken.stderr) == (1, "baris 2: diubah\n")
