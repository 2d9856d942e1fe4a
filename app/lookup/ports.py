"""What Loket asks of the two systems, in domain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.lookup.dossier import Account, Person, School, SchoolUser
from models.values import AccountAddress, Npsn
from models.vocabulary import System


class LookupUnavailable(Exception):
    """A system did not answer in time or refused us. The work is done again later."""

    def __init__(self, system: System, reason: str = "") -> None:
        super().__init__(f"{system.value}: {reason}" if reason else system.value)
        self.system = system


@dataclass(frozen=True, slots=True)
class SchoolRecords:
    """All that Dapodik says of one school. `as_of` is when these records were true (UTC)."""

    school: School
    people: tuple[Person, ...]
    users: tuple[SchoolUser, ...]
    as_of: datetime


class Dapodik(Protocol):
    """The school register. Every method raises LookupUnavailable when it cannot answer."""

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        """None when the register does not know that number."""
        ...

    def schools_named(self, name: str) -> Sequence[School]:
        """Schools whose name resembles `name`, best first, at most 20; () where not offered."""
        ...

    def people_with(self, identifier: str) -> Sequence[Person]:
        """Everyone in the country with that NIK, NUPTK, NIP, NISN or person id.

        () also where the system has no national search (the WebService of one school).
        """
        ...

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        """Everyone in the country born that day whose name may be `name`, spelling tolerated.

        At most 20; () also where the system has no national search.
        """
        ...


class Accounts(Protocol):
    """The account directory, read only. Every method raises LookupUnavailable."""

    def by_address(self, address: AccountAddress) -> Account | None:
        """The live account with that primary address or alias; else the one deleted last under
        it, while the directory still knows it (20 days)."""
        ...

    def of_person(self, person_id: str) -> Sequence[Account]:
        """Every account of that person, deleted ones of the last 20 days included."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """Both systems, as one kind of work asks them."""

    dapodik: Dapodik
    accounts: Accounts
