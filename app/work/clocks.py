"""Our clock, and another that tells when ours is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Self

import structlog

from app.kit import clock
from app.lookup.date_heard import DateHeard
from app.store import instants
from app.store.session import Database

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Which of two clocks that are apart is right, nobody here can know.

    So what waits for a date is left waiting until they agree again, and what must be done meanwhile
    is done by the earlier of the two: nothing happens before its day by either. `other` says None
    where no second clock can be asked; `renew` asks one that is far away, before a sweep.
    """

    mine: Callable[[], datetime]
    other: Callable[[], datetime | None] = lambda: None
    renew: Callable[[datetime], None] = lambda _mine: None

    @classmethod
    def of(cls, mine: Callable[[], datetime], database: Database, date: DateHeard | None) -> Self:
        """Ours beside the database server's. SQLite has no other than ours, so there it is the
        directory's: heard with its answers, and unknown while it is away or not set."""
        if not database.is_sqlite:
            return cls(mine, partial(instants.of_server, database))
        return cls(mine, date.now, date.renew) if date is not None else cls(mine)

    def lead(self) -> timedelta:
        """How far ours is ahead; zero where they agree. Raises DatabaseAway."""
        return clock.lead(self.mine(), self.other())

    def agreed(self) -> datetime | None:
        """Now; None, and said in the log, while the clocks are apart."""
        self.renew(self.mine())
        lead = self.lead()
        if not lead:
            return self.mine()
        log.error("clocks apart", ahead_seconds=round(lead.total_seconds()))
        return None

    def cautious(self) -> Callable[[], datetime]:
        """A clock for one duty, at no moment ahead of the other."""
        lead = max(self.lead(), timedelta(0))
        return lambda: self.mine() - lead
