"""Any facts there could be: people, accounts, messages and numbers, believable or not.

A case is made from one drawn seed: drawing each of its hundred parts by itself takes fifty times
as long, and what is looked for are odd combinations, not small ones.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from app.lookup.dossier import Account, Match, Person, Placement, School
from app.reading.claims import Claim
from app.resolution.policy import RULES
from app.resolution.terms import BOUNDS, PUBLISHED, Terms
from app.resolution.verdict import Case, Vouched
from models.values import AccountAddress
from models.vocabulary import Category, ExitReason, Jenjang, Peran, System
from tests.unit.resolution import build as b

Thing = TypeVar("Thing")
LEVELS = (Jenjang.SD, Jenjang.SMP, Jenjang.SMA, Jenjang.KESETARAAN)
STAFF_ROLES = (Peran.GURU, Peran.ADMIN)
SCHOOLS = (b.SMP_MELATI, b.SMA_KENANGA, b.SMP_DAHLIA)
LOCALS = ("sariwening27", "sariwening31")
# Office hours, a night, a Sunday, joint leave, and the eve of a long holiday.
NOWS = (
    b.WEDNESDAY_MORNING,
    b.at(b.TODAY, 23),
    b.at(date(2026, 11, 29), 11),
    b.at(date(2026, 12, 24), 9),
    b.at(date(2026, 3, 17), 16),
)


def cases(*, any_terms: bool = True) -> st.SearchStrategy[Case]:
    def made(seed: int) -> Case:
        chance = Random(seed)  # noqa: S311 a test's luck
        return a_case(chance, some_terms(chance) if any_terms else PUBLISHED)

    return st.integers(0, 2**48).map(made)


def some_terms(chance: Random) -> Terms:
    """Any that a draft may be: the published, or every number and version anywhere allowed."""
    if chance.random() < 0.5:
        return PUBLISHED
    chosen = {name: chance.randint(each.least, each.most) for name, each in BOUNDS.items()}
    versions = tuple(
        (rule.id, chance.choice(rule.versions).number)
        for rule in RULES.values()
        if len(rule.versions) > 1
    )
    return Terms(**chosen, versions=versions)


def a_case(chance: Random, terms: Terms = PUBLISHED) -> Case:
    one_of = chance.choice
    now, person = one_of(NOWS), _person(chance)
    held = {
        str(each.address): each
        for each in (_account(chance, now, person.person_id) for _ in range(chance.randint(0, 4)))
    }
    written = [str(a) for each in held.values() for a in (each.address, *each.aliases)]
    age = one_of((None, 0, 6, 6, 6, 6, 6, 6, 47, 49, 90))
    return b.case(
        one_of((*Category, Category("x_tautan"), None)),
        _match(chance, person),
        *held.values(),
        now=now,
        read_at=now,
        as_written=one_of((None, "Sari Wening", "Operator SDN 2")),
        dapodik_as_of=None if age is None else now - timedelta(hours=age),
        schools=_schools(chance),
        requester=one_of((b.STRANGER, b.OWNER, b.OPERATOR, b.HEAD)),
        unavailable=one_of(((),) * 8 + ((System.DAPODIK,), (System.DIRECTORY,))),
        npsn=one_of(((), (), ("69900001",), ("69900002",), ("69900099",))),
        emails=tuple(_some(chance, (*written, "orang@surat.example"), 2)),
        phones=one_of(((), ("081299000011",))),
        nik=one_of(((), ("9900014204880001",), ("9900014204880002",))),
        nisn=one_of(((), ("0129900001",))),
        to_level=one_of((None, None, *LEVELS)),
        from_level=one_of((None, None, *LEVELS)),
        to_role=one_of((None, None, *Peran)),
        from_role=one_of((None, None, *Peran)),
        dates=tuple(_some(chance, (_day(chance), _day(chance), date(1988, 4, 2)), 2)),
        report_numbers=one_of(((), ("700123",))),
        history=one_of(((), ("700123", "700200"))),
        claims=tuple(_some(chance, tuple(Claim), 2)),
        changed_on=one_of((None, None, b.TODAY, b.days_ago(1))),
        person_names=one_of(((), ("Sari Wening",))),
        follow_up=_yes(chance),
        on_behalf=_yes(chance),
        many_subjects=_yes(chance),
        attachments=one_of(((), ("screenshot", "ktp"), ("screenshot", "surat_kuasa"))),
        subjects=one_of((1, 2, 25)),
        terms=terms,
        vouched=one_of((None, None, Vouched("Tuti", "69900001", now, now))),
        is_listed=_yes(chance),
    )


def _person(chance: Random) -> Person:
    is_pupil = chance.random() < 0.25
    held = [_placement(chance, is_pupil=is_pupil) for _ in range(chance.randint(0, 4))]
    held.sort(key=lambda each: not each.is_active)
    return b.pupil(*held) if is_pupil else b.teacher(*held)


def _placement(chance: Random, *, is_pupil: bool) -> Placement:
    left: ExitReason | None = chance.choice((*[None] * 12, *ExitReason))
    return Placement(
        npsn=chance.choice(SCHOOLS),
        jenjang=chance.choice((*LEVELS, *LEVELS, *LEVELS, *LEVELS, None)),
        peran=Peran.SISWA if is_pupil else chance.choice((*STAFF_ROLES, *STAFF_ROLES, None)),
        ptk_type=chance.choice((None, "4", "11", "20", "42")),
        is_home=chance.random() < 0.7,
        since=_maybe_day(chance),
        sent=chance.choice((None, True, True, True, True, False)),
        left_for=left,
        left_on=_maybe_day(chance) if left else None,
    )


def _account(chance: Random, now: datetime, owner: str) -> Account:
    gone = chance.choice((None, None, None, chance.randint(0, 40)))
    used = chance.choice((None, chance.randint(0, 400)))
    return b.account(
        _address(chance).text,
        account_id=f"id-{chance.random()}",
        aliases=tuple(_some(chance, (_address(chance),), 1)),
        person_id=chance.choice((owner,) * 8 + (None, "ptk-0009")),
        npsn=chance.choice((None, *SCHOOLS)),
        suspended=chance.random() < 0.2,
        deleted_at=None if gone is None else now - timedelta(days=gone),
        last_login_at=None if used is None else now - timedelta(days=used),
        recovery_email=chance.choice((None, "sari.wening@surat.example")),
        noticed_on=_maybe_day(chance),
        deletion_on=_maybe_day(chance),
    )


def _address(chance: Random) -> AccountAddress:
    """Of staff, of students, and some of no school."""
    local = chance.choice(LOCALS)
    if chance.random() < 0.07:
        return AccountAddress(f"{local}@{chance.choice(('dinas', 'yayasan'))}.belajar.id")
    role = chance.choice((*STAFF_ROLES, *STAFF_ROLES, Peran.SISWA))
    return AccountAddress.of_role(local, role, chance.choice(LEVELS))


def _match(chance: Random, person: Person) -> Match:
    found = b.matched(person)
    return chance.choice((*[found] * 8, b.ambiguous(person), b.NOBODY, b.NOT_GIVEN))


def _schools(chance: Random) -> tuple[School, ...]:
    closed = chance.choice(((),) * 6 + ((b.SMP_MELATI,), (b.SMP_MELATI, b.SMA_KENANGA)))
    shut = tuple(b.school(each, closed_on=b.days_ago(300)) for each in closed)
    return shut or chance.choice(((), (b.school(),)))


def _day(chance: Random) -> date:
    return b.days_ago(chance.choice((chance.randint(-40, 40), chance.randint(-40, 400))))


def _maybe_day(chance: Random) -> date | None:
    return chance.choice((None, _day(chance)))


def _some(chance: Random, things: Sequence[Thing], most: int) -> Sequence[Thing]:
    return chance.sample(things, chance.randint(0, min(most, len(things))))


def _yes(chance: Random) -> bool:
    return chance.random() < 0.3
