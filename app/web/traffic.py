"""How many requests this process answered, with which status, and how long they took."""

import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_Key = tuple[str, int]


@dataclass(slots=True)
class Traffic:
    """Counts and seconds by method and status; more methods than there are, are one."""

    _counts: Counter[_Key] = field(default_factory=Counter)
    _seconds: Counter[_Key] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, method: str, status: int, seconds: float) -> None:
        key = (method if method in _METHODS else "OTHER", status)
        with self._lock:
            self._counts[key] += 1
            self._seconds[key] += seconds  # type: ignore[assignment]  # a Counter of floats

    def so_far(self) -> Mapping[_Key, tuple[int, float]]:
        with self._lock:
            return {key: (self._counts[key], self._seconds[key]) for key in sorted(self._counts)}


class Counted:
    """Counts what the application answers into the traffic of its site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        traffic: Traffic = scope["app"].state.site.traffic
        begun, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            traffic.add(scope["method"], status, time.perf_counter() - begun)
