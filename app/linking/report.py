"""One ticket as linking sees it: who writes, for whom, from where. Values only."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from app.linking.bare import is_bare_follow_up
from app.linking.likeness import stems
from app.lookup.subjects import grades
from app.reading.facts import Facets, Facts, Mention
from app.reading.schools import schools
from models.values import AccountAddress, MalformedAddress
from models.vocabulary import Category, Channel

_CLASS = re.compile(
    r"\b(?:kelas|kls|rombel)\s*\.?\s*(\d{1,2}|[ivx]{1,4})[\s.-]?([a-h])\b", re.IGNORECASE
)
_NUMBERS = ("nik", "nisn", "nuptk", "nip")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the records say of those a ticket is about; empty while nobody was matched.

    `persons` are ids of matched people, `numbers` their NIK, NISN, NUPTK and NIP.
    """

    persons: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    schools: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Report:
    """`number` is the nomor laporan, `writer` the name it is signed with; addresses lower-case."""

    number: int
    text: str
    category: Category | None = None
    writer: str = ""
    mail: str | None = None
    account: str | None = None
    npsn: str | None = None
    school_name: str = ""
    at: datetime | None = None
    channel: Channel | None = None
    province: str = ""
    regency: str = ""
    facts: Facts = field(default_factory=Facts)
    facets: Facets = field(default_factory=Facets)
    mentions: tuple[Mention, ...] = ()
    recorded: Recorded = field(default_factory=Recorded)

    @property
    def persons(self) -> frozenset[str]:
        return self.recorded.persons

    @cached_property
    def accounts(self) -> frozenset[str]:
        """Accounts under belajar.id that the writer names."""
        named = {*self.facts.emails, *filter(None, [self.account])}
        return frozenset(each for each in named if is_account(each))

    @cached_property
    def mails(self) -> frozenset[str]:
        """Private addresses: the requester's, and those in the text."""
        named = {*self.facts.emails, *filter(None, [self.mail])}
        return frozenset(each for each in named if not is_account(each))

    @cached_property
    def numbers(self) -> dict[str, frozenset[str]]:
        """Stated identity numbers by kind; kinds without any are left out."""
        found = {kind: frozenset(getattr(self.facts, kind)) for kind in _NUMBERS}
        return {kind: values for kind, values in found.items() if values}

    @cached_property
    def all_numbers(self) -> frozenset[str]:
        return self.recorded.numbers.union(*self.numbers.values())

    @cached_property
    def phones(self) -> frozenset[str]:
        """Digits without the country's code or the leading zero."""
        return frozenset(
            each.removeprefix("+").removeprefix("62").lstrip("0") for each in self.facts.phones
        )

    @cached_property
    def schools(self) -> frozenset[str]:
        """Every NPSN that is known."""
        return self.recorded.schools.union(self.facts.npsn, filter(None, [self.npsn]))

    @cached_property
    def school_names(self) -> frozenset[str]:
        signed = schools(self.writer)
        written = (self.school_name, *self.facts.school_names, *(each.value for each in signed))
        return frozenset(filter(None, written))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Names of those it is about: the writer's where it is for nobody else and no class."""
        named = tuple(each.name for each in self.mentions if each.name)
        if named or self.facets.on_behalf or self.facets.many_subjects or self.grades:
            return named
        return (self.writer,) if self.writer else ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Those of `people`, and the writer's."""
        return tuple(dict.fromkeys([*self.people, *filter(None, [self.writer])]))

    @property
    def asks_after(self) -> bool:
        """Only after an earlier report: whoever is named in it signs it."""
        return is_bare_follow_up(self.category, self.facets, self.facts)

    @cached_property
    def classes(self) -> frozenset[str]:
        """Classes by grade and letter ("3A")."""
        return frozenset(
            f"{grade}{letter}".upper()
            for grade, letter in _CLASS.findall(f"{self.writer} {self.text}")
        )

    @cached_property
    def grades(self) -> frozenset[str]:
        return grades(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems(self.text)


def is_account(address: str) -> bool:
    try:
        AccountAddress.parse(address)
    except MalformedAddress:
        return False
    return True
