"""Which pages this site has: a button to one that is not there is not shown."""

from fastapi import Request
from starlette.routing import Match


def path(request: Request, wanted: str, method: str = "GET") -> str | None:
    """The path itself where something answers it, else None."""
    scope = {"type": "http", "path": wanted, "method": method}
    is_there = any(each.matches(scope)[0] is Match.FULL for each in request.app.routes)
    return wanted if is_there else None
