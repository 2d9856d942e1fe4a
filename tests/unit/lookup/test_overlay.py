"""A school's own word over the national data of some hours ago."""

from datetime import timedelta

from app.lookup.dossier import Person, School
from app.lookup.overlay import over, person_over
from app.lookup.ports import SchoolRecords
from models.values import Npsn
from models.vocabulary import Jenjang, Peran
from tests.unit.lookup import build

HERE = build.placement()
THERE = build.placement(build.SMP, is_home=False)


def records(*people: Person, hours: int = 0) -> SchoolRecords:
    school = School(Npsn(build.SD), "SD NEGERI 2 MELATI", Jenjang.SD)
    return SchoolRecords(school, people, (), build.EXTRACTED_AT + timedelta(hours=hours))


def test_the_school_s_own_placement_wins_and_those_elsewhere_stay() -> None:
    national = build.person(placements=(HERE, THERE))
    own = build.person(name="Rukmini C.", placements=(build.placement(peran=Peran.ADMIN),))
    merged = person_over(national, records(own))
    assert merged is not None
    assert merged.name == "Rukmini C."
    assert [each.npsn.text for each in merged.placements] == [build.SD, build.SMP]
    assert merged.placements[0].peran is Peran.ADMIN


def test_what_the_school_does_not_list_any_more_is_gone() -> None:
    assert person_over(build.person(placements=(HERE,)), records()) is None
    stays = person_over(build.person(placements=(HERE, THERE)), records())
    assert stays is not None
    assert stays.placements == (THERE,)


def test_who_left_and_why_is_still_known() -> None:
    left = build.person(placements=(build.gone(),))
    assert person_over(left, records()) == left


def test_identifiers_the_school_does_not_send_are_kept() -> None:
    merged = person_over(build.person(), records(build.person(nik=None, nuptk=None)))
    assert merged is not None
    assert merged.nik == build.person().nik


def test_the_time_and_the_users_are_the_school_s_own() -> None:
    kept = records(build.person(1))
    live = records(build.person(1), build.person(2, "Baru Masuk"), hours=9)
    merged = over(live, kept)
    assert merged.as_of == live.as_of
    assert [each.name for each in merged.people] == ["Rukmini Contohwati", "Baru Masuk"]
