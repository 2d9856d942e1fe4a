"""Live answers where there are any, on top of the nightly extract."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.lookup.dossier import Person, School
from app.lookup.overlay import over, person_over
from app.lookup.ports import Dapodik, LookupUnavailable, SchoolRecords
from models.values import Npsn

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class LayeredDapodik:
    """Implements `Dapodik`. `live` knows single schools, `kept` the country.

    While `live` is away `kept` answers alone, with its own age; before a first extract `live`
    does. Unavailable only where neither answers.
    """

    live: Dapodik
    kept: Dapodik

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        try:
            kept = self.kept.school(npsn)
        except LookupUnavailable:
            return self.live.school(npsn)
        live = self._live(npsn)
        return over(live, kept) if live and kept else live or kept

    def schools_named(self, name: str) -> Sequence[School]:
        return self._either(lambda system: system.schools_named(name))

    def people_with(self, identifier: str) -> Sequence[Person]:
        return self._renewed(self._either(lambda system: system.people_with(identifier)))

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        return self._renewed(self._either(lambda system: system.people_named(name, born)))

    def _either(self, ask: Callable[[Dapodik], _Answer]) -> _Answer:
        try:
            return ask(self.kept)
        except LookupUnavailable:
            return ask(self.live)

    def _renewed(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """With the word of each school they are at: an old placement must not pass for new."""
        read: dict[Npsn, SchoolRecords | None] = {}
        found: list[Person] = []
        for each in people:
            renewed: Person | None = each
            for npsn in dict.fromkeys(at.npsn for at in each.placements):
                if npsn not in read:
                    read[npsn] = self._live(npsn)
                if (live := read[npsn]) is not None and renewed is not None:
                    renewed = person_over(renewed, live)
            if renewed is not None:
                found.append(renewed)
        return tuple(found)

    def _live(self, npsn: Npsn) -> SchoolRecords | None:
        """None also while it does not answer: then the extract's word stands, with its age."""
        try:
            return self.live.school(npsn)
        except LookupUnavailable:
            return None
