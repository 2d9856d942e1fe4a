"""The register and the directory as the extract in force has them."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from app.lookup.alike import alike
from app.lookup.cells import MalformedRow
from app.lookup.dossier import Account, Person, School
from app.lookup.person_name import who_may_fit
from app.lookup.ports import LookupUnavailable, SchoolRecords
from app.lookup.resemble import SchoolNames
from app.register import recall
from app.store import extracts, records
from app.store.session import Database, Session
from models import Extract
from models.values import AccountAddress, Npsn
from models.vocabulary import System


class SnapshotDapodik:
    """Implements `Dapodik`. Unavailable until a first extract is loaded.

    School names are kept in memory, of one extract at a time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._names: tuple[int, SchoolNames] | None = None

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        with _asked(self._database, System.DAPODIK) as (session, extract):
            return recall.school(session, extract, npsn)

    def schools_named(self, name: str) -> Sequence[School]:
        with _asked(self._database, System.DAPODIK) as (session, extract):
            best = [Npsn(each) for each in self._names_of(session, extract).like(name)]
            found = recall.schools(session, extract, best)
        return [found[each] for each in best if each in found]

    def people_with(self, identifier: str) -> Sequence[Person]:
        with _asked(self._database, System.DAPODIK) as (session, extract):
            found = records.people_with(session, extract.id, identifier.strip())
            return recall.people(session, extract, found)

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        with _asked(self._database, System.DAPODIK) as (session, extract):
            recorded = records.names_of_day(session, extract.id, born)
            near = who_may_fit(name, recorded)
            found = records.people_named(session, extract.id, born, near)
            return alike(name, recall.people(session, extract, found))

    def _names_of(self, session: Session, extract: Extract) -> SchoolNames:
        """Read once for each extract; whoever else asks meanwhile waits for it."""
        with self._lock:
            if self._names is None or self._names[0] != extract.id:
                tidy = dict(records.school_names(session, extract.id))
                self._names = extract.id, SchoolNames.of_tidy(tidy)
            return self._names[1]


class SnapshotAccounts:
    """Implements `Accounts`. Unavailable until a first extract is loaded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_address(self, address: AccountAddress) -> Account | None:
        with _asked(self._database, System.DIRECTORY) as (session, extract):
            return recall.account_at(session, extract, address)

    def of_person(self, person_id: str) -> Sequence[Account]:
        with _asked(self._database, System.DIRECTORY) as (session, extract):
            return recall.accounts_of(session, extract, person_id)


@contextmanager
def _asked(database: Database, system: System) -> Iterator[tuple[Session, Extract]]:
    """One question, answered from one extract even where another comes into force meanwhile."""
    with database.read() as session:
        extract = extracts.in_force(session)
        if extract is None:
            raise LookupUnavailable(system, "no extract has been loaded")
        try:
            yield session, extract
        except MalformedRow as error:
            raise LookupUnavailable(system, str(error)) from error
