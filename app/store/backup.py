"""One file with everything an installation holds: the database and the attachments."""

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from app.store.session import Database

_DATABASE = "loket.db"
_DUMP = "loket.dump"
_KEPT = ("attachments", "secret")


class BackupFailed(Exception):
    """One sentence on what stood in the way; nothing was replaced."""


def save(database: Database, data: Path, target: Path) -> None:
    """Write `target` (zip) while everything runs: the database as of one instant, then files.

    PostgreSQL needs pg_dump on the path. Raises BackupFailed.
    """
    if target.exists():
        raise BackupFailed(f"{target} exists already.")
    part = target.with_suffix(f"{target.suffix}.part")
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(part, "w") as archive:
        dump = _dump(database, Path(folder))
        archive.write(dump, dump.name, zipfile.ZIP_DEFLATED)
        for path in (path for name in _KEPT for path in _files(data / name)):
            archive.write(path, path.relative_to(data))
    part.replace(target)


def restore(database: Database, data: Path, source: Path) -> None:
    """Put a backup in place of an empty installation. Raises BackupFailed."""
    if not zipfile.is_zipfile(source):
        raise BackupFailed(f"{source} is no backup of Loket.")
    with zipfile.ZipFile(source) as archive, tempfile.TemporaryDirectory() as folder:
        if broken := archive.testzip():
            raise BackupFailed(f"{source} is damaged at {broken}.")
        archive.extractall(folder)
        _undump(database, Path(folder))
        for name in _KEPT:
            if (Path(folder) / name).is_dir():
                shutil.copytree(Path(folder) / name, data / name, dirs_exist_ok=True)
            elif (Path(folder) / name).exists():
                shutil.copy2(Path(folder) / name, data / name)


def _dump(database: Database, folder: Path) -> Path:
    if database.is_sqlite:
        target = folder / _DATABASE
        with database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
        return target
    target = folder / _DUMP
    _run("pg_dump", "--format=custom", f"--file={target}", f"--dbname={_plain_url(database)}")
    return target


def _undump(database: Database, folder: Path) -> None:
    kept = folder / (_DATABASE if database.is_sqlite else _DUMP)
    if not kept.exists():
        raise BackupFailed("The backup is of another kind of database.")
    if not database.is_sqlite:
        url = f"--dbname={_plain_url(database)}"
        _run("pg_restore", "--exit-on-error", "--no-owner", "--single-transaction", url, str(kept))
        return
    path = Path(database.url.database or "")
    if path.exists():
        raise BackupFailed(f"{path} exists already; move it away first.")
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(kept, path)


def _run(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        raise BackupFailed(f"{program} is not on the path.")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BackupFailed(f"{program} failed: {done.stderr.strip().splitlines()[-1:]}")


def _plain_url(database: Database) -> str:
    return database.url.set(drivername="postgresql").render_as_string(hide_password=False)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [each for each in sorted(path.rglob("*")) if each.is_file()]
