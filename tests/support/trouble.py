"""What can go wrong with one request, as data: before its effect, after it, or with half of it."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import httpx
from starlette.types import ASGIApp

LONG = 40  # requests; nobody asks so often in one go

Position = Literal["look", "act", "again"]
Go = Callable[[httpx.Request], httpx.Response]
Fault = Callable[[httpx.Request, Go], httpx.Response]


def _answers(status: int, reason: str, **headers: str) -> Fault:
    """The directory's own words; nothing is done."""
    error = {"message": reason, "errors": [{"domain": "global", "reason": reason}]}

    def fault(request: httpx.Request, _go: Go) -> httpx.Response:
        return httpx.Response(status, json={"error": error}, headers=headers, request=request)

    return fault


def _says(status: int, text: str) -> Fault:
    """Somebody's else words; nothing is done."""

    def fault(request: httpx.Request, _go: Go) -> httpx.Response:
        return httpx.Response(status, text=text, request=request)

    return fault


def _says_after(status: int, text: str) -> Fault:
    """It is done, and these words come back."""

    def fault(request: httpx.Request, go: Go) -> httpx.Response:
        go(request)
        return httpx.Response(status, text=text, request=request)

    return fault


def _breaks(error: type[httpx.TransportError]) -> Fault:
    def fault(request: httpx.Request, _go: Go) -> httpx.Response:
        raise error("nothing was sent", request=request)

    return fault


def _breaks_after(error: type[httpx.TransportError]) -> Fault:
    def fault(request: httpx.Request, go: Go) -> httpx.Response:
        go(request)
        raise error("it was done", request=request)

    return fault


def _half(request: httpx.Request, go: Go) -> httpx.Response:
    """Only the first field of what was asked is written; the answer claims success."""
    body = json.loads(request.content or b"{}")
    if len(body) < 2:
        return httpx.Response(200, json={}, request=request)
    name, value = next(iter(body.items()))
    headers = {
        key: each
        for key, each in request.headers.items()
        if key.lower() not in {"content-length", "content-type"}
    }
    return go(httpx.Request(request.method, request.url, json={name: value}, headers=headers))


FAULTS: dict[str, Fault] = {
    "refused connection": _breaks(httpx.ConnectError),
    "time-out while connecting": _breaks(httpx.ConnectTimeout),
    "time-out before": _breaks(httpx.ReadTimeout),
    "time-out after": _breaks_after(httpx.ReadTimeout),
    "cut off before": _breaks(httpx.RemoteProtocolError),
    "cut off after": _breaks_after(httpx.RemoteProtocolError),
    "truncated body after": _breaks_after(httpx.ReadError),
    "403 quota": _answers(403, "quotaExceeded"),
    "403 forbidden": _answers(403, "forbidden"),
    "403 not ours": _says(403, "<html>Forbidden</html>"),
    "401": _answers(401, "authError"),
    "404 not ours": _says(404, "<html>Not Found</html>"),
    "409 being changed": _answers(409, "conflict"),
    "409 duplicate": _answers(409, "duplicate"),
    "412 not finished": _answers(412, "conditionNotMet"),
    "412 limit": _answers(412, "limitExceeded"),
    "429": _answers(429, "rateLimitExceeded", **{"Retry-After": "1"}),
    "429 for long": _answers(429, "rateLimitExceeded", **{"Retry-After": "600"}),
    "500": _answers(500, "backendError"),
    "500 after": _says_after(500, ""),
    "502 of a proxy after": _says_after(502, "<html>Bad Gateway</html>"),
    "503": _answers(503, "backendError"),
    "broken JSON": _says(200, '{"id": "1", "prim'),
    "broken JSON after": _says_after(200, '{"id": "1", "prim'),
    "a list for an object": _says(200, "[]"),
    "another page": _says(200, "<html>Selamat datang</html>"),
    "nothing done, success claimed": _says(200, "{}"),
    "half done, success claimed": _half,
}
_READS_SAY = ("403 forbidden", "409 duplicate", "412 limit")
# What makes no difference to a request that only reads.
OF_READING = {
    name: fault
    for name, fault in FAULTS.items()
    if not name.endswith(" after") and "claimed" not in name and name not in _READS_SAY
}


class InProcess(httpx.BaseTransport):
    """The way to an application of this very process; a thousand requests take a second."""

    def __init__(self, app: ASGIApp, loop: asyncio.AbstractEventLoop) -> None:
        self._way = httpx.ASGITransport(app=app)
        self._loop = loop

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def asked() -> httpx.Response:
            answer = await self._way.handle_async_request(request)
            content = await answer.aread()
            return httpx.Response(answer.status_code, headers=answer.headers, content=content)

        return self._loop.run_until_complete(asked())


@dataclass
class Troubled(httpx.BaseTransport):
    """A way to the directory on which the next `times` requests at `position` go wrong.

    A look comes before the first act, `again` after one that was sent. `effects` counts what was
    really changed.
    """

    inner: httpx.BaseTransport
    fault: Fault
    position: Position
    times: int
    effects: int = 0
    stale_reads: int = 0
    _acted: bool = False
    _seen: dict[str, bytes] = field(default_factory=dict)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/token":
            return self.inner.handle_request(request)
        here = self._position(request)
        self._acted = self._acted or here == "act"
        if here == self.position and self.times > 0:
            self.times -= 1
            return self.fault(request, self._go)
        return self._go(request)

    def _position(self, request: httpx.Request) -> Position:
        if request.method != "GET":
            return "act"
        return "again" if self._acted else "look"

    def _go(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        if request.method != "GET":
            self.effects += answer.is_success
        elif self._acted and self.stale_reads > 0 and str(request.url) in self._seen:
            self.stale_reads -= 1
            status, text = self._seen[str(request.url)].split(b" ", 1)
            return httpx.Response(int(status), content=text, request=request)
        else:
            self._seen[str(request.url)] = b"%d %s" % (answer.status_code, answer.content)
        return answer


def cells() -> Iterator[tuple[str, Position, int]]:
    """Each fault where it can happen, once and for longer than anybody's patience."""
    for times in (1, LONG):
        for name in FAULTS:
            yield name, "act", times
        for name in OF_READING:
            yield name, "look", times
            yield name, "again", times
