"""A school's records, asked for once and remembered for a while: for lists of people."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.lookup.dossier import Person, School
from app.lookup.ports import Dapodik, SchoolRecords
from models.values import Npsn

LASTS = timedelta(minutes=30)
# The largest send some megabytes; a list is of one school and those its people moved from.
_AT_MOST = 10


class OncePerSchool:
    """Implements `Dapodik`: what `dapodik` said of a school stands for half an hour.

    Its records keep the time they are of. Where it did not answer it is asked again; all other
    questions are passed on. Safe to share between threads.
    """

    def __init__(self, dapodik: Dapodik, *, clock: Callable[[], datetime]) -> None:
        self._dapodik = dapodik
        self._clock = clock
        self._lock = threading.Lock()
        self._told: OrderedDict[Npsn, _Told] = OrderedDict()

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        now = self._clock()
        with self._lock:
            told = self._told.get(npsn)
        if told is not None and now - told.at < LASTS:
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
