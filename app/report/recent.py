"""Boards that took long to count, kept for a minute; whoever shows one says when it was counted.

A national desk's month takes seconds. Whoever looks again, or leafs back from a list, waits once; a
desk whose figures come at once always sees what is true now.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

from app.report import board
from app.report.board import Board
from app.report.numbers import Period
from app.store.scope import Scope
from app.store.session import Session

KEPT_FOR = timedelta(minutes=1)
_LONG = 1.0  # seconds
_ANY_TIME = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Recent:
    """One process's own. `seconds` is a clock that only measures."""

    gather: Callable[[Session, Period, Scope], Board] = board.gather
    seconds: Callable[[], float] = perf_counter
    _known: dict[Scope, tuple[datetime, Board]] = field(default_factory=dict)

    def counted(self, session: Session, period: Period, scope: Scope) -> tuple[datetime, Board]:
        """The board of that scope, and when it was counted: at `scope.now`, or shortly before."""
        asked = replace(scope, now=_ANY_TIME)
        known = self._known.get(asked)
        if known and self._is_fresh(known[0], scope.now):
            return known
        begun = self.seconds()
        found = self.gather(session, period, scope)
        if self.seconds() - begun > _LONG:
            self._keep(asked, scope.now, found)
        return scope.now, found

    def _keep(self, asked: Scope, now: datetime, found: Board) -> None:
        # Two requests at once may both be here: each takes out what it sees.
        for each, (at, _) in list(self._known.items()):
            if not self._is_fresh(at, now):
                self._known.pop(each, None)
        self._known[asked] = (now, found)

    def _is_fresh(self, at: datetime, now: datetime) -> bool:
        return timedelta() <= now - at < KEPT_FOR
