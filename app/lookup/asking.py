"""Questions to both systems: each asked once per look-up, each logged with its key masked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from app.lookup.dossier import Account, Person, School
from app.lookup.ports import Accounts, Dapodik, LookupUnavailable, SchoolRecords
from models.values import AccountAddress, Npsn
from models.vocabulary import System

_Answer = TypeVar("_Answer")

_SHOWN = 4  # last characters of an identifier that may stand in a log


@dataclass(frozen=True, slots=True)
class Asked:
    """One question put to a system: its key masked, and how many answers came."""

    system: System
    question: str
    found: int


class Asking:
    """Both systems, with a memory for one look-up. Every question may raise LookupUnavailable."""

    def __init__(
        self, dapodik: Dapodik, accounts: Accounts, on_access: Callable[[Asked], None]
    ) -> None:
        self._dapodik = dapodik
        self._accounts = accounts
        self._on_access = on_access
        self._schools: dict[Npsn, SchoolRecords | None] = {}
        self._people: dict[str, tuple[Person, ...]] = {}
        self._named: dict[tuple[str, date], tuple[Person, ...]] = {}
        self._at: dict[AccountAddress, Account | None] = {}
        self._of: dict[str, tuple[Account, ...]] = {}

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        if npsn not in self._schools:
            self._schools[npsn] = self._one(
                System.DAPODIK, f"sekolah {npsn}", lambda: self._dapodik.school(npsn)
            )
        return self._schools[npsn]

    def schools_named(self, name: str) -> tuple[School, ...]:
        return self._all(
            System.DAPODIK,
            f"sekolah bernama {name}",
            lambda: self._dapodik.schools_named(name),
        )

    def people_with(self, label: str, identifier: str) -> tuple[Person, ...]:
        if identifier not in self._people:
            self._people[identifier] = self._all(
                System.DAPODIK,
                f"orang dengan {label} {masked(identifier)}",
                lambda: self._dapodik.people_with(identifier),
            )
        return self._people[identifier]

    def people_named(self, name: str, born: date) -> tuple[Person, ...]:
        if (name, born) not in self._named:
            self._named[name, born] = self._all(
                System.DAPODIK,
                f"orang bernama {name}, lahir tahun {born.year}",
                lambda: self._dapodik.people_named(name, born),
            )
        return self._named[name, born]

    def account_at(self, address: AccountAddress) -> Account | None:
        if address not in self._at:
            self._at[address] = self._one(
                System.DIRECTORY,
                f"akun {masked_address(address)}",
                lambda: self._accounts.by_address(address),
            )
        return self._at[address]

    def accounts_of(self, person_id: str) -> tuple[Account, ...]:
        if person_id not in self._of:
            self._of[person_id] = self._all(
                System.DIRECTORY,
                f"akun milik orang {masked(person_id)}",
                lambda: self._accounts.of_person(person_id),
            )
        return self._of[person_id]

    def as_of(self, schools: Iterable[Npsn]) -> datetime | None:
        """The oldest date of those schools' records, else of any read; None when none was."""
        wanted = set(schools)
        read = [each for each in self._schools.values() if each]
        used = [each.as_of for each in read if each.school.npsn in wanted]
        return min(used or [each.as_of for each in read], default=None)

    def _one(
        self, system: System, question: str, ask: Callable[[], _Answer | None]
    ) -> _Answer | None:
        found = self._all(system, question, lambda: [each for each in [ask()] if each is not None])
        return found[0] if found else None

    def _all(
        self, system: System, question: str, ask: Callable[[], Sequence[_Answer]]
    ) -> tuple[_Answer, ...]:
        """A question that was not answered was still asked: it is logged with nothing found."""
        try:
            found = tuple(ask())
        except LookupUnavailable:
            self._on_access(Asked(system, question, 0))
            raise
        self._on_access(Asked(system, question, len(found)))
        return found


def masked(identifier: str) -> str:
    """Only the last four characters, and never more than a third of it."""
    shown = min(_SHOWN, len(identifier) // 3)
    return "…" + (identifier[-shown:] if shown else "")


def masked_address(address: AccountAddress) -> str:
    """The first character and the domain, which say no more than role and jenjang."""
    return f"{address.local[:1]}…@{address.text.partition('@')[2]}"
