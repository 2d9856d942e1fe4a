"""A token bucket: how fast one process may ask an outside system, far below what it allows."""

import threading
import time
from collections.abc import Callable


class Pace:
    """At most `per_second` requests a second, with `burst` at once after a rest.

    `clock` is monotonic, in seconds. Safe to share between threads.
    """

    def __init__(
        self,
        *,
        per_second: float = 5.0,
        burst: int = 5,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._rate = per_second
        self._burst = burst
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._left = float(burst)
        self._seen = clock()

    def wait(self) -> None:
        """Returns when the next request may be sent."""
        pause = self._reserved()
        if pause > 0:
            self._sleep(pause)

    def _reserved(self) -> float:
        """Seconds until the place taken just now comes up; places may be taken ahead."""
        with self._lock:
            now = self._clock()
            self._left = min(self._burst, self._left + (now - self._seen) * self._rate)
            self._seen = now
            self._left -= 1
            return max(0.0, -self._left / self._rate)
