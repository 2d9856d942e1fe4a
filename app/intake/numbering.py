"""The nomor laporan of what is brought in: its own where it has one that is free, else the next."""

from dataclasses import dataclass

from app.intake import keys
from app.store import tickets
from app.store.session import Session


@dataclass(frozen=True, slots=True)
class Numbering:
    """What numbers and keys are made of. Numbers are issued above `first_number`."""

    secret: bytes
    first_number: int

    def give(self, session: Session, own: int | None) -> int:
        """`own` where nobody holds it, else the next of the series."""
        if own is not None and not tickets.has_number(session, own):
            return own
        return tickets.next_number(session, above=self.first_number)

    def key_hash(self, number: int) -> str:
        return keys.hashed(keys.key_for(number, self.secret))


def reserve(session: Session, numbers: list[int] | tuple[int, ...]) -> None:
    """New numbers start above all of these."""
    if numbers:
        tickets.raise_number_to(session, max(numbers))
