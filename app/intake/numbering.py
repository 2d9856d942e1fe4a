"""The nomor laporan of what is brought in: its own where it has one that is free, else the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.intake import keys
from app.store import series, tickets
from app.store.series import Because
from app.store.session import Session


@dataclass(frozen=True, slots=True)
class Numbering:
    """What numbers and keys are made of. Numbers are issued above `first_number`.

    `by` is who brings in: what is left out of the series is written down with that name.
    """

    secret: bytes
    first_number: int
    by: str = "loket"

    def give(self, session: Session, own: int | None, *, now: datetime) -> int:
        """`own` where nobody holds it, else the next of the series."""
        if own is not None and not tickets.has_number(session, own):
            return own
        return series.next_number(session, above=self.first_number, now=now)

    def key_hash(self, number: int) -> str:
        return keys.hashed(keys.key_for(number, self.secret))

    def reserve(
        self, session: Session, numbers: Sequence[int], *, source: str, now: datetime
    ) -> None:
        """New numbers start above all of these; `source` says where they come from."""
        if numbers:
            because = Because(self.by, now, source)
            series.claim(session, max(numbers), because=because)
