"""Both systems as lists of people ask them: slowly, and a school once for many lines."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.lookup.dossier import Person, School
from app.lookup.ports import Dapodik, SchoolRecords, Sources
from models.values import Npsn

LASTS = timedelta(minutes=30)
# What is read just before a change, of the many changes of one list.
LASTS_FOR_CHANGES = timedelta(minutes=1)
_LISTS_REMEMBERED = 4  # one after the other, a part of each in turn
# The largest send some megabytes; a list is of one school and those its people moved from.
_AT_MOST = 10


class ForLists:
    """What lines are looked up in, and what is asked once more before one of them is changed.

    `slow` keeps to the pace of lists, `usual` is what single tickets ask; both are of live systems,
    and `layered` puts such a register over the extract in force.
    """

    def __init__(
        self,
        *,
        slow: Sources,
        usual: Sources,
        layered: Callable[[Dapodik], Dapodik],
        clock: Callable[[], datetime],
    ) -> None:
        def looking(_reading_id: int) -> Sources:
            once = OncePerSchool(slow.dapodik, clock=clock)
            return Sources(layered(once), slow.accounts)

        self._looking = lru_cache(maxsize=_LISTS_REMEMBERED)(looking)
        before = OncePerSchool(usual.dapodik, clock=clock, lasts=LASTS_FOR_CHANGES)
        self.changing = Sources(layered(before), usual.accounts)

    def looking(self, reading_id: int) -> Sources:
        """Remembers for that reading only: a new look is a wish for what the records say now."""
        return self._looking(reading_id)


class OncePerSchool:
    """Implements `Dapodik`: what `dapodik` said of a school stands for as long as `lasts`.

    Its records keep the time they are of. Where it did not answer it is asked again; all other
    questions are passed on. Safe to share between threads.
    """

    def __init__(
        self, dapodik: Dapodik, *, clock: Callable[[], datetime], lasts: timedelta = LASTS
    ) -> None:
        self._dapodik = dapodik
        self._clock = clock
        self._lasts = lasts
        self._lock = threading.Lock()
        self._told: OrderedDict[Npsn, _Told] = OrderedDict()

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        now = self._clock()
        with self._lock:
            told = self._told.get(npsn)
        if told is not None and now - told.at < self._lasts:
            return told.records
        records = self._dapodik.school(npsn)
        with self._lock:
            self._told[npsn] = _Told(records, now)
            self._told.move_to_end(npsn)
            if len(self._told) > _AT_MOST:
                self._told.popitem(last=False)
        return records

    def schools_named(self, name: str) -> Sequence[School]:
        return self._dapodik.schools_named(name)

    def people_with(self, identifier: str) -> Sequence[Person]:
        return self._dapodik.people_with(identifier)

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        return self._dapodik.people_named(name, born)


@dataclass(frozen=True, slots=True)
class _Told:
    """None where the system does not know the school; `at` is when it was asked."""

    records: SchoolRecords | None
    at: datetime
