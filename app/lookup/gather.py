"""Everything both systems say about each person a message is about."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.lookup import match, roster, schools, whole_class
from app.lookup.asking import Asked, Asking
from app.lookup.dossier import Account, Dossier, Match, Person
from app.lookup.in_full import Look, dossier_of
from app.lookup.ports import Accounts, Dapodik, SchoolRecords
from app.lookup.reporter import is_writers_own, named_accounts, reporter
from app.lookup.schools import Sought
from app.lookup.subjects import (
    Stated,
    grades,
    identifies,
    is_whole_class,
    kind_of,
    may_be_the_writer,
    subjects,
    with_school,
)
from app.reading.facts import Mention, Understanding
from app.reading.listed import of_line
from models.vocabulary import MatchStatus

__all__ = ["Asked", "Stated", "dossiers", "of_lines"]

_OTHER_SCHOOLS_AT_MOST = 3
_NUMBERS = (("NIK", "nik"), ("NUPTK", "nuptk"), ("NIP", "nip"), ("NISN", "nisn"))


def dossiers(
    understanding: Understanding,
    *,
    dapodik: Dapodik,
    accounts: Accounts,
    stated: Stated,
    now: datetime,
    on_access: Callable[[Asked], None],
) -> tuple[Dossier, ...]:
    """One per subject, in the order of the text; never empty. Raises LookupUnavailable."""
    asking = Asking(dapodik, accounts, on_access)
    inquiry = _Inquiry(asking, reporter(asking, stated), now, understanding, stated)
    claims = subjects(understanding, stated)
    if is_whole_class(understanding, claims):
        return _whole_class(inquiry, claims)
    if len(claims) == 1:
        claims = _named_by_records(inquiry, claims[0])
    return tuple(_one(inquiry, claim, alone=len(claims) == 1) for claim in claims)


def of_lines(  # noqa: PLR0913 as `dossiers`, with the lines beside
    understanding: Understanding,
    claims: Iterable[Mention],
    *,
    dapodik: Dapodik,
    accounts: Accounts,
    stated: Stated,
    now: datetime,
    on_access: Callable[[Asked], None],
) -> Iterator[Dossier]:
    """One for each line of a list, one after the other; a school is asked for once.

    Raises LookupUnavailable at the line where a system is away; those before it are complete.
    """
    asking = Asking(dapodik, accounts, on_access)
    writer = reporter(asking, stated)
    for claim in claims:
        inquiry = _Inquiry(asking, writer, now, of_line(understanding, claim), stated)
        yield _one(inquiry, with_school(claim, stated), alone=False)


def _named_by_records(inquiry: "_Inquiry", claim: Mention) -> tuple[Mention, ...]:
    """Where the reader found no name: everyone of the school whose name stands in the text.

    A name that comes from the form alone gives way when nobody of the school bears it: it is an
    office's ("Operator SD …"), or somebody else's who writes for them.
    """
    if identifies(claim) or (claim.name and claim.name != inquiry.stated.name):
        return (claim,)
    found = inquiry.seek(claim).found
    if len(found) != 1 or (claim.name and roster.bears(claim.name, found[0].people)):
        return (claim,)
    writer = inquiry.writer.person_ids(found[0].users)
    named = [
        person
        for person in roster.named_in(inquiry.stated.text, found[0].people)
        if not (inquiry.understanding.facets.on_behalf and person.person_id in writer)
    ]
    return tuple(replace(claim, name=each.name, as_written=each.name) for each in named) or (claim,)


@dataclass(frozen=True, slots=True)
class _Inquiry(Look):
    understanding: Understanding
    stated: Stated

    def seek(self, mention: Mention) -> Sought:
        jenjang = self.stated.jenjang
        return schools.seek(self.asking, mention.npsn, mention.school_name, jenjang=jenjang)


def _one(inquiry: _Inquiry, claim: Mention, *, alone: bool) -> Dossier:
    asking = inquiry.asking
    sought = inquiry.seek(claim)
    records = _distinct([*sought.found, *(_other_schools(inquiry, claim) if alone else ())])
    claim, accounts = named_accounts(
        asking,
        claim,
        inquiry.writer,
        users=[user for each in records for user in each.users],
        for_another=inquiry.understanding.facets.on_behalf,
    )
    claim, accounts = _with_own_account(inquiry, claim, accounts) if alone else (claim, accounts)
    people = [person for each in records for person in each.people]
    elsewhere = _elsewhere(asking, claim, accounts)

    def matched(who: Mention) -> Match:
        return match.match(
            who,
            people,
            elsewhere=elsewhere,
            accounts=accounts,
            school=match.School(bool(records), several=sought.several, notes=sought.notes),
            kind=kind_of(inquiry.understanding, who),
        )

    found = matched(claim)
    if found.status is MatchStatus.NONE and alone and _writer_may_be_meant(inquiry, claim):
        found = matched(replace(claim, name=inquiry.stated.name))
    if found.status is MatchStatus.NONE and not sought.several:
        found = _born(inquiry, claim, found)
    meant = () if sought.several else tuple(each.school for each in records)
    return dossier_of(
        inquiry, claim.as_written or claim.name, found, accounts=accounts, meant=meant
    )


def _born(inquiry: _Inquiry, claim: Mention, found: Match) -> Match:
    """As the public checker does it, but without the school: name and day of birth."""
    if not claim.name or not claim.birth_date:
        return found
    born = inquiry.asking.people_named(claim.name, claim.birth_date)
    return match.match_born(claim, born, found, kind=kind_of(inquiry.understanding, claim))


def _writer_may_be_meant(inquiry: _Inquiry, claim: Mention) -> bool:
    """Where no identifier leads anywhere, who writes of themselves is still named by the form."""
    return claim.name is None and may_be_the_writer(inquiry.understanding)


def _other_schools(inquiry: _Inquiry, claim: Mention) -> list[SchoolRecords]:
    """Further schools the text names: someone who moved may still be recorded at the old one."""
    facts = inquiry.understanding.facts
    numbers = [each for each in facts.npsn if each != claim.npsn]
    names = [each for each in facts.school_names if each != claim.school_name]
    asked = [(number, None) for number in numbers] + [(None, name) for name in names]
    sought = [
        schools.seek(inquiry.asking, number, name)
        for number, name in asked[:_OTHER_SCHOOLS_AT_MOST]
    ]
    return [each.found[0] for each in sought if each.found and not each.several]


def _with_own_account(
    inquiry: _Inquiry, claim: Mention, accounts: tuple[Account, ...]
) -> tuple[Mention, tuple[Account, ...]]:
    """Who writes of themselves from their own account has named themselves."""
    own = inquiry.writer.account
    if own is None or own in accounts or not may_be_the_writer(inquiry.understanding):
        return claim, accounts
    if not is_writers_own(claim, own):
        return claim, accounts
    return replace(claim, emails=(*claim.emails, own.address.text)), (*accounts, own)


def _elsewhere(asking: Asking, claim: Mention, accounts: Iterable[Account]) -> list[Person]:
    keys = [(label, getattr(claim, field)) for label, field in _NUMBERS]
    keys += [("ID", each.person_id) for each in accounts]
    keys += [("ID", match.stated_id(claim))]
    return [person for label, key in keys if key for person in asking.people_with(label, key)]


def _distinct(records: Iterable[SchoolRecords]) -> list[SchoolRecords]:
    return list({each.school.npsn: each for each in records}.values())


def _whole_class(inquiry: _Inquiry, claims: Sequence[Mention]) -> tuple[Dossier, ...]:
    """A dossier per active pupil, of the grades named if any, who has no live account."""
    claim = claims[0]
    sought = inquiry.seek(claim)
    meant = tuple(each.school for each in sought.found)
    named = frozenset().union(*(grades(each.as_written) for each in claims))
    if len(sought.found) == 1:
        pupils = whole_class.without_account(inquiry.asking, sought.found[0], named)
        if pupils:
            because = whole_class.reason(meant[0], named)
            return tuple(
                dossier_of(
                    inquiry,
                    each.name,
                    whole_class.matched(each, because),
                    accounts=(),
                    meant=meant,
                )
                for each in pupils
            )
    nobody = Match(MatchStatus.NOT_GIVEN, because=sought.notes)
    shown = () if sought.several else meant
    return (dossier_of(inquiry, claim.as_written, nobody, accounts=(), meant=shown),)
