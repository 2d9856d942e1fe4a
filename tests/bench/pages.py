"""How long pages take with many tickets, as ratios to the smallest desk.

`python -m tests.bench.pages [--sizes 10000 1000000] [--postgresql] [--keep FOLDER]
[--only WORD] [--rounds 15] [--limit 1.3]`

Pages of all sizes are opened in turns, so that what else the machine does meanwhile falls on each
alike; what is told is the shortest of the rounds, for other work only ever adds to it. `--keep`
leaves the databases in that folder and takes those that are there. With `--limit` the exit status
is 1 where a page that shows the same amount at every size takes that many times longer than with
the smallest.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy
from fastapi.testclient import TestClient

from app.kit.clock import wib_day
from app.main import create_app
from app.report import days
from app.store import queue, statistics
from app.store.days import due as days_due
from app.store.schema import migrate
from app.store.session import Database
from app.web.site import Site
from tests.bench import many_tickets
from tests.bench.desk_pages import SECRET, TOKEN, Page, pages
from tests.support.postgres import kept_postgres, temporary_postgres

_STEP = timedelta(seconds=11)  # beyond what the counts of views are kept for


@dataclass
class Desk:
    """A desk of one size on the evening after its last report; each visit is a little later."""

    database: Database
    now: datetime

    def __post_init__(self) -> None:
        site = Site(
            database=self.database,
            secret=SECRET,
            files=Path(tempfile.gettempdir()),
            public_url="http://testserver",
            first_number=100_000,
            attachment_limit=2_000_000,
            attachments_per_message=4,
            api_tokens=(TOKEN,),
            clock=lambda: self.now,
        )
        app = create_app(site)
        self.client = TestClient(app, base_url="http://testserver")
        page = self.client.get("/masuk").text
        token = page.partition('name="csrf" value="')[2].partition('"')[0]
        fields = {"nama_pengguna": "ukur", "kata_sandi": many_tickets.PASSWORD, "csrf": token}
        self.client.post("/masuk", data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    def visit(self, address: str) -> float:
        """Seconds, until all of a page or file is there."""
        self.now += _STEP
        headers = {"Authorization": f"Bearer {TOKEN}"} if address.startswith("/api/") else {}
        begun = time.perf_counter()
        answer = self.client.get(address, headers=headers)
        took = time.perf_counter() - begun
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return took


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    options.add_argument("--postgresql", action="store_true")
    options.add_argument("--keep", type=Path)
    options.add_argument("--only", default="")
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--limit", type=float)
    asked = options.parse_args()
    with ExitStack() as stack:
        desks = {size: stack.enter_context(_desk(size, asked)) for size in asked.sizes}
        known = {size: pages(desk.database, desk.client, size) for size, desk in desks.items()}
        first = asked.sizes[0]
        over = []
        for name, page in known[first].items():
            if asked.only not in name:
                continue
            addresses = {size: known[size][name].address for size in asked.sizes}
            times = _times(desks, addresses, asked.rounds)
            print(_row(name, page, times), flush=True)
            worst = max(times.values()) / times[first]
            if page.is_bounded and asked.limit and worst > asked.limit:
                over.append(name)
    if over:
        print(f"over {asked.limit}: {', '.join(over)}")
    return 1 if over else 0


def _times(
    desks: Mapping[int, Desk], addresses: Mapping[int, str], rounds: int
) -> Mapping[int, float]:
    """The shortest, the sizes in turns; each first visit is left out."""
    found: dict[int, list[float]] = {size: [] for size in desks}
    for number in range(rounds + 1):
        for size, desk in desks.items():
            took = desk.visit(addresses[size])
            if number:
                found[size].append(took)
    return {size: min(each) for size, each in found.items()}


def _row(name: str, page: Page, times: Mapping[int, float]) -> str:
    first = next(iter(times.values()))
    cells = "  ".join(
        f"{size:>9,}: {each * 1000:7.1f} ms ({each / first:5.2f})" for size, each in times.items()
    )
    return f"{name:<62}{cells}{'' if page.is_bounded else '  grows with what is asked'}"


def _keep_days(database: Database, now: datetime) -> None:
    """What the worker has done by then."""
    begun, kept = time.perf_counter(), 0
    while due := _due(database, now):
        days.renew(database, now)
        kept += due
    if kept:
        took = (time.perf_counter() - begun) / kept * 1000
        print(f"{kept} days kept, {took:.0f} ms each")


def _due(database: Database, now: datetime) -> int:
    with database.read() as session:
        return len(days_due(session, wib_day(now), limit=20))


@contextmanager
def _desk(size: int, asked: argparse.Namespace) -> Iterator[Desk]:
    opened = _postgresql if asked.postgresql else _sqlite
    with opened(asked.keep, size) as (database, is_new):
        if is_new:
            begun = time.perf_counter()
            migrate(database)
            for done in many_tickets.fill(database, size):
                print(f"\r{done:,}", end="", file=sys.stderr)
            print(f"\r{size:,} tickets made in {time.perf_counter() - begun:.0f} s")
        migrate(database)
        statistics.renew(database)
        with database.read() as session:
            newest = queue.newest(session, ())
        assert newest is not None
        now = newest + timedelta(hours=3)
        _keep_days(database, now)
        yield Desk(database, now)
        database.close()


@contextmanager
def _sqlite(keep: Path | None, size: int) -> Iterator[tuple[Database, bool]]:
    with tempfile.TemporaryDirectory() as folder:
        path = (keep / f"sqlite-{size}" if keep else Path(folder)) / "loket.db"
        is_new = not path.exists()
        yield Database(f"sqlite:///{path}"), is_new


@contextmanager
def _postgresql(keep: Path | None, size: int) -> Iterator[tuple[Database, bool]]:
    place = kept_postgres(keep / f"postgresql-{size}") if keep else temporary_postgres()
    with place as url:
        is_new = not _names(url.format(database="postgres"))
        yield Database(url.format(database="ukur")), is_new


def _names(url: str) -> Sequence[str]:
    """Makes the database where it is missing; "" for a new one."""
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
    ask = partial(sqlalchemy.text, "SELECT datname FROM pg_database WHERE datname = 'ukur'")
    with engine.connect() as connection:
        found = connection.execute(ask()).scalars().all()
        if not found:
            connection.exec_driver_sql("CREATE DATABASE ukur")
    engine.dispose()
    return found


if __name__ == "__main__":
    sys.exit(main())
