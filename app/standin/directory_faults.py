"""Trouble on demand: what the stand-in directory should do wrong with the next requests."""

from dataclasses import dataclass, field

from app.standin.directory_problem import Problem

_MESSAGES = {
    "quotaExceeded": "Quota exceeded for this operation.",
    "userRateLimitExceeded": "Quota exceeded for quota metric 'Queries' per minute per user.",
    "rateLimitExceeded": "Rate Limit Exceeded",
    "backendError": "Service unavailable. Please try again",
    "forbidden": "Not Authorized to access this resource/api",
    "dailyLimitExceeded": "Daily Limit Exceeded",
    "limitExceeded": "Domain user limit reached",
    "conditionNotMet": "User creation is not complete.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One answer gone wrong.

    `done_first`: the act is carried out and only its answer is lost. `silence` is how long the
    server says nothing, in seconds. `retry_after`: the header of that name, in seconds. `method`
    and `path` (a part of it) narrow which requests.

    Two kinds answer as if all were well. `is_stale`: a user is shown as before the last change.
    `spoils`: the act is carried out by half; `aliases` or `externalIds` are lost, or the user is
    `suspended`.
    """

    status: int = 503
    reason: str = "backendError"
    done_first: bool = False
    silence: float = 0.0
    retry_after: int | None = None
    is_stale: bool = False
    spoils: str = ""
    method: str | None = None
    path: str = ""

    def problem(self) -> Problem:
        message = _MESSAGES.get(self.reason, self.reason)
        return Problem(self.status, self.reason, message, retry_after=self.retry_after)

    def concerns(self, method: str, path: str) -> bool:
        return self.method in (None, method) and self.path in path


@dataclass(slots=True)
class Faults:
    """Those still to come, in order; each is used up by the first request it concerns."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault, *, times: int = 1) -> None:
        self.waiting.extend([fault] * times)

    def take(self, method: str, path: str) -> Fault | None:
        for position, fault in enumerate(self.waiting):
            if fault.concerns(method, path):
                return self.waiting.pop(position)
        return None
