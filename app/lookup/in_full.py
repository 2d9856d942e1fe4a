"""The dossier of one subject: the person in full, their schools and accounts, and who asks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.lookup import requester
from app.lookup.asking import Asking
from app.lookup.dossier import Account, Dossier, Match, Person, School, SchoolUser
from app.lookup.ports import SchoolRecords
from app.lookup.reporter import Reporter


@dataclass(frozen=True, slots=True)
class Look:
    """One look into both systems: what they were asked, for whom, at which aware instant."""

    asking: Asking
    writer: Reporter
    now: datetime


def dossier_of(
    look: Look,
    as_written: str | None,
    found: Match,
    *,
    accounts: tuple[Account, ...],
    meant: tuple[School, ...],
) -> Dossier:
    """What both systems say of that person, if there is one, and of who asks.

    `accounts` are those the message leads to, `meant` the schools it speaks of.
    """
    asking = look.asking
    found = _in_full(asking, found)
    person = found.person
    theirs = asking.accounts_of(person.person_id) if person else ()
    placed = _schools_of(asking, person)
    users = [user for each in placed for user in _in_office(each)]
    everything = _distinct_accounts([*theirs, *accounts])
    known = {each.npsn: each for each in (*meant, *(each.school for each in placed))}
    return Dossier(
        as_written=as_written,
        match=found,
        read_at=look.now,
        dapodik_as_of=asking.as_of(known),
        accounts=everything,
        schools=tuple(known.values()),
        requester=requester.judge(
            look.writer.email,
            person,
            everything,
            users,
            own_account=look.writer.account,
        ),
        officers=requester.officers(person, users),
    )


def _in_full(asking: Asking, found: Match) -> Match:
    """With placements at every school, where the register can search the country."""
    if found.person is None:
        return found
    key = found.person.person_id
    same = [each for each in asking.people_with("ID", key) if each.person_id == key]
    fullest = max([found.person, *same], key=lambda each: len(each.placements))
    return replace(found, person=fullest)


def _schools_of(asking: Asking, person: Person | None) -> list[SchoolRecords]:
    numbers = dict.fromkeys(each.npsn for each in person.placements) if person else {}
    read = (asking.school(npsn) for npsn in numbers)
    return [each for each in read if each]


def _in_office(records: SchoolRecords) -> list[SchoolUser]:
    """The school's users without those whose own record says that they have left it.

    Users of Dapodik outlive their post; one without a record of staff there stays as he is.
    """
    here = records.school.npsn
    left = {
        person.person_id
        for person in records.people
        if not any(each.npsn == here for each in person.active)
    }
    return [each for each in records.users if each.person_id not in left]


def _distinct_accounts(accounts: Iterable[Account]) -> tuple[Account, ...]:
    return tuple({each.account_id: each for each in accounts}.values())
