"""Who may be handed access."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.lookup import requester
from app.lookup.dossier import Dossier, Match
from models.values import AccountAddress, Npsn
from models.vocabulary import MatchStatus, Relation
from tests.unit.lookup import build

OWN = build.account(
    recovery_email="rukmini@surat.example",
    aliases=(AccountAddress("rukmini27@admin.sd.belajar.id"),),
)
USERS = (
    build.user(),
    build.user("Kepala Sekolah", "darmo@surat.example", person_id=build.staff_id(3)),
    build.user("PTK", "guru@surat.example", person_id=build.staff_id(4)),
    build.user("Operator Sekolah", "lain@surat.example", npsn=Npsn(build.SMP)),
)


@pytest.mark.parametrize(
    ("email", "relation"),
    [
        pytest.param("Rukmini@Surat.example ", Relation.OWNER, id="recovery mail in capitals"),
        pytest.param("rukmini27@guru.sd.belajar.id", Relation.OWNER, id="the account itself"),
        pytest.param("rukmini27@admin.sd.belajar.id", Relation.OWNER, id="its alias"),
        pytest.param("tuti@surat.example", Relation.OPERATOR, id="operator of the school"),
        pytest.param("DARMO@surat.example", Relation.HEAD, id="head of the school"),
        pytest.param("guru@surat.example", Relation.UNKNOWN, id="a colleague"),
        pytest.param("lain@surat.example", Relation.UNKNOWN, id="operator of another school"),
        pytest.param("asing@surat.example", Relation.UNKNOWN, id="a stranger"),
        pytest.param("", Relation.UNKNOWN, id="no address"),
        pytest.param(None, Relation.UNKNOWN, id="address unknown"),
    ],
)
def test_the_records_decide_what_a_mail_proves(email: str | None, relation: Relation) -> None:
    judged = requester.judge(email, build.person(), (OWN,), USERS)
    assert judged.relation is relation
    assert judged.verified == (relation is not Relation.UNKNOWN)
    assert judged.because


def test_an_account_of_somebody_else_proves_nothing() -> None:
    foreign = build.account(person_id=build.staff_id(9), recovery_email="asing@surat.example")
    judged = requester.judge("asing@surat.example", build.person(), (foreign,), USERS)
    assert not judged.verified


def test_without_a_person_only_the_account_itself_can_prove() -> None:
    assert requester.judge("rukmini@surat.example", None, (OWN,), USERS).verified
    assert not requester.judge("tuti@surat.example", None, (OWN,), USERS).verified


def test_the_operator_may_write_from_their_own_account() -> None:
    own = build.account(2, "tuti31@admin.sd.belajar.id", person_id=build.staff_id(2))
    judged = requester.judge(own.address.text, build.person(), (), USERS, own_account=own)
    assert judged.relation is Relation.OPERATOR


PLACEMENTS: dict[str, tuple[dict[str, Any], ...]] = {
    "home wins over extra work": (
        {"npsn": build.SD},
        {"npsn": build.SMP, "is_home": False},
    ),
    "extra work alone": ({"npsn": build.SD, "is_home": False},),
    "left: the last school": (
        {"npsn": build.SD, "left_on": date(2026, 6, 20)},
        {"npsn": build.SMP, "left_on": date(2020, 6, 20)},
    ),
}


@pytest.mark.parametrize("placements", PLACEMENTS.values(), ids=PLACEMENTS)
def test_the_present_school_is_the_one_that_may_speak(
    placements: tuple[dict[str, Any], ...],
) -> None:
    person = build.person(placements=tuple(build.placement(**each) for each in placements))
    assert requester.present_schools(person) == {Npsn(build.SD)}


def test_a_person_without_placements_has_no_school() -> None:
    assert requester.present_schools(build.person(placements=())) == frozenset()


def _found(email: str) -> Dossier:
    """Rukmini with her account, asked after by that address."""
    person = build.person()
    asker = requester.judge(email, person, [OWN], USERS)
    match = Match(MatchStatus.MATCHED, person=person)
    return Dossier("Rukmini", match, build.NOW, accounts=(OWN,), requester=asker)


@pytest.mark.parametrize(
    ("writes", "about", "sent_to", "confirmed"),
    [
        pytest.param("tuti@surat.example", 1, "tuti@surat.example", True, id="the office"),
        pytest.param(
            "tuti@surat.example", 9, "tuti@surat.example", True, id="the office, about a colleague"
        ),
        pytest.param("rukmini@surat.example", 1, "rukmini@surat.example", True, id="the owner"),
        pytest.param("asing@surat.example", 1, "rukmini@surat.example", True, id="asked of her"),
        pytest.param("asing@surat.example", 9, "rukmini@surat.example", False, id="of another"),
        pytest.param("asing@surat.example", 1, "asing@surat.example", False, id="a stranger"),
        pytest.param("lain@surat.example", 1, "lain@surat.example", False, id="another school"),
    ],
)
def test_a_mailed_yes_counts_for_whom_its_address_is_registered(
    writes: str, about: int, sent_to: str, *, confirmed: bool
) -> None:
    said = requester.Confirmation(build.staff_id(about), sent_to, build.NOW)
    assert requester.confirmed(_found(writes), [said]).requester.confirmed is confirmed


def test_a_yes_of_the_office_is_about_those_it_was_asked_of() -> None:
    """Whoever holds the report's page can name more people once the office has said yes."""
    tuti, colleague = "tuti@surat.example", build.staff_id(9)
    said = requester.Confirmation(colleague, tuti, build.NOW, about=frozenset({colleague}))
    assert not requester.confirmed(_found(tuti), [said]).requester.confirmed
    both = replace(said, about=frozenset({colleague, build.staff_id(1)}))
    assert requester.confirmed(_found(tuti), [both]).requester.confirmed
