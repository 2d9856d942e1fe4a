"""The Dapodik WebService as Loket's school register, with a search service where there is one.

One installation answers for one school, lists only who is there now and knows no national
search. Names, identifiers, those who left, placements elsewhere and closures come from the
search service. Nothing about the ministry's national service is published, so that part speaks
the form of our own stand-in (`app/standin/search.py`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from app.lookup import wire
from app.lookup.alike import alike
from app.lookup.cells import MalformedRow, Row
from app.lookup.dossier import Person, School
from app.lookup.envelope import read_as_of, read_rows, read_tables
from app.lookup.http import Answer, Outside
from app.lookup.ports import LookupUnavailable, SchoolRecords
from models.values import Npsn
from models.vocabulary import System

NAMED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class WebServiceDapodik:
    """Implements `Dapodik`.

    `clock` gives the aware time from which an answer without a date counts. Without `search`,
    nobody is found by name of school or by identifier, and who left is unknown. One misshapen
    row makes the answer unusable: nothing may be concluded from a person's absence.
    """

    outside: Outside
    token: str
    clock: Callable[[], datetime]
    search: Outside | None = None

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        live = self._live(npsn)
        wide = self._wide("/pencarian/orang", npsn=npsn.text)
        known = [each for each in (live, wide) if each is not None]
        return _records(npsn, known) if known else None

    def schools_named(self, name: str) -> Sequence[School]:
        found = self._wide("/pencarian/sekolah", nama=name)
        return _parsed(found.schools)[:NAMED_AT_MOST] if found else ()

    def people_with(self, identifier: str) -> Sequence[Person]:
        found = self._wide("/pencarian/orang", kunci=identifier)
        return _people([found]) if found else ()

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        found = self._wide("/pencarian/orang", nama=name, lahir=born.isoformat())
        return alike(name, _people([found])) if found else ()

    def _live(self, npsn: Npsn) -> "_Rows | None":
        """What the installation of the school says; None when it does not know that number."""
        head = self._read("getSekolah", npsn)
        if head is None:
            return None
        staff = self._must_read("getGtk", npsn)
        pupils = self._must_read("getPesertaDidik", npsn)
        users = self._must_read("getPengguna", npsn)
        as_of = min(each.as_of for each in (head, staff, pupils, users))
        return _Rows(head.rows, staff.rows, pupils.rows, as_of, users.rows)

    def _must_read(self, method: str, npsn: Npsn) -> "_Listing":
        listing = self._read(method, npsn)
        if listing is None:
            raise LookupUnavailable(System.DAPODIK, f"{method} denies a school it just named")
        return listing

    def _read(self, method: str, npsn: Npsn) -> "_Listing | None":
        """All rows at once: the service ignores paging, so a second page would repeat the first."""
        answer = self._ask(self.outside, f"/WebService/{method}", {"npsn": npsn.text})
        rows = read_rows(answer)
        if rows is None:
            return None
        if any(str(row.get("npsn") or npsn) != npsn.text for row in rows):
            raise LookupUnavailable(System.DAPODIK, "answered for another school")
        return _Listing([{**row, "npsn": npsn.text} for row in rows], self._as_of(answer))

    def _wide(self, path: str, **query: str) -> "_Rows | None":
        """What the search service says; None where there is none."""
        if self.search is None:
            return None
        answer = self._ask(self.search, path, query)
        schools, staff, pupils = read_tables(answer, ("sekolah", "gtk", "peserta_didik"))
        return _Rows(schools, staff, pupils, self._as_of(answer))

    def _ask(self, outside: Outside, path: str, query: Mapping[str, str]) -> Answer:
        headers = {"Authorization": f"Bearer {self.token}"}
        return outside.get(path, params=query, headers=headers)

    def _as_of(self, answer: Answer) -> datetime:
        """Nothing is true as of a day to come: such records would never grow old."""
        now = self.clock()
        return min(read_as_of(answer) or now, now)


@dataclass(frozen=True, slots=True)
class _Listing:
    rows: Sequence[Row]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of one source, each with its npsn."""

    schools: Sequence[Row]
    staff: Sequence[Row]
    pupils: Sequence[Row]
    as_of: datetime
    users: Sequence[Row] = ()


def _records(npsn: Npsn, sources: Sequence[_Rows]) -> SchoolRecords | None:
    """None when no source has a row of that school. A later source wins for the school itself."""
    schools = {each.npsn: each for each in _parsed([row for one in sources for row in one.schools])}
    if npsn not in schools:
        return None
    with _well_formed():
        users = tuple(wire.user(row) for one in sources for row in one.users)
    return SchoolRecords(
        school=schools[npsn],
        people=_people(sources),
        users=users,
        as_of=min(each.as_of for each in sources),
    )


def _people(sources: Sequence[_Rows]) -> tuple[Person, ...]:
    schools = {each.npsn: each for one in sources for each in _parsed(one.schools)}
    staff = _first_told([each.staff for each in sources], "ptk_id")
    pupils = _first_told([each.pupils for each in sources], "peserta_didik_id")
    with _well_formed():
        return wire.people(staff, pupils, schools.get)


def _first_told(tables: Sequence[Sequence[Row]], person: str) -> list[Row]:
    """Of one person at one school only the rows of the first source that has any.

    The school's own installation is asked first, and is ahead of the national data.
    """

    def place(row: Row) -> tuple[str, str]:
        return str(row.get("npsn")), str(row.get(person))

    told: set[tuple[str, str]] = set()
    rows: list[Row] = []
    for table in tables:
        new = [row for row in table if place(row) not in told]
        rows += new
        told |= {place(row) for row in new}
    return rows


def _parsed(rows: Sequence[Row]) -> tuple[School, ...]:
    with _well_formed():
        return tuple(wire.school(row) for row in rows)


@contextmanager
def _well_formed() -> Iterator[None]:
    try:
        yield
    except MalformedRow as error:
        raise LookupUnavailable(System.DAPODIK, str(error)) from error
