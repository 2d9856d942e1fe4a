"""What both systems say now of a person who was looked up before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.lookup.asking import Asked, Asking
from app.lookup.dossier import Account, Dossier, Match, Person, School
from app.lookup.in_full import Look, dossier_of
from app.lookup.ports import Accounts, Dapodik
from app.lookup.reporter import reporter
from app.lookup.subjects import Stated
from models.vocabulary import MatchStatus


def again(
    known: Dossier,
    *,
    dapodik: Dapodik,
    accounts: Accounts,
    now: datetime,
    on_access: Callable[[Asked], None],
) -> Dossier:
    """The same look-up with today's answers; who is meant is not asked anew.

    NONE where the records know that person no longer. Whether who asks is confirmed is for
    `requester.confirmed` to say, as after any look-up. Raises LookupUnavailable.
    """
    asking = Asking(dapodik, accounts, on_access)
    look = Look(asking, reporter(asking, Stated(email=known.requester.email)), now)
    named = (asking.account_at(each.address) for each in _named(known))
    schools = (_school(asking, each) for each in known.schools)
    return dossier_of(
        look,
        known.as_written,
        _match(asking, known),
        accounts=tuple(each for each in named if each),
        meant=tuple(each for each in schools if each),
    )


def _match(asking: Asking, known: Dossier) -> Match:
    if known.person is None:
        return known.match
    today = _today(asking, known.person)
    if today is None:
        return Match(MatchStatus.NONE, because=("orang itu tidak ada lagi pada data",))
    return replace(known.match, person=today)


def _today(asking: Asking, person: Person) -> Person | None:
    """At the schools where they were, else anywhere a national search finds them."""
    key = person.person_id
    read = [asking.school(npsn) for npsn in dict.fromkeys(at.npsn for at in person.placements)]
    everyone = [each for records in read if records for each in records.people]
    found = [each for each in everyone if each.person_id == key]
    found += [each for each in asking.people_with("ID", key) if each.person_id == key]
    return max(found, key=lambda each: len(each.placements), default=None)


def _named(known: Dossier) -> list[Account]:
    """Accounts the message led to that are not the person's own."""
    own = known.person.person_id if known.person else None
    return [each for each in known.accounts if own is None or each.person_id != own]


def _school(asking: Asking, known: School) -> School | None:
    records = asking.school(known.npsn)
    return records.school if records else None
