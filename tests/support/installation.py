"""A whole installation for one test: database, stand-ins with a gate, and real processes."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.demo import people_change, schools
from app.demo.build import Builder
from app.intake.receive import Submission, receive
from app.lookup.world import World
from app.settings import Settings
from app.standin.everything import everything, kept_keys, settings_for
from app.store import plans, readings, tickets
from app.store.session import Database
from app.web.serving import serving
from models import Plan, Ticket
from models.vocabulary import Category, Channel, TicketState

ROOT = Path(__file__).parents[2]
SECRET = "rahasia untuk uji saja"
OLD = "sasmitakertanagara27@guru.sd.belajar.id"
NEW = "sasmitakertanagara27@admin.sd.belajar.id"
_TEXT = (
    "Saya Sasmita Kertanagara, dulu guru kelas dan sekarang kepala sekolah di SD Negeri 1 Tirta "
    f"Wening. Di Dapodik sudah kepala sekolah, tapi akun saya masih {OLD}, belum jadi admin."
)


class Waited(Exception):
    """What a test waited for did not come."""


def wait_for(happened: Callable[[], bool], what: str, *, seconds: float = 20.0) -> None:
    """Raises Waited when it has not happened after that time."""
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            raise Waited(what)
        time.sleep(0.05)


@dataclass
class Gate:
    """In front of the stand-ins: while shut, whoever asks waits. Notes what was changed.

    `keeps_answers`: a change is made, but whoever asked for it is not told so meanwhile.
    """

    app: ASGIApp
    is_shut: bool = False
    keeps_answers: bool = False
    waiting: int = 0
    changes: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        self.waiting += 1
        while self.is_shut:
            await asyncio.sleep(0.02)
        self.waiting -= 1
        is_change = scope["method"] in {"PUT", "PATCH"}

        async def answer(message: Message) -> None:
            while is_change and self.keeps_answers:
                await asyncio.sleep(0.02)
            await send(message)

        if is_change:
            self.changes.append(scope["path"])
        await self.app(scope, receive, answer)


@dataclass
class Started:
    """A process of ours, and where it writes what it says."""

    process: "subprocess.Popen[bytes]"
    log: Path

    def says(self, words: str) -> bool:
        return words in self.log.read_text(encoding="utf-8")

    def ends(self, *, seconds: float = 20.0) -> int:
        """Its exit status, when it ends within that time."""
        return self.process.wait(timeout=seconds)


@dataclass
class Installation:
    """One database and one data folder; commands run against them as processes of their own."""

    database: Database
    folder: Path
    environment: dict[str, str]
    gate: Gate
    started: list[Started] = field(default_factory=list)

    def settings(self) -> Settings:
        """The settings its commands read, for a worker within the test's own process."""
        given = {
            name.removeprefix("LOKET_").lower(): value
            for name, value in self.environment.items()
            if name.startswith("LOKET_")
        }
        return Settings.model_validate(given)

    def start(self, *words: str) -> Started:
        """`loket WORDS` in the background; ended with the test at the latest."""
        log = self.folder / f"proses-{len(self.started)}.log"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, "-m", "app", *words],
                cwd=self.folder, env=self.environment, stdout=sink, stderr=sink,
            )  # fmt: skip
        self.started.append(Started(process, log))
        return self.started[-1]

    def workers(self, *slots: str) -> list[Started]:
        """`loket work` for each slot, once they run; they count others as dead after 3 seconds."""
        pulse = ("--beat-every", "0.5", "--dead-after", "3")
        found = [self.start("work", "--slot", slot, *pulse) for slot in slots]
        for worker in found:
            wait_for(lambda each=worker: each.says("berjalan"), "a worker's start")  # type: ignore[misc]
        return found

    def worker(self, slot: str) -> Started:
        return self.workers(slot)[0]

    def without_classifier(self) -> None:
        """Processes start sooner; every message is read for its facts and goes to a person."""
        self.environment["LOKET_CLASSIFIER_DIR"] = str(self.folder / "tanpa-pengklasifikasi")

    def run(
        self, *words: str, given: str = "", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """`loket WORDS`, waited for."""
        return subprocess.run(
            [sys.executable, "-m", "app", *words],
            cwd=self.folder, env={**self.environment, **environment}, input=given,
            capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip

    def receives(self, count: int = 1) -> list[int]:
        """Ids of that many new tickets of the teacher who became head of the school."""
        return [self._receive(number) for number in range(count)]

    def ticket(self, ticket_id: int) -> Ticket:
        with self.database.read() as session:
            return tickets.by_id(session, ticket_id)

    def plans(self, ticket_id: int) -> list[Plan]:
        with self.database.read() as session:
            reading = readings.latest(session, ticket_id)
            return list(plans.of_reading(session, reading.id)) if reading else []

    def wait_until_triaged(self, ids: list[int], *, seconds: float = 20.0) -> None:
        def done() -> bool:
            with self.database.read() as session:
                states = [tickets.by_id(session, each).state for each in ids]
            return TicketState.RECEIVED not in states

        wait_for(done, "triage", seconds=seconds)

    def _receive(self, number: int) -> int:
        submission = Submission(
            channel=Channel.FORM,
            text=f"{_TEXT} ({number})",
            subject="Akun guru belum berubah jadi admin",
            self_category=Category.ROLE_CHANGE,
            requester_name="Sasmita Kertanagara",
            requester_email=f"sasmita.{number}@pos.example",
            npsn="69900001",
        )
        with self.database.write() as session:
            receipt = receive(
                session, submission, secret=SECRET.encode(), files=self.folder / "attachments",
                first_number=700_000, now=datetime.now(UTC),
            )  # fmt: skip
            return tickets.by_number(session, receipt.number).id


@contextmanager
def installed(database: Database, folder: Path, classifier: Path) -> Iterator[Installation]:
    """Served stand-ins of a small world; every process is ended on leaving."""
    now = datetime.now(UTC)
    build = Builder(now)
    schools.found(build)
    people_change.enter(build)
    build.write(folder / "world", extracted_at=now - timedelta(hours=5))
    keys = kept_keys(folder / "standin")
    gate = Gate(
        everything(
            World.load(folder / "world"), keys, journal=None, clock=lambda: datetime.now(UTC)
        )
    )
    with serving(gate) as url:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("LOKET_")},
            **dict(line.split("=", 1) for line in settings_for(url, folder / "standin")),
            "PYTHONPATH": str(ROOT),
            "LOKET_DATABASE_URL": database.url.render_as_string(hide_password=False),
            "LOKET_DATA_DIR": str(folder),
            "LOKET_CLASSIFIER_DIR": str(classifier),
            "LOKET_SECRET_KEY": SECRET,
            "LOKET_BLIND_SHARE": "0",
            "LOKET_UNDO_SECONDS": "0",
            "LOKET_DIRECTORY_PER_SECOND": "40",
            "LOKET_PUBLIC_URL": "http://loket.example",
        }
        here = Installation(database, folder, environment, gate)
        try:
            yield here
        finally:
            gate.is_shut = gate.keeps_answers = False
            for started in here.started:
                started.process.kill()
                started.process.wait(timeout=10)
