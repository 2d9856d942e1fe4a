"""How fast extracts are loaded and answered from, and how that grows.

    python -m tests.bench.snapshot [--only sqlite|postgresql] PEOPLE [PEOPLE ...]

For each size and database: the first load, the next day's (one row in a hundred changed), answers,
pages looked at (PostgreSQL), size on disk, and the loader's memory and time of the processor.
Of the pages of "name and birth" all but some dozens are looks at the visibility map, one for each
name of that day, always in memory.
PostgreSQL runs without fsync, as in the tests. The last lines give each figure as a ratio to the
smallest size. Extracts are made in a temporary folder.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url, text

from app.register.snapshot import SnapshotAccounts, SnapshotDapodik
from app.settings import process_environment
from app.store.schema import migrate
from app.store.session import Database
from models.values import AccountAddress, Npsn
from tests.bench import register_world as made
from tests.support.postgres import temporary_postgres

_QUESTIONS = 300
Figures = dict[str, float]


def main(arguments: list[str]) -> None:
    only = arguments[1] if arguments[:1] == ["--only"] else None
    sizes = [int(each) for each in arguments[2 if only else 0 :]] or [100_000]
    for kind in ("sqlite", "postgresql"):
        if only not in {None, kind}:
            continue
        found = {size: _measured(kind, size) for size in sizes}
        for size in sizes[1:]:
            ratios = (
                f"{name} x{found[size][name] / value:.2f}"
                for name, value in found[sizes[0]].items()
                if value
            )
            print(f"{kind} {size / sizes[0]:.0f} times the people: {', '.join(ratios)}", flush=True)


def _measured(kind: str, people: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder, _database(kind, Path(folder)) as database:
        migrate(database)
        figures: Figures = {}
        for day, name in ((0, "first load"), (1, "next day")):
            extract = made.write(Path(folder) / f"hari-{day}", people, day)
            size = sum(each.stat().st_size for each in extract.iterdir())
            seconds, processor, memory = _loaded(database, extract)
            rows = sum(_lines(each) for each in extract.glob("*.jsonl"))
            figures[f"{name} s"], figures[f"{name} CPU s"] = seconds, processor
            figures[f"{name} MB of memory"] = memory
            print(
                f"{kind} {people} people, {name}: {rows} rows, {size / 1e6:.0f} MB of files, "
                f"{seconds:.1f} s, {rows / seconds:.0f} rows/s; the loader: {processor:.1f} CPU s, "
                f"{memory:.0f} MB of memory",
                flush=True,
            )
            for each in extract.iterdir():
                each.unlink()
        figures["MB on disk"] = _disk(database)
        print(f"{kind} {people} people, on disk: {figures['MB on disk']:.0f} MB", flush=True)
        return figures | _answers(kind, database, people)


def _answers(kind: str, database: Database, people: int) -> Figures:
    register, accounts = SnapshotDapodik(database), SnapshotAccounts(database)
    schools, staff = max(people * 4 // 1000, 1), people * 6 // 100
    draw = random.Random(7)  # noqa: S311 the same questions each time
    # Nine in ten have an account; the tenth is not asked after.
    someone = [draw.randrange(people // 10) * 10 + draw.randrange(9) for _ in range(_QUESTIONS)]
    asked: dict[str, Callable[[int], object]] = {
        "person by NIK": lambda each: register.people_with(made.nik_of(each)),
        "person by name and birth": lambda each: register.people_named(
            made.name_of(each), made.born(each, staff)
        ),
        "records of a school": lambda each: register.school(Npsn(made.npsn_of(each % schools))),
        "account by address": lambda each: accounts.by_address(
            AccountAddress(made.address(each, staff, schools))
        ),
        "accounts of a person": lambda each: accounts.of_person(made.person_id(each)),
        "school by name": lambda each: register.schools_named(made.school_name(each % schools)),
    }
    figures: Figures = {}
    for name, ask in asked.items():
        first = time.perf_counter()
        ask(someone[0])
        first = time.perf_counter() - first
        before = _pages(database)
        taken = sorted(_seconds(ask, each) for each in someone)
        pages = (_pages(database) - before) / _QUESTIONS
        p50, p95 = (1000 * taken[int(len(taken) * share)] for share in (0.5, 0.95))
        figures[f"{name} p50 ms"], figures[f"{name} p95 ms"] = p50, p95
        figures[f"{name} pages"] = pages
        print(
            f"{kind} {people} people, {name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms, "
            f"first {1000 * first:.0f} ms, {pages:.0f} pages",
            flush=True,
        )
    return figures


def _seconds(ask: Callable[[int], object], each: int) -> float:
    start = time.perf_counter()
    found = ask(each)
    taken = time.perf_counter() - start
    if found is None:
        raise ValueError(each)
    return taken


def _loaded(database: Database, extract: Path) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of the processor, and the largest memory in MB."""
    url = database.url.render_as_string(hide_password=False)
    environment = process_environment(database_url=url, data_dir=str(extract.parent))
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "snapshot", "load", str(extract)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(extract)
    seconds = time.perf_counter() - start
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _disk(database: Database) -> float:
    if database.is_sqlite:
        return Path(database.url.database or "").stat().st_size / 1e6
    with database.read() as session:
        query = text("SELECT pg_database_size(current_database())")
        return float(session.execute(query).scalar_one()) / 1e6


def _pages(database: Database) -> float:
    """Pages of tables and indexes that PostgreSQL has looked at; the same on a busy machine."""
    if database.is_sqlite:
        return 0.0
    time.sleep(1.5)  # a connection reports what it did when it has been idle for a second
    database.engine.dispose()  # and when it ends
    time.sleep(0.5)
    columns = "heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit"
    query = f"SELECT sum({columns}) FROM pg_statio_user_tables WHERE relname LIKE '%row'"  # noqa: S608
    with database.read() as session:
        return float(session.execute(text(query)).scalar_one())


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in file)


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[Database]:
    if kind == "sqlite":
        with closing(Database(f"sqlite:///{folder / 'loket.db'}")) as database:
            yield database
        return
    with temporary_postgres() as pattern:
        url = make_url(pattern.format(database="postgres")).set(drivername="postgresql")
        server = url.render_as_string(hide_password=False)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE loket")
        with closing(Database(pattern.format(database="loket"))) as database:
            yield database


if __name__ == "__main__":
    main(sys.argv[1:])
