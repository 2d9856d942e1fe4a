"""Believable invented people, accounts and cases; a test names only what matters to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.kit.clock import at_wib, wib_day
from app.lookup.dossier import (
    Account,
    Candidate,
    Dossier,
    Match,
    Person,
    Placement,
    Requester,
    School,
)
from app.reading.facts import Facets, Facts
from app.resolution.verdict import Case
from models.values import AccountAddress, Npsn
from models.vocabulary import (
    Category,
    Jenjang,
    MatchStatus,
    Peran,
    PersonKind,
    Relation,
)

WEDNESDAY_MORNING = at_wib(date(2026, 11, 25), 10).astimezone(UTC)
TODAY = wib_day(WEDNESDAY_MORNING)
EXTRACTED = at_wib(TODAY, 2).astimezone(UTC)
LONG_AGO = date(2022, 7, 18)

SMP_MELATI = Npsn("69900001")
SMA_KENANGA = Npsn("69900002")
SMP_DAHLIA = Npsn("69900003")

OWNER = Requester("sari.wening@surat.example", Relation.OWNER, verified=True)
OPERATOR = Requester("operator@smpmelati.example", Relation.OPERATOR, verified=True)
HEAD = Requester("kepala@smpmelati.example", Relation.HEAD, verified=True)
STRANGER = Requester("siapa@surat.example")


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(day: date, hour: int = 9) -> datetime:
    return at_wib(day, hour).astimezone(UTC)


def school(npsn: Npsn = SMP_MELATI, **changes: Any) -> School:
    return replace(School(npsn, "SMP Negeri 9 Melati", Jenjang.SMP), **changes)


def placement(**changes: Any) -> Placement:
    """A teacher at SMP Melati since 2022."""
    base = Placement(SMP_MELATI, Jenjang.SMP, Peran.GURU, ptk_type="4", since=LONG_AGO, sent=True)
    return replace(base, **changes)


def teacher(*placements: Placement, **changes: Any) -> Person:
    base = Person(
        "ptk-0001",
        PersonKind.STAFF,
        "Sari Wening",
        birth_date=date(1988, 4, 2),
        nik="9900014204880001",
        placements=placements,
    )
    return replace(base, **changes)


def pupil(*placements: Placement, **changes: Any) -> Person:
    base = Person(
        "pd-0001", PersonKind.STUDENT, "Bagas Lintang", nisn="0129900001", placements=placements
    )
    return replace(base, **changes)


def enrolment(**changes: Any) -> Placement:
    return placement(peran=Peran.SISWA, ptk_type=None, grade="7", **changes)


def account(address: str = "sariwening27@guru.smp.belajar.id", **changes: Any) -> Account:
    """Linked to the teacher, used last week, with a personal recovery mail."""
    base = Account(
        account_id=f"id-{address}",
        address=AccountAddress.parse(address),
        person_id="ptk-0001",
        npsn=SMP_MELATI,
        name="Sari Wening",
        last_login_at=at(days_ago(7)),
        recovery_email="sari.wening@surat.example",
    )
    return replace(base, **changes)


def matched(person: Person) -> Match:
    return Match(MatchStatus.MATCHED, person=person, because=("nama sama persis",))


def ambiguous(*people: Person) -> Match:
    found = tuple(Candidate(each, 0.8, ("nama sama persis",)) for each in people)
    return Match(MatchStatus.AMBIGUOUS, candidates=found)


NOBODY = Match(MatchStatus.NONE)
NOT_GIVEN = Match(MatchStatus.NOT_GIVEN)


def case(
    category: Category,
    who: Person | Match,
    *accounts: Account,
    **changes: Any,
) -> Case:
    """A case with fresh records of SMP Melati; keyword arguments go where they are known."""
    match = matched(who) if isinstance(who, Person) else who
    dossier = Dossier(
        as_written="Sari Wening",
        match=match,
        read_at=WEDNESDAY_MORNING,
        dapodik_as_of=EXTRACTED,
        accounts=accounts,
        schools=(school(),),
        requester=STRANGER,
    )
    base = Case(category, Facts(), Facets(), dossier, WEDNESDAY_MORNING)
    for name, value in changes.items():
        if name in Dossier.__slots__:
            base = replace(base, dossier=replace(base.dossier, **{name: value}))
        elif name in Facts.__slots__:
            base = replace(base, facts=replace(base.facts, **{name: value}))
        elif name in Facets.__slots__:
            base = replace(base, facets=replace(base.facets, **{name: value}))
        else:
            base = replace(base, **{name: value})
    return base
