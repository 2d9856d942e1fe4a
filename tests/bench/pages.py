"""How long the staff's pages take with many tickets, as ratios to the smallest desk.

`python -m tests.bench.pages [--sizes 10000 1000000] [--postgresql]`
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy
from fastapi.testclient import TestClient

from app.access.colleagues import add_colleague
from app.kit.clock import wib_day
from app.main import create_app
from app.store.schema import migrate
from app.store.session import Database
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.bench import many_tickets
from tests.support.postgres import temporary_postgres

_ROUNDS = 15
_PASSWORD = "kata-sandi-untuk-ukur"


def pages(size: int) -> Mapping[str, str]:
    newest = 300_000 + size - 1
    return {
        "queue": "/antrean",
        "queue, all, newest": "/antrean?tampilan=semua",
        "queue, a category": "/antrean?tampilan=semua&kategori=activation",
        "ticket": f"/tiket/{newest}",
        "ticket, solved alike": f"/tiket/{newest}/serupa",
        "mentions": "/sebutan",
        "search, common word": "/antrean?tampilan=semua&cari=akun",
        "search, three words": "/antrean?tampilan=semua&cari=akun+guru+belum",
        "search, rare filter": "/antrean?tampilan=kembali&cari=sandi",
        "search, a number": f"/antrean?tampilan=semua&cari={newest}",
        "search, typing error": "/antrean?tampilan=semua&cari=oprator",
        "figures": f"/angka?{_last_day(size)}",
        "reports of a figure": f"/angka/laporan?angka=settled&{_last_day(size)}",
        "targets": "/target",
    }


def _last_day(size: int) -> str:
    """The newest day whose reports are settled; it and the day before are as full at every size."""
    day = wib_day(many_tickets.START) + timedelta(days=size // many_tickets.A_DAY - 4)
    return f"dari={day}&sampai={day}"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    options.add_argument("--postgresql", action="store_true")
    asked = options.parse_args()
    measured: dict[int, Mapping[str, float]] = {}
    for size in asked.sizes:
        with _database(is_postgresql=asked.postgresql) as database:
            begun = time.perf_counter()
            for done in many_tickets.fill(database, size):
                print(f"\r{done:,}", end="", file=sys.stderr)
            print(f"\r{size:,} tickets made in {time.perf_counter() - begun:.0f} s")
            measured[size] = _times(database, size)
    first = measured[asked.sizes[0]]
    for name in first:
        row = "  ".join(
            f"{size:>9,}: {each[name] * 1000:7.1f} ms ({each[name] / first[name]:5.2f})"
            for size, each in measured.items()
        )
        print(f"{name:<22}{row}")
    return 0


def _times(database: Database, size: int) -> Mapping[str, float]:
    """Seconds, the median of the rounds; the first visit is left out."""
    client = _signed_in(database)
    found = {}
    for name, address in pages(size).items():
        assert client.get(address).status_code == 200, address
        visit = partial(client.get, address)
        found[name] = statistics.median(_timed(visit) for _ in range(_ROUNDS))
    return found


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _signed_in(database: Database) -> TestClient:
    now = datetime.now(UTC)
    with database.write() as session:
        role = StaffRole.SUPERVISOR
        add_colleague(session, "ukur", name="Ukur", role=role, password=_PASSWORD, now=now)
    site = Site(
        database=database,
        secret=b"rahasia-untuk-ukur-saja-32-byte!",
        files=Path(tempfile.gettempdir()),
        public_url="http://testserver",
        first_number=100_000,
        attachment_limit=2_000_000,
        attachments_per_message=4,
        api_tokens=(),
    )
    client = TestClient(create_app(site), base_url="http://testserver")
    page = client.get("/masuk").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    fields = {"nama_pengguna": "ukur", "kata_sandi": _PASSWORD, "csrf": token}
    client.post("/masuk", data=fields, headers={"Sec-Fetch-Site": "same-origin"})
    return client


@contextmanager
def _database(*, is_postgresql: bool) -> Iterator[Database]:
    if not is_postgresql:
        with tempfile.TemporaryDirectory() as folder:
            yield from _opened(f"sqlite:///{folder}/loket.db")
        return
    with temporary_postgres() as url:
        engine = sqlalchemy.create_engine(
            url.format(database="postgres"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.exec_driver_sql("CREATE DATABASE ukur")
        engine.dispose()
        yield from _opened(url.format(database="ukur"))


def _opened(url: str) -> Iterator[Database]:
    database = Database(url)
    migrate(database)
    try:
        yield database
    finally:
        database.close()


if __name__ == "__main__":
    sys.exit(main())
