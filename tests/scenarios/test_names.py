"""Who of a school is taken for whom: two different people never, the right one nearly always."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from app.lookup import match
from app.lookup.dossier import Person
from app.reading.facts import Mention
from models.vocabulary import MatchStatus, PersonKind
from tests.scenarios.world import person_id

FILE = Path(__file__).parent / "names.toml"
# Of the names that mean one certain person; below it a clear name is asked after too often.
RECALL_AT_LEAST = 0.9


class Written(NamedTuple):
    stated: str
    right: frozenset[str]
    roster: tuple[str, ...]


def written() -> list[Written]:
    schools = tomllib.loads(FILE.read_text(encoding="utf-8"))["school"]
    return [
        Written(stated, frozenset(right.split("|")), tuple(school["roster"]))
        for school in schools
        for stated, right in school["names"]
    ]


def taken_for(each: Written) -> str:
    """The recorded name, or the status where nobody is certain."""
    people = [
        Person(person_id(f"{number}/{name}"), PersonKind.STAFF, name)
        for number, name in enumerate(each.roster)
    ]
    mention = Mention(as_written=each.stated, name=each.stated)
    found = match.match(mention, people, school=match.School(is_known=True))
    return found.person.name if found.person else found.status.value


@pytest.mark.parametrize("each", written(), ids=lambda each: each.stated)
def test_nobody_is_taken_for_somebody_else(each: Written) -> None:
    found = taken_for(each)
    asked_after = {MatchStatus.AMBIGUOUS.value, MatchStatus.NONE.value}
    assert found in each.right | asked_after


def test_who_is_clearly_meant_is_found() -> None:
    certain = [each for each in written() if not each.right & {"ambiguous", "none"}]
    found = [each for each in certain if taken_for(each) in each.right]
    missed = {each.stated: taken_for(each) for each in certain if each not in found}
    assert len(found) / len(certain) >= RECALL_AT_LEAST, missed


def test_who_is_nobody_or_one_of_several_is_not_guessed() -> None:
    unclear = [each for each in written() if each.right <= {"ambiguous", "none"}]
    assert {
        each.stated: found for each in unclear if (found := taken_for(each)) in each.roster
    } == {}
