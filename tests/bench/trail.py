"""How long the audit trail takes: a look written down, rows chained, pages of few and of many.

python -m tests.bench.trail [ROWS]   on SQLite, in a folder of its own
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from app.access import checking, trail
from app.access.trail import Deed
from app.store import trail as rows
from app.store import trail_checks
from app.store.schema import migrate
from app.store.session import Database
from app.store.trail import Wanted
from models import Trail
from models.vocabulary import TrailAction

NOW = datetime(2026, 11, 25, 5, tzinfo=UTC)
SECRET = b"rahasia-untuk-uji-saja-32-byte!!"
PEOPLE, A_PAGE = 40, 51
_AT_ONCE = 20_000


def main(count: int) -> None:
    """Prints one line for each figure."""
    for size in (10_000, count):
        with tempfile.TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{Path(folder) / 'loket.db'}")
            migrate(database)
            began = time.perf_counter()
            _fill(database, size)
            chained = size / (time.perf_counter() - began)
            print(f"{size:>9} rows: written and chained {chained:,.0f} a second")
            _pages(database, size)
            print(f"{size:>9} rows: a look written down {_best(partial(_look, database)):.2f} ms")
            took = _best(partial(_verify, database), times=1)
            print(f"{size:>9} rows: whole chain verified in {took / 1000:.1f} s")
            _fill(database, 1_000)
            took = _best(partial(_verify, database), times=1)
            print(f"{size:>9} rows: the next thousand verified in {took / 1000:.1f} s")
            database.close()


def _fill(database: Database, size: int) -> None:
    for first in range(0, size, _AT_ONCE):
        with database.write() as session:
            session.add_all(
                Trail(
                    at=NOW - timedelta(seconds=size - each),
                    actor=f"petugas{each % PEOPLE}",
                    role="agent",
                    action=TrailAction.TICKET_READ if each % 50 else TrailAction.EXPORTED,
                    ticket_number=700_000 + each // 7,
                    detail={"masked": 1},
                )
                for each in range(first, min(first + _AT_ONCE, size))
            )
        trail.link_due(database, SECRET, now=NOW)


def _pages(database: Database, size: int) -> None:
    middle = NOW - timedelta(seconds=size // 2)
    asked = {
        "newest": Wanted(),
        "one colleague": Wanted(actor="petugas7"),
        "one report": Wanted(ticket_number=700_000 + size // 14),
        "one rare action": Wanted(action=TrailAction.EXPORTED),
        "one colleague's hour": Wanted(
            actor="petugas7", since=middle, until=middle + timedelta(hours=1)
        ),
    }
    for name, wanted in asked.items():
        took = _best(partial(_list, database, wanted))
        print(f"{size:>9} rows: page of {name} {took:.2f} ms")


def _list(database: Database, wanted: Wanted) -> None:
    with database.read() as session:
        rows.listed(session, wanted, limit=A_PAGE)


def _look(database: Database) -> None:
    with database.write() as session:
        trail.record(session, Deed(TrailAction.TICKET_READ, 1), by="petugas1", now=NOW)


def _verify(database: Database) -> None:
    """As a worker does it: from where the last walk came to."""
    with database.write() as session:
        asked = checking.ask(session, by="loket", is_full=False, now=NOW)
    checking.run(database, asked.id, SECRET, now=NOW)
    with database.read() as session:
        if trail_checks.is_broken(session):
            raise SystemExit("tampered")


def _best(act: Callable[[], None], *, times: int = 15) -> float:
    """Milliseconds of the median of some runs."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return sorted(took)[len(took) // 2]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
