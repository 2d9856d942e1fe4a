"""Serve an ASGI application on a free port of the loopback, for one test or for all of them."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.serving import serving

__all__ = ["SlowLine", "Turns", "free_port", "serving"]

_LATE_SECONDS = 10.0


@dataclass(slots=True)
class Turns:
    """An application that is one after the other, so that their address may stay the same.

    What a browser has kept of that address (styles, scripts) it need not fetch and read again.
    """

    app: ASGIApp | None = None
    under_way: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.app is None:
            if scope["type"] == "http":
                await Response(status_code=503)(scope, receive, send)
            return
        self.under_way += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.under_way -= 1

    @contextmanager
    def turn(self, app: ASGIApp) -> Iterator[None]:
        """That application answers within the block, and what it began it ends there."""
        self.app = app
        try:
            yield
        finally:
            self.app = None
            deadline = time.monotonic() + _LATE_SECONDS
            while self.under_way and time.monotonic() < deadline:
                time.sleep(0.005)


@dataclass(slots=True)
class SlowLine:
    """An application whose page of that path comes as far as `until`; the rest when asked for."""

    app: ASGIApp | None
    path: str
    until: bytes
    rest: Event = field(default_factory=Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        if scope["path"] != self.path:
            await self.app(scope, receive, send)
            return

        async def slowly(message: Message) -> None:
            if message["type"] != "http.response.body" or self.until not in message["body"]:
                await send(message)
                return
            first, until, last = message["body"].partition(self.until)
            await send({**message, "body": first, "more_body": True})
            while not self.rest.is_set():
                await asyncio.sleep(0.01)
            await send({**message, "body": until + last})

        as_it_is = [each for each in scope["headers"] if each[0] != b"accept-encoding"]
        await self.app({**scope, "headers": as_it_is}, receive, slowly)


def free_port() -> int:
    """A port of the loopback where nothing listens just now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
