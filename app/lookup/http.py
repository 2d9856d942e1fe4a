"""Ask an outside system over HTTP: bounded waiting, few retries, and a breaker that spares it."""

import json
import random
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import httpx

from app.lookup.ports import LookupUnavailable
from models.vocabulary import System

LARGEST_ANSWER = 64_000_000  # bytes; the largest school seen sends about 5 MB
CONNECT_SECONDS = 5.0
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_jitter = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever its status; header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    text: str

    def json(self) -> object:
        """Raises ValueError when the text is not JSON."""
        return json.loads(self.text)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one question may take; all times in seconds.

    Pauses double from `first_pause` and are shortened at random by up to half. A Retry-After
    beyond `longest_pause` ends the question at once: the work comes back later anyway.
    """

    tries: int = 3
    first_pause: float = 0.5
    longest_pause: float = 8.0
    whole_answer: float = 60.0


class Breaker:
    """Refuses questions for `pause` seconds after `failures` in a row; then lets one through.

    `clock` is a monotonic clock in seconds. Safe to share between threads.
    """

    def __init__(
        self,
        *,
        failures: int = 5,
        pause: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limit = failures
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._closed_until = 0.0

    def admits(self) -> bool:
        """Whether a question may be asked now; after the pause only the first asker hears yes."""
        with self._lock:
            if self._failed < self._limit:
                return True
            now = self._clock()
            if now < self._closed_until:
                return False
            self._closed_until = now + self._pause
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failed = 0

    def failed(self) -> None:
        with self._lock:
            self._failed += 1
            self._closed_until = self._clock() + self._pause


@dataclass(frozen=True, slots=True)
class Outside:
    """One outside system. Every way of failing to get an answer is LookupUnavailable.

    Answers of 4xx other than 429 are returned: the caller knows what they mean. Redirects are
    never followed, so a token cannot leave its host. `before` returns when a request may be sent.
    """

    client: httpx.Client
    system: System
    patience: Patience = Patience()
    breaker: Breaker = field(default_factory=Breaker)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    before: Callable[[], None] = lambda: None

    def get(
        self,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        return self.send(self.client.build_request("GET", path, params=params, headers=headers))

    def send(self, request: httpx.Request) -> Answer:
        """The answer to `request`.

        What changes something is sent again only when it surely was not carried out: no
        connection, or 429. Raises LookupUnavailable.
        """
        attempt = 1
        while True:
            if not self.breaker.admits():
                raise LookupUnavailable(self.system, "resting after repeated failures")
            outcome = self._once(request)
            if isinstance(outcome, Answer):
                return outcome
            pause = self._pause(attempt, outcome)
            if pause is None:
                raise LookupUnavailable(self.system, outcome.reason) from outcome.cause
            self.sleep(pause)
            attempt += 1

    def _once(self, request: httpx.Request) -> "Answer | _Failure":
        safe = request.method in _SAFE_METHODS
        self.before()
        try:
            answer = self._exchange(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            self.breaker.failed()
            return _Failure("no connection", cause=error)
        except (httpx.HTTPError, _TooMuch) as error:
            self.breaker.failed()
            return _Failure(_reason(error), again=safe, cause=error)
        if answer.status == 429:
            # Busy, not broken: it did answer, so the breaker stays shut.
            self.breaker.succeeded()
            return _Failure("busy (429)", retry_after=_seconds(answer.headers.get("retry-after")))
        if answer.status >= 500:
            self.breaker.failed()
            wait = _seconds(answer.headers.get("retry-after"))
            return _Failure(f"status {answer.status}", again=safe, retry_after=wait)
        self.breaker.succeeded()
        return answer

    def _exchange(self, request: httpx.Request) -> Answer:
        """A server that drips must not hold a worker: the whole answer has its own limit."""
        deadline = self.clock() + self.patience.whole_answer
        response = self.client.send(request, stream=True, follow_redirects=False)
        try:
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST_ANSWER or self.clock() > deadline:
                    raise _TooMuch
        finally:
            response.close()
        return Answer(
            response.status_code, dict(response.headers), body.decode("utf-8", errors="replace")
        )

    def _pause(self, attempt: int, failure: "_Failure") -> float | None:
        """Seconds until the next try; None when there is none."""
        if attempt >= self.patience.tries or not failure.again:
            return None
        longest = self.patience.longest_pause
        if failure.retry_after is not None:
            return failure.retry_after if failure.retry_after <= longest else None
        doubled = min(self.patience.first_pause * 2.0 ** (attempt - 1), longest)
        return doubled * _jitter.uniform(0.5, 1.0)


def open_outside(base_url: str, system: System, *, timeout: float) -> Outside:
    """A client for one system with the usual patience; `timeout` in seconds per read."""
    limits = httpx.Timeout(timeout, connect=min(timeout, CONNECT_SECONDS))
    return Outside(httpx.Client(base_url=base_url, timeout=limits, verify=trusted()), system)


@cache
def trusted() -> ssl.SSLContext:
    """Whom to trust; each client by itself would read all certificates anew."""
    return httpx.create_ssl_context()


class _TooMuch(Exception):
    """The answer is too large or comes too slowly."""


@dataclass(frozen=True, slots=True)
class _Failure:
    reason: str
    again: bool = True
    retry_after: float | None = None
    cause: Exception | None = None


def _reason(error: Exception) -> str:
    """Short, and without the address: an address can carry an identifier of a person."""
    match error:
        case httpx.TimeoutException():
            return "no answer in time"
        case _TooMuch():
            return "the answer is too large or too slow"
        case _:
            return "the connection broke"


def _seconds(text: str | None) -> float | None:
    """Retry-After as seconds; None when absent or a date, which no known system sends."""
    try:
        return max(0.0, float(text)) if text else None
    except ValueError:
        return None
