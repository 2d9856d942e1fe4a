"""One kill: a fresh Loket dies at a point, another takes over, and what came of it is judged."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from app.access.colleagues import add_colleague
from app.standin.everything import kept_keys, settings_for
from app.store.session import Database
from models.vocabulary import StaffRole
from tests.support.kills.crossings import Point
from tests.support.kills.databases import Databases
from tests.support.kills.ending import Ending, contradictions, ending, lost
from tests.support.kills.life import COLLEAGUES, Order
from tests.support.kills.stories import API_TOKEN
from tests.support.kills.world import Outdoors, outdoors

ROOT = Path(__file__).parents[3]
_LONGEST_LIFE = 40.0  # seconds
_DEAD_FOR = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Peace:
    """A story that nobody disturbed: its end, and how many crossings it has."""

    ending: Ending
    commits: int
    requests: int
    mails: int

    def cuts(self) -> list[Point]:
        """Every commit, for a database that is away just then."""
        return [Point("cut", nth, is_after=False) for nth in range(1, self.commits + 1)]

    def points(self) -> list[Point]:
        """Every crossing, before and after, in the order of their kinds."""
        kinds = (("commit", self.commits), ("request", self.requests), ("mail", self.mails))
        return [
            Point(kind, nth, is_after)  # type: ignore[arg-type]
            for kind, count in kinds
            for nth in range(1, count + 1)
            for is_after in (False, True)
        ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong after one kill; `was_hit` whether the process came to that point at all.

    `repeated` are mails that arrived twice under one Message-ID.
    """

    point: Point
    was_hit: bool
    wrong: list[str]
    repeated: int


@dataclass(slots=True)
class Nursery:
    """The warm process; one life at a time."""

    process: "subprocess.Popen[str]"

    def lives(self, order: Order, *, born: Callable[[int], None]) -> int:
        """The exit status of that life, negative for a signal; `born` hears its process id."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asdict(order)) + "\n")
        self.process.stdin.flush()
        child = int(self.process.stdout.readline())
        born(child)
        # A life that hangs is a finding, not a reason to hang.
        alarm = threading.Timer(_LONGEST_LIFE, os.kill, (child, signal.SIGTERM))
        alarm.start()
        status = int(self.process.stdout.readline())
        alarm.cancel()
        return status


@dataclass(slots=True)
class Trials:
    """Trials of one story after the other, each on a fresh copy of a database."""

    nursery: Nursery
    outdoors: Outdoors
    folder: Path
    databases: Databases
    known: dict[str, Peace] = field(default_factory=dict)
    count: int = 0

    def peace(self, story: str) -> Peace:
        """The story undisturbed. Raises AssertionError where even that goes wrong."""
        if story not in self.known:
            here, database = self._prepare(None)
            status = self._lives(story, here, database, slot="satu")
            assert status == 0, (here / "log").read_text(encoding="utf-8")
            memory = self.outdoors.around.memory
            wrong = contradictions(database, memory)
            assert wrong == []
            counted = _counted(here)
            self.known[story] = Peace(
                ending(database, memory), counted["commits"], memory.requests, len(memory.mails)
            )
            database.close()
        return self.known[story]

    def kill(self, story: str, point: Point) -> Verdict:
        """Die there, be found dead five minutes later, come to the same end as in peace."""
        peace = self.peace(story)
        here, database = self._prepare(point)
        memory = self.outdoors.around.memory
        status = self._lives(story, here, database, slot="satu", point=point)
        wrong = [] if status in {0, -signal.SIGKILL} else [f"ended with {status}"]
        wrong += lost(database, memory)
        self.outdoors.around.point = None
        if status != 0:
            self.outdoors.around.pass_time(_DEAD_FOR)
            # In turn the same worker started again, and another that must notice the death.
            again = self._lives(story, here, database, slot="satu" if point.nth % 2 else "dua")
            wrong += [] if again == 0 else [f"the second life ended with {again}"]
        wrong += lost(database, memory)
        wrong += contradictions(database, memory)
        wrong += peace.ending.differences(ending(database, memory))
        database.close()
        was_hit = status == -signal.SIGKILL or _counted(here)["cuts"] > 0
        if wrong:
            wrong.append((here / "log").read_text(encoding="utf-8")[-3000:])
        else:
            shutil.rmtree(here)
        repeated = len(memory.mails) - len(set(memory.mails))
        return Verdict(point, was_hit, wrong, repeated)

    def warm(self) -> None:
        """A Loket is once started on the database that is then copied: its queues are known."""
        here = self._folder(None)
        database = self.databases.empty()
        with database.write() as session:
            for name in COLLEAGUES:
                add_colleague(
                    session, name, name=name, role=StaffRole.AGENT,
                    password="sandi-untuk-uji-saja", now=self.outdoors.around.now(),
                )  # fmt: skip
        assert self._lives("nothing", here, database, slot="nol") == 0
        self.databases.keep(database)

    def _prepare(self, point: Point | None) -> tuple[Path, Database]:
        return self._folder(point), self.databases.copy()

    def _folder(self, point: Point | None) -> Path:
        self.count += 1
        here = self.folder / f"percobaan-{self.count}"
        here.mkdir()
        self.outdoors.begin(point)
        return here

    def _lives(
        self, story: str, here: Path, database: Database, *, slot: str, point: Point | None = None
    ) -> int:
        order = Order(
            story=story,
            settings=self._settings(here, database),
            slot=slot,
            log=str(here / "log"),
            counts=str(here / "counts"),
            point=(point.kind, point.nth, point.is_after) if point else None,
        )

        def born(child: int) -> None:
            self.outdoors.around.victim = child

        return self.nursery.lives(order, born=born)

    def _settings(self, here: Path, database: Database) -> dict[str, str]:
        lines = settings_for(self.outdoors.url, self.folder / "kunci")
        pairs = (line.removeprefix("LOKET_").split("=", 1) for line in lines)
        return {
            **{name.lower(): value for name, value in pairs},
            "database_url": database.url.render_as_string(hide_password=False),
            "data_dir": str(here),
            "smtp_url": self.outdoors.smtp,
            "secret_key": "rahasia untuk uji saja",
            "public_url": "http://loket.example",
            "blind_share": "0",
            "api_tokens": API_TOKEN,
        }


def _counted(here: Path) -> dict[str, int]:
    """What the life that came to its end counted."""
    path = here / "counts"
    counted: dict[str, int] = json.loads(path.read_text("utf-8")) if path.exists() else {"cuts": 0}
    return counted


@contextmanager
def trials(folder: Path, classifier: Path, databases: Databases) -> Iterator[Trials]:
    """Ready for trials; everything it makes lies in `folder`."""
    keys = kept_keys(folder / "kunci")
    with _nursery(classifier) as nursery, outdoors(folder / "dunia", keys) as around:
        made = Trials(nursery, around, folder, databases)
        made.warm()
        yield made


@contextmanager
def _nursery(classifier: Path) -> Iterator[Nursery]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.kills.nursery", str(classifier)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "hangat\n"
        yield Nursery(process)
    finally:
        process.stdin.close()
        process.wait(timeout=10)
        process.stdout.close()
