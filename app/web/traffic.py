"""How many requests this process answered, with which status, and how long they took."""

import time

from prometheus_client import CollectorRegistry, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Traffic:
    """A histogram of seconds by method and status; more methods than there are, are one."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._seconds = Histogram(
            "loket_http_request_seconds",
            "Requests this process answered, by the seconds they took",
            ("method", "status"),
            registry=self.registry,
        )

    def add(self, method: str, status: int, seconds: float) -> None:
        known = method if method in _METHODS else "OTHER"
        self._seconds.labels(known, status).observe(seconds)


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
