"""One life of a whole Loket in a process: web, worker, and the people of a story at its doors."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import httpx
from httpx import Response

from app import desk, wiring
from app.access.links import Links
from app.demo.letter import letters
from app.intake.receive import Submission, receive
from app.kit.errors import Refusal
from app.main import create_app, site
from app.proving import answer
from app.reading.reader import Reader
from app.settings import Settings
from app.store import owed, plans, proofs, readings, replies, staff, tickets
from app.store.session import Database, DatabaseAway
from app.work import failed, sweep
from app.work.run import working
from app.work.watchdog import Pulse
from app.work.workflows import Workshop
from models import Staff, Step, Ticket
from models.vocabulary import ReplyState, TicketState
from tests.support.browser import TestClient
from tests.support.kills.crossings import Commits, Point

_PULSE = Pulse(timedelta(minutes=1), timedelta(minutes=2))
_EVERY_YEAR = "0 0 1 1 *"
_PATIENCE_SECONDS = 25.0
_LONG_WITHOUT_NEWS = 6.0
_UNFINISHED = ["ENQUEUED", "PENDING", "DELAYED"]
COLLEAGUES = ("petugas-1", "petugas-2")
T = TypeVar("T")
_at_work: list[AbstractContextManager[None]] = []


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be lived: `settings` as environment, `point` where it ends (kind, nth, after)."""

    story: str
    settings: dict[str, str]
    slot: str
    log: str
    counts: str
    point: tuple[Any, int, bool] | None = None


class Waited(Exception):
    """What the people of the story waited for did not come."""


@dataclass(slots=True)
class Life:
    """What people can do, as often as they like: each act is repeated after a death."""

    database: Database
    settings: Settings
    outside: httpx.Client
    ahead: timedelta
    day: int
    web: TestClient = field(init=False)

    def clock(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def hears(self, subject: str) -> int:
        """The demo's letter of that subject comes in, once; its nomor laporan."""
        written = next(
            each.submission for each in letters(self.clock()) if each.submission.subject == subject
        )
        return self.insists(lambda: self._heard(written))

    def _heard(self, written: Submission) -> int:
        with self.database.write() as session:
            return receive(
                session,
                written,
                secret=wiring.secret_of(self.settings),
                files=self.settings.data_dir / "attachments",
                first_number=self.settings.first_number,
                now=self.clock(),
            ).number

    def promised(self, number: int) -> None:
        """Somebody was told this number: it is on disk for ever."""
        self.outside.put(f"/uji/janji/{number}").raise_for_status()

    def says_yes(self, number: int, *, who: int = 0) -> None:
        """A colleague approves what waits; who finds it decided has nothing to do."""
        with self.database.read() as session:
            colleague = staff.by_username(session, COLLEAGUES[who])
        assert colleague is not None
        try:
            self.insists(lambda: self._approved(number, colleague))
        except DatabaseAway:
            raise
        except Refusal:
            return

    def _approved(self, number: int, colleague: Staff) -> None:
        with self.database.write() as session:
            ticket = tickets.by_number(session, number)
            desk.approve(session, ticket, by=colleague, now=self.clock())

    def confirms(self, number: int) -> None:
        """Whoever reads the registered mailbox says yes to what is asked there, if anything is."""
        links = Links(wiring.secret_of(self.settings), self.settings.public_url)
        ticket = self.ticket(number)
        with self.database.read() as session:
            waiting = [each for each in proofs.of_ticket(session, ticket.id) if not each.answer]
        for proof in waiting:
            self.insists(partial(self._confirmed, links.code(proof), links))

    def _confirmed(self, code: str, links: Links) -> None:
        with self.database.write() as session:
            answer.give(session, code, yes=True, links=links, now=self.clock())

    def until(self, number: int, *states: TicketState) -> None:
        self.wait_for(lambda: self.ticket(number).state in states, f"{number} in {states}")

    def until_quiet(self) -> None:
        """Every duty done, every answer sent; meanwhile the sweeps of half an hour go by."""
        began = time.monotonic()

        def is_quiet() -> bool:
            failed.hand_over(self.database, self.clock())
            if time.monotonic() - began > _LONG_WITHOUT_NEWS:
                failed.take_up(self.database, datetime.now(UTC) + timedelta(minutes=30))
            found = self.database.queue.list_workflows(
                status=_UNFINISHED, name=list(owed.QUEUES), load_input=False, load_output=False
            )
            return not found and not self._unsent()

        self.wait_for(is_quiet, "quiet")

    def insists(self, act: Callable[[], T]) -> T:
        """People try again when they are told that nothing can be kept right now."""
        for _ in range(5):
            try:
                return act()
            except DatabaseAway:
                time.sleep(0.1)
        return act()

    def wait_for(self, happened: Callable[[], bool], what: str) -> None:
        """Raises Waited."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not happened():
            if time.monotonic() > deadline:
                raise Waited(what)
            time.sleep(0.02)

    def days_pass(self, days: int) -> None:
        """Day `days` of the story has come, with a fresh extract; then the sweep."""
        if self.day < days:
            told = self.outside.put(f"/uji/hari/{days}").raise_for_status().json()
            self.day, self.ahead = days, timedelta(seconds=told["ahead"])
        self.sweeps()

    def sweeps(self) -> None:
        self.insists(lambda: sweep.run(self.database, self.clock()))

    def sends(self, send: Callable[[], Response]) -> Response:
        """Over the web, again as long as it answers 503."""
        answer = send()
        for _ in range(5):
            if answer.status_code != 503:
                break
            answer = send()
        return answer

    def ticket(self, number: int) -> Ticket:
        with self.database.read() as session:
            return tickets.by_number(session, number)

    def steps(self, number: int) -> list[Step]:
        with self.database.read() as session:
            reading = readings.latest(session, tickets.by_number(session, number).id)
            found = plans.of_reading(session, reading.id) if reading else []
            return [step for plan in found for step in plans.steps_of(session, plan.id)]

    def _unsent(self) -> bool:
        with self.database.read() as session:
            found = [
                reply
                for ticket in tickets.after(session, 0, limit=50)
                for reply in replies.of_ticket(session, ticket.id)
            ]
        return any(reply.state is ReplyState.QUEUED for reply in found)


def live(order: Order, reader: Reader) -> None:
    """Start everything, live the story to its end, note how many commits it took."""
    from tests.support.kills.stories import STORIES  # noqa: PLC0415 they are told in lives

    commits = Commits(Point(*order.point) if order.point else None)
    settings = Settings.model_validate(order.settings)
    with httpx.Client(base_url=settings.dapodik_url, trust_env=False, timeout=30) as doors:
        told = doors.get("/uji/hari").raise_for_status().json()
        database = Database(settings.database_url)
        me = Life(database, settings, doors, timedelta(seconds=told["ahead"]), told["day"])
        outside = wiring.outside(settings, clock=me.clock, reader=reader)
        shop = Workshop(database, outside, clock=me.clock)
        with closing(outside):
            worker = working(shop, slot=order.slot, at_once=1, pulse=_PULSE, sweep_at=_EVERY_YEAR)
            # Never left: a life ends without a farewell, here or earlier.
            _at_work.append(worker)
            worker.__enter__()
            # The start has crossings of its own, of the queue's library; the story's count.
            commits.watch()
            pages = create_app(site(settings, database, clock=me.clock))
            me.web = TestClient(pages, follow_redirects=False, raise_server_exceptions=False)
            me.sweeps()
            STORIES[order.story](me)
            me.until_quiet()
    counted = {"commits": commits.count, "cuts": commits.cuts}
    Path(order.counts).write_text(json.dumps(counted), encoding="utf-8")
