"""Structured logs without personal data."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

_LONG_NUMBER = re.compile(r"(?<!\d)\d{8,}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET_KEYS = re.compile(
    r"password|secret|token|key|authorization|cookie|nik|nisn|nuptk|nip$|phone|email|name$|body|text",
    re.IGNORECASE,
)
# Names of our own things, which the pattern above would hide.
_HARMLESS_KEYS = frozenset({"logger_name", "rule_name", "file_name", "queue_name"})


def mask(text: str) -> str:
    """`text` without e-mail addresses and numbers of eight digits or more."""
    return _LONG_NUMBER.sub("[nomor]", _EMAIL.sub("[surel]", text))


def configure(*, level: int = logging.INFO) -> None:
    """JSON lines on standard error, ours and those of the libraries alike."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
        elif isinstance(value, str) and key != "timestamp":
            event[key] = mask(value)
        elif isinstance(value, tuple | list):
            event[key] = [mask(str(each)) for each in value]
    return event
