"""Structured logs without personal data."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

_LONG_NUMBER = re.compile(r"(?<!\d)\d{8,}(?!\d)")
# Not begun inside a word: a long one would otherwise be tried from each of its letters.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A tracking key, as it is written and as it stands in an address; the code of a mailed link.
_KEY = re.compile(
    r"(?i:kunci|token|key)=[^&\s\"']+|(?<=konfirmasi/)[\w-]+|\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b"
)
_SECRET_KEYS = re.compile(
    r"password|secret|token|key|authorization|cookie|nik|nisn|nuptk|nip$|phone|email|name$|body|text",
    re.IGNORECASE,
)
_DIGEST = re.compile(r"[0-9a-f]{64}")  # of our own making; half of it hidden it proves nothing
_SHORTEST_IDENTIFIER = 10**7  # an NPSN has eight digits
# Names of our own things, which the pattern above would hide.
_HARMLESS_KEYS = frozenset({"logger_name", "rule_name", "file_name", "queue_name"})


def mask(text: str) -> str:
    """`text` without e-mail addresses, tracking keys and numbers of eight digits or more."""
    return _LONG_NUMBER.sub("[nomor]", _EMAIL.sub("[surel]", _KEY.sub("[kunci]", text)))


def configure(*, level: int = logging.INFO) -> None:
    """JSON lines on standard error, ours and those of the libraries alike."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        frames,
        redact,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "dbos", "alembic", "uvicorn.access", "uvicorn.error"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def redact(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Hide values under telling keys, and addresses and long numbers anywhere."""
    for key, value in event.items():
        if _SECRET_KEYS.search(key) and key not in _HARMLESS_KEYS:
            event[key] = "[dirahasiakan]"
        elif key != "timestamp" and not key.startswith("_"):
            event[key] = _masked(value)
    return event


def frames(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Where an exception came from, without what it says.

    The message may quote anything: a row of the database, a name that could not be read.
    """
    given = event.pop("exc_info", None)
    if isinstance(given, tuple):
        given = given[1]
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    if error is not None:
        event["exception"] = "".join(_told(error))
    return event


def _told(error: BaseException) -> list[str]:
    """The first cause first, as Python prints it."""
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
        name = f"{type(cause).__module__}.{type(cause).__qualname__}"
        lines[:0] = [*traceback.format_tb(cause.__traceback__), f"{name} {code or ''}\n"]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return lines


def _masked(value: object) -> object:
    """Numbers and yes and no as they are, everything else as masked text."""
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return value if abs(value) < _SHORTEST_IDENTIFIER else "[nomor]"
    if isinstance(value, dict):
        return {mask(str(key)): _masked(each) for key, each in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [_masked(each) for each in value]
    text = str(value)
    return text if _DIGEST.fullmatch(text) else mask(text)
