"""Who may call the stand-in Zendesk, and how hard it makes it for them."""

import base64
import itertools
import json
import secrets
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.standin.desk import UnknownRecord
from app.standin.pages import WrongPage

LARGEST_EXPORT_PAGE = 1000
_TOKEN_LIFE = range(301, 172_800)  # seconds: over 5 minutes, under 48 hours

Page = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Access:
    """Who may call. `token` is accepted as a bearer token, and as an API token in Basic.

    An empty `client_secret` means that no client may fetch a token of its own.
    """

    token: str
    client_id: str = ""
    client_secret: str = ""
    issued: set[str] = field(default_factory=set)

    def admits(self, header: str) -> bool:
        kind, _, given = header.partition(" ")
        match kind.lower():
            case "bearer":
                return given == self.token or given in self.issued
            case "basic":
                return _basic(given).endswith(f"/token:{self.token}")
            case _:
                return False

    def knows(self, client_id: object, client_secret: object) -> bool:
        return bool(self.client_secret) and (client_id, client_secret) == (
            self.client_id,
            self.client_secret,
        )


@dataclass(frozen=True, slots=True)
class Strain:
    """How hard the stand-in makes it; `busy_every` n: each n-th call gets 429 first, 0 never."""

    busy_every: int = 0
    retry_after: int = 1
    export_page: int = LARGEST_EXPORT_PAGE


class Door:
    """Refuses strangers and, when told to, the hurried."""

    def __init__(self, access: Access, strain: Strain) -> None:
        self._access = access
        self._strain = strain
        self._calls = itertools.count(1)
        self._lock = threading.Lock()

    def guard(self, answer: Page) -> Page:
        async def guarded(request: Request) -> Response:
            if not self._access.admits(request.headers.get("authorization", "")):
                return _error(401, "Couldn't authenticate you")
            if self._busy():
                wait = str(self._strain.retry_after)
                return _error(429, "APIRateLimitExceeded", headers={"Retry-After": wait})
            try:
                return await answer(request)
            except UnknownRecord:
                return _error(404, "RecordNotFound", "Not found")
            except WrongPage as wrong:
                return _error(400, "InvalidPagination", str(wrong))

        return guarded

    async def issue(self, request: Request) -> Response:
        """A token for client credentials, as JSON."""
        asked = await sent_object(request)
        if asked.get("grant_type") != "client_credentials":
            return _error(400, "unsupported_grant_type")
        if not self._access.knows(asked.get("client_id"), asked.get("client_secret")):
            return _error(401, "invalid_client", "Client authentication failed.")
        life = asked.get("expires_in", 1800)
        if life not in _TOKEN_LIFE:
            return _error(400, "invalid_request", "expires_in is out of range")
        token = secrets.token_urlsafe(32)
        self._access.issued.add(token)
        return JSONResponse(
            {
                "access_token": token,
                "token_type": "bearer",
                "scope": asked.get("scope", "read"),
                "expires_in": life,
            }
        )

    def _busy(self) -> bool:
        every = self._strain.busy_every
        with self._lock:
            return bool(every) and next(self._calls) % every == 0


async def sent_object(request: Request) -> dict[str, Any]:
    """The JSON object sent; empty for anything else."""
    try:
        sent = json.loads(await request.body())
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def _error(
    status: int, error: str, description: str = "", *, headers: Mapping[str, str] | None = None
) -> Response:
    return JSONResponse({"error": error, "description": description}, status, headers)


def _basic(text: str) -> str:
    try:
        return base64.b64decode(text).decode()
    except ValueError:
        return ""
