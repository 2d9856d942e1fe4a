"""Then and now of one person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.lookup.dossier import Account, Person
from app.register.compare import Group, Recorded, compare
from models.vocabulary import Peran
from tests.unit.lookup import build

PERSON = build.person()
ACCOUNT = build.account()


def recorded(person: Person | None = PERSON, *accounts: Account) -> Recorded:
    return Recorded(build.EXTRACTED_AT, person, accounts or (ACCOUNT,), {})


def changed(groups: tuple[Group, ...]) -> list[tuple[str, str]]:
    return [(each.kind, fact.key) for each in groups for fact in each.facts if fact.differs]


def test_nothing_differs_between_the_same_records() -> None:
    later = replace(recorded(), as_of=build.EXTRACTED_AT + timedelta(days=1))
    assert changed(compare(recorded(), later)) == []


@pytest.mark.parametrize(
    ("now", "differs"),
    [
        pytest.param(
            replace(PERSON, placements=(build.placement(peran=Peran.ADMIN),)),
            [("place", "role")],
            id="another role",
        ),
        pytest.param(
            replace(PERSON, placements=(build.gone(),)),
            [("place", "active"), ("place", "left_for"), ("place", "left_on")],
            id="left",
        ),
        pytest.param(replace(PERSON, nik="3399010403850077"), [("person", "nik")], id="NIK"),
    ],
)
def test_what_changed_of_the_person_is_named(now: Person, differs: list[tuple[str, str]]) -> None:
    assert changed(compare(recorded(), recorded(now))) == differs


def test_a_move_shows_both_schools() -> None:
    moved = replace(PERSON, placements=(build.placement(build.SMP),))
    groups = [each for each in compare(recorded(), recorded(moved)) if each.kind == "place"]
    assert [each.name for each in groups] == [build.SD, build.SMP]
    assert [(each.facts[0].then, each.facts[0].now) for each in groups] == [
        (True, None),
        (None, True),
    ]


def test_a_newcomer_and_a_new_account_have_no_then() -> None:
    nobody = Recorded(build.EXTRACTED_AT, None, (), {})
    groups = compare(nobody, recorded())
    assert groups[0].facts[0].key == "recorded"
    assert (groups[0].facts[0].then, groups[0].facts[0].now) == (False, True)
    assert groups[-1].name == str(ACCOUNT.address)
    assert groups[-1].facts[0].then is None
    assert compare(nobody, nobody) == ()


def test_a_renamed_account_is_the_same_account() -> None:
    renamed = build.account(address="rukmini27@admin.sd.belajar.id")
    assert changed(compare(recorded(), recorded(PERSON, renamed))) == [("account", "address")]
