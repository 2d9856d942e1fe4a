"""A rule of the book: what it decides, in which version, on which statement, since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.resolution.policy.sources import since, source
from app.resolution.terms import PUBLISHED, Terms, numbers
from app.resolution.verdict import Source
from models.vocabulary import Remedy


class Needs(StrEnum):
    """Whose yes the steps of a remedy need. More than `many_subjects` at once need two anyway."""

    ONE = "one"
    TWO = "two"
    TWO_IF_IN_USE = "two_if_in_use"
    TWO_IF_SECOND = "two_if_second"


_NEEDS = {
    Remedy.RESET_PASSWORD: Needs.TWO,
    Remedy.RETIRE_ACCOUNT: Needs.TWO_IF_IN_USE,
    Remedy.REPLACE_ACCOUNT: Needs.TWO_IF_IN_USE,
    Remedy.ISSUE_ACCOUNT: Needs.TWO_IF_SECOND,
}


# Rests on a word that is no record: whatever the remedy, two people look at it.
VOUCHING = "loket.vouching"


def needs(remedy: Remedy, source_key: str = "") -> Needs:
    return Needs.TWO if source_key == VOUCHING else _NEEDS.get(remedy, Needs.ONE)


@dataclass(frozen=True, slots=True)
class Version:
    """One way a rule can decide.

    `decides` and `in_english` say it in one sentence each, with numbers of the Terms as gaps.
    """

    number: int
    source_key: str
    remedies: tuple[Remedy, ...]
    decides: str
    in_english: str

    @property
    def since(self) -> date:
        """The day (WIB) the rule holds from."""
        return since(self.source_key)

    def source(self, terms: Terms = PUBLISHED) -> Source:
        return source(self.source_key, terms)

    def says(self, terms: Terms = PUBLISHED, *, english: bool = False) -> str:
        return (self.in_english if english else self.decides).format_map(numbers(terms))


@dataclass(frozen=True, slots=True)
class Rule:
    """`versions` has the usual one first; a Terms may choose another of them by its number.

    A number grows by one with each change of what is decided and is never used again.
    """

    id: str
    versions: tuple[Version, ...]

    @property
    def version(self) -> int:
        """The number of the usual version."""
        return self.versions[0].number

    @property
    def source_key(self) -> str:
        return self.versions[0].source_key

    @property
    def source(self) -> Source:
        return self.versions[0].source()

    def under(self, terms: Terms) -> Version:
        """The version that applies; the usual one where the Terms choose none there is."""
        chosen = dict(terms.versions).get(self.id) if terms.versions else None
        return next((each for each in self.versions if each.number == chosen), self.versions[0])


@dataclass(frozen=True, slots=True)
class Or:
    """Another version of the rule above it, numbered on from its usual one."""

    source_key: str
    remedies: tuple[Remedy, ...]
    decides: str
    in_english: str


def rule(
    name: str,
    source_key: str,
    remedies: tuple[Remedy, ...],
    decides: str,
    in_english: str,
    *others: Or,
    version: int = 1,
) -> Rule:
    """A row of the book: its usual version, and others that Terms may choose."""
    usual = Version(version, source_key, remedies, decides, in_english)
    more = (
        Version(number, each.source_key, each.remedies, each.decides, each.in_english)
        for number, each in enumerate(others, start=version + 1)
    )
    return Rule(name, (usual, *more))
