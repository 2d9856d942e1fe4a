"""What every answer carries and what no request may do, before any page is asked."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Tracking links carry a key: no other site may learn it.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_STATIC = "/static/"


class Guard:
    """Refuses unsafe requests that another site's page caused; adds the security headers.

    Machines under /api carry a bearer token instead of cookies and are not asked. HEAD is
    answered like GET, without the body.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith(_STATIC):
                    # Whatever is not a static file may hold personal data or a key.
                    headers.setdefault("Cache-Control", "no-store")
            elif scope["method"] == "HEAD" and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if _is_forged(scope):
            refusal = PlainTextResponse("Permintaan ini berasal dari situs lain.", 403)
            await refusal(scope, receive, with_headers)
            return
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await self.app(asked, receive, with_headers)


def _is_forged(scope: Scope) -> bool:
    """Whether a browser says, or its Origin shows, that another site sent this."""
    if scope["method"] in _SAFE or scope["path"].startswith("/api/"):
        return False
    headers = Headers(scope=scope)
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and _host_of(origin) != headers.get("host")


def _host_of(origin: str) -> str:
    """Empty for what is no address, such as `null`."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
