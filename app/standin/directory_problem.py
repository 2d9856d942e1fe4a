"""Errors of the stand-in directory, worded as the real service words them."""

from typing import Any


class Problem(Exception):
    """An answer that is an error: HTTP status, machine-readable reason, message.

    `retry_after` is the header of that name, in seconds.
    """

    def __init__(
        self, status: int, reason: str, message: str, *, retry_after: int | None = None
    ) -> None:
        super().__init__(message)
        self.headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        self.status = status
        self.reason = reason
        self.message = message

    def body(self) -> dict[str, Any]:
        item = {"domain": "global", "reason": self.reason, "message": self.message}
        return {"error": {"code": self.status, "message": self.message, "errors": [item]}}


def not_found(what: str = "userKey") -> Problem:
    return Problem(404, "notFound", f"Resource Not Found: {what}")


def invalid(what: str) -> Problem:
    return Problem(400, "invalid", f"Invalid Input: {what}")


def duplicate() -> Problem:
    return Problem(409, "duplicate", "Entity already exists.")
