"""Everything outside a Loket: systems and post that remember what was asked, and can kill."""

import email
import email.policy
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from app.demo import people_change, people_missing, schools
from app.demo.build import Builder
from app.lookup.world import World
from app.standin.everything import Keys, everything
from tests.support.kills.crossings import Kind, Point
from tests.support.servers import free_port, serving

WEDNESDAY_NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # 12.00 WIB
_EXTRACT_AGE = timedelta(hours=5)


@dataclass(slots=True)
class Memory:
    """What one trial left outside. `changes` are those that took effect, told without values.

    `mails` are Message-IDs as accepted; `promised` numbers people were told.
    """

    requests: int = 0
    mails: list[str] = field(default_factory=list)
    delivered_to: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    promised: set[int] = field(default_factory=set)


class Around:
    """The systems as one ASGI application, and the post. `begin` makes them new for a trial."""

    def __init__(self, seed: World, keys: Keys) -> None:
        self._seed = seed
        self._keys = keys
        self.victim = 0
        self.begin(None)

    def begin(self, point: Point | None) -> None:
        self.memory = Memory()
        self.point = point
        self.day = 0
        self.ahead = WEDNESDAY_NOON - datetime.now(UTC)
        world = replace(self._seed, accounts=deepcopy(self._seed.accounts))
        self._app = everything(world, self._keys, journal=None, clock=self.now)
        self._directory = self._app.state.directory

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def pass_time(self, by: timedelta) -> None:
        self.ahead += by

    def kills_at(self, kind: Kind, nth: int, *, is_after: bool) -> bool:
        """Whether the process under trial has just died here."""
        if self.point != Point(kind, nth, is_after):
            return False
        os.kill(self.victim, signal.SIGKILL)
        return True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith("/uji/"):
            await self._control(scope)(scope, receive, send)
        else:
            await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.memory.requests += 1
        nth = self.memory.requests
        if self.kills_at("request", nth, is_after=False):
            return
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._app(scope, receive, keep)
        self._remember(scope, answer[0]["status"])
        if self.kills_at("request", nth, is_after=True):
            return
        for message in answer:
            await send(message)

    def _remember(self, scope: Scope, status: int) -> None:
        is_change = "/admin/directory" in scope["path"] and scope["method"] != "GET"
        if is_change and status < 300:
            self.memory.changes.append(f"{scope['method']} {scope['path']}")

    def _control(self, scope: Scope) -> JSONResponse:
        """What the process under trial asks of the test itself."""
        _, _, what, *value = scope["path"].split("/")
        if what == "janji":
            self.memory.promised.add(int(value[0]))
        elif value and self.day < int(value[0]):
            self.ahead += timedelta(days=int(value[0]) - self.day)
            self.day = int(value[0])
            world = replace(self._seed, extracted_at=self.now() - _EXTRACT_AGE)
            app = everything(world, self._keys, journal=None, clock=self.now)
            # The records are of today; the accounts are as they were left.
            app.state.directory.state.users = self._directory.state.users
            app.state.directory.state.grants = self._directory.state.grants
            self._app, self._directory = app, app.state.directory
        return JSONResponse({"day": self.day, "ahead": self.ahead.total_seconds()})


class Post:
    """A mail server that remembers what it took."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._count = 0

    def begin(self) -> None:
        self._count = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 the library's name
        self._count += 1
        if self._around.kills_at("mail", self._count, is_after=False):
            return "451 gone"
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        self._around.memory.mails.append(str(message["Message-ID"]).strip("<>"))
        self._around.memory.delivered_to += envelope.rcpt_tos
        self._around.kills_at("mail", self._count, is_after=True)
        return "250 OK"


@dataclass(frozen=True, slots=True)
class Outdoors:
    """The running systems and post, with the settings that lead to them."""

    around: Around
    post: Post
    url: str
    smtp: str

    def begin(self, point: Point | None) -> None:
        self.around.begin(point)
        self.post.begin()


def demo_world(folder: Path) -> World:
    """The demo's people, with an extract of five hours ago."""
    build = Builder(WEDNESDAY_NOON)
    schools.found(build)
    people_change.enter(build)
    people_missing.enter(build)
    build.write(folder, extracted_at=WEDNESDAY_NOON - _EXTRACT_AGE)
    return World.load(folder)


@contextmanager
def outdoors(folder: Path, keys: Keys) -> Iterator[Outdoors]:
    around = Around(demo_world(folder), keys)
    post = Post(around)
    controller = Controller(post, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        with serving(around) as url:
            yield Outdoors(around, post, url, f"smtp://127.0.0.1:{controller.port}")
    finally:
        controller.stop()
