"""`loket snapshot`: exit statuses, sentences, and a load that is killed half-way."""

import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from app.cli import WrongCall
from app.cli.extracts import list_extracts, load_extract
from app.register.snapshot import SnapshotDapodik
from app.settings import Settings, process_environment
from app.store.session import Database
from models.values import Npsn
from tests.support.extract import MONDAY, TUESDAY, WEDNESDAY, loaded, write_extract
from tests.support.installation import wait_for
from tests.unit.lookup import build

pytestmark = pytest.mark.slow
SCHOOLS = [build.school_row()]
MANY = 21_000
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def chosen(database: Database, tmp_path: Path) -> Settings:
    url = database.url.render_as_string(hide_password=False)
    return Settings(database_url=url, data_dir=tmp_path / "data")


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> Settings:
    folder = tmp_path / "sendiri"
    folder.mkdir()
    return Settings(database_url=f"sqlite:///{folder / 'loket.db'}", data_dir=folder)


@pytest.fixture
def start(chosen: Settings, tmp_path: Path) -> Start:
    environment = process_environment(
        database_url=chosen.database_url, data_dir=str(chosen.data_dir)
    )

    def snapshot(*words: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "app", "snapshot", *map(str, words)]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=pipe, stderr=pipe, text=True
        )

    return snapshot


def test_loading_tells_what_came_and_listing_what_was(
    chosen: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load = partial(load_extract, chosen=chosen, accepted_loss=None, by="", reason="")
    pupils = [build.pupil_row(number) for number in range(1, 61)]
    first = write_extract(tmp_path / "a", MONDAY, sekolah=SCHOOLS, peserta_didik=pupils)
    wrong = [*pupils, {"npsn": build.SD, "nama": "Tanpa Nomor"}]
    second = write_extract(tmp_path / "b", TUESDAY, sekolah=SCHOOLS, peserta_didik=wrong)
    third = write_extract(tmp_path / "c", WEDNESDAY, sekolah=SCHOOLS, peserta_didik=pupils[:9])

    assert [load(first), load(first), load(second)] == [0, 0, 1]
    said = capsys.readouterr()
    assert "berlaku: 1 sekolah, 60 orang, 0 akun." in said.out
    assert "sudah dimuat sebelumnya" in said.out
    assert "peserta_didik.jsonl baris 61: peserta_didik_id kosong" in said.err
    assert "Tanpa Nomor" not in said.out + said.err
    with pytest.raises(WrongCall, match=r"Hilang 51 dari 60 orang \(85,0 %\)"):
        load(third)
    with pytest.raises(WrongCall, match="perlu --by"):
        load(third, accepted_loss=90, by="Sari")
    assert load(third, accepted_loss=90, by="Sari", reason="kelulusan") == 0

    capsys.readouterr()
    list_extracts(chosen)
    lines = capsys.readouterr().out.splitlines()
    assert ["Berlaku" in line for line in lines] == [True, False, False, False]
    assert "diterima Sari: kelulusan" in lines[0]
    assert "Ditolak" in lines[1]
    assert "1 baris dilewati" in lines[2]


def test_a_killed_load_leaves_the_extract_before_and_the_next_one_works(
    start: Start, database: Database, tmp_path: Path
) -> None:
    first = [build.pupil_row(1, "Lama Sekali")]
    loaded(database, write_extract(tmp_path / "a", MONDAY, sekolah=SCHOOLS, peserta_didik=first))
    pupils = [build.pupil_row(number, f"Murid Ke{number}") for number in range(1, MANY + 1)]
    mine = [build.account_row(1, "satu1@sd.belajar.id", build.pupil_id(1))]
    folder = write_extract(
        tmp_path / "b", TUESDAY, sekolah=SCHOOLS, peserta_didik=pupils, accounts=mine
    )
    with _last_table_locked(database):
        process = start("load", folder)
        wait_for(lambda: _half_loaded(database) > 0, "the first rows", seconds=60)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
    assert _names(database) == ["Lama Sekali"]
    assert _states(database) == ["loaded", "loading"]

    loaded(database, folder)
    assert len(_names(database)) == MANY
    assert _states(database) == ["loaded", "abandoned", "loaded"]
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM personrow")).scalar_one() == MANY + 1
    again = start("load", tmp_path / "a")
    out, err = again.communicate(timeout=60)
    assert (again.returncode, out) == (2, "")
    assert err.startswith("loket: Ekstrak ditolak: Ekstrak 24 Nov 2026 02.10 WIB lebih lama")
    assert err.count("\n") == 1


def test_a_full_disk_is_said_in_one_line_and_the_extract_before_stays(
    empty_sqlite: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load = partial(load_extract, chosen=empty_sqlite, accepted_loss=None, by="", reason="")
    first = [build.pupil_row(1, "Lama Sekali")]
    assert load(write_extract(tmp_path / "a", MONDAY, sekolah=SCHOOLS, peserta_didik=first)) == 0
    pupils = [build.pupil_row(number, f"Murid Ke{number}") for number in range(1, MANY + 1)]
    folder = write_extract(tmp_path / "b", TUESDAY, sekolah=SCHOOLS, peserta_didik=pupils)
    with _no_file_grows_beyond(4_000_000), pytest.raises(WrongCall, match="tetap berlaku"):
        load(folder)
    capsys.readouterr()
    list_extracts(empty_sqlite)
    lines = capsys.readouterr().out.splitlines()
    assert ["Berlaku" in line for line in lines] == [False, True]
    assert load(folder) == 0


@contextmanager
def _no_file_grows_beyond(size: int) -> Iterator[None]:
    """In bytes, for this process: what a full disk looks like to a database in it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def _last_table_locked(database: Database) -> Iterator[None]:
    """PostgreSQL puts a table in at once: it must be held before the last. SQLite goes in steps."""
    if database.is_sqlite:
        yield
        return
    with database.engine.connect() as connection:
        connection.execute(text("LOCK TABLE accountrow IN SHARE MODE"))
        yield
        connection.rollback()


def _half_loaded(database: Database) -> int:
    with database.read() as session:
        rows = session.execute(text("SELECT count(*) FROM personrow WHERE from_extract = 2"))
        return int(rows.scalar_one())


def _names(database: Database) -> list[str]:
    records = SnapshotDapodik(database).school(Npsn(build.SD))
    assert records is not None
    return [each.name for each in records.people]


def _states(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(text("SELECT state FROM extract ORDER BY id")).scalars())
