"""Who of the records is meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lookup import match, person_name
from app.lookup.dossier import Person
from app.lookup.match import School
from app.reading.facts import Mention
from models.vocabulary import MatchStatus, PersonKind
from tests.unit.lookup import build

MATCHED, AMBIGUOUS = MatchStatus.MATCHED, MatchStatus.AMBIGUOUS
NONE, NOT_GIVEN = MatchStatus.NONE, MatchStatus.NOT_GIVEN

RUKMINI = build.person(1)
TUTI = build.person(2, "Tuti Misalkan")
NAMESAKE = build.person(3, birth_date=date(1990, 8, 17))
STAFF = (RUKMINI, TUTI)


@pytest.mark.parametrize(
    ("stated", "recorded", "enough"),
    [
        pytest.param("Bpk. Drs. H. Darmo Peragawan, M.Pd", "DARMO PERAGAWAN", True, id="titles"),
        pytest.param("rukmini contohwati s.pd.sd", "Rukmini Contohwati", True, id="degree"),
        pytest.param("Wayan Misal", "I Wayan Misal", True, id="Balinese particle"),
        pytest.param("Muh. Fauzi", "Muhammad Fauzi", True, id="usual short form"),
        pytest.param("M. Ali Fauzi", "Muhammad Ali Fauzi", True, id="initial"),
        pytest.param("Nur Hayati", "Nurhayati", True, id="written apart"),
        pytest.param("Soetinah", "Sutinah", True, id="old spelling"),
        pytest.param("Novi Umpama", "Nofi Umpama", True, id="same sound"),
        pytest.param("Rukmini Contowati", "Rukmini Contohwati", True, id="typing error"),
        pytest.param("Contohwati Rukmini", "Rukmini Contohwati", True, id="order"),
        pytest.param("Eko Umpama", "Eko Umpama Peraga", True, id="last name left out"),
        pytest.param("Ma'ruf Contoh", "Maruf Contoh", True, id="apostrophe"),
        pytest.param("Rukmini", "Rukmini Contohwati", False, id="first name alone"),
        pytest.param("Rina Wati", "Rina Wahyuni", False, id="shared first name"),
        pytest.param("Muhammad Rizki", "Muhammad Fauzi", False, id="shared common name"),
        pytest.param("Hartono", "Hartini", False, id="man and woman"),
        pytest.param("A. Umpama", "Siti Umpama", False, id="another initial"),
        pytest.param("H", "Hasan", False, id="a letter"),
        pytest.param("Ahmad Umpama", "Ahmad Khayalan Peraga", False, id="common first name"),
        pytest.param("Sukarnoputra Contohwati", "Sukarno putra Contohwatti", True, id="joined"),
        pytest.param("Kris Umpama", "Kristiana Umpama", False, id="name cut short"),
        pytest.param("Hasan Umpama", "Hasanah Umpama", False, id="another's name in it"),
        pytest.param("Jusuf Umpama", "Yusuf Umpama", True, id="old spelling of y"),
        pytest.param("Akhmad Riski", "Ahmad Rizki", True, id="letters of Arabic"),
        pytest.param("Sumarno Umpama", "Sumarni Umpama", False, id="one letter, another person"),
        pytest.param("Handayanigrat Umpama", "Handayaningrat Umpama", True, id="slip inside"),
        pytest.param("Sutina", "Sutinah", True, id="single name"),
        pytest.param("!!", "Hasan", False, id="no letters"),
    ],
)
def test_a_name_fits_as_far_as_people_vary_it(stated: str, recorded: str, enough: bool) -> None:
    score = person_name.fit(stated, recorded).score
    assert (score >= match.ENOUGH) == enough
    assert (person_name.fit(recorded, stated).score >= match.ENOUGH) == enough


@pytest.mark.parametrize(
    ("mention", "status"),
    [
        pytest.param(build.named(), MATCHED, id="name at the school"),
        pytest.param(build.named("rukmini contowati"), MATCHED, id="name with a typing error"),
        pytest.param(build.named("Rukmini"), AMBIGUOUS, id="first name alone"),
        pytest.param(build.named("Umar Khayalan"), NONE, id="nobody of that name"),
        pytest.param(Mention(npsn=build.SD), NOT_GIVEN, id="a school and nobody"),
        pytest.param(build.named(birth_date=date(1985, 3, 4)), MATCHED, id="birth date agrees"),
        pytest.param(build.named(birth_date=date(1985, 4, 3)), MATCHED, id="day and month swapped"),
        pytest.param(build.named(birth_date=date(1992, 1, 9)), AMBIGUOUS, id="birth date differs"),
        pytest.param(
            build.named("Rukmini", birth_date=date(1985, 3, 4)),
            MATCHED,
            id="first name, birth date",
        ),
        pytest.param(build.named(nik="3399010403850010"), MATCHED, id="NIK with a typing error"),
        pytest.param(build.named(nik="3399015509900077"), AMBIGUOUS, id="somebody else's NIK"),
        pytest.param(Mention(nik="3399010403850001"), MATCHED, id="NIK alone"),
        pytest.param(Mention(nuptk="1636763664230002"), MATCHED, id="NUPTK alone"),
        pytest.param(Mention(nik="3399015509900077"), NONE, id="NIK of nobody"),
        pytest.param(
            Mention(nik="3399010403850001", birth_date=date(1999, 9, 9)),
            AMBIGUOUS,
            id="NIK against the birth date",
        ),
        pytest.param(
            Mention(nik="3399010403850001", nuptk="1636763664230002"),
            AMBIGUOUS,
            id="NIK of one, NUPTK of another",
        ),
        pytest.param(
            build.named("Umar Khayalan", nik="3399010403850001"), AMBIGUOUS, id="NIK against name"
        ),
        pytest.param(
            build.named("Rukmini", nik="3399010403850001"), MATCHED, id="NIK and first name"
        ),
        pytest.param(Mention(as_written=build.staff_id(2)), MATCHED, id="person id"),
    ],
)
def test_only_one_clear_person_is_matched(mention: Mention, status: MatchStatus) -> None:
    found = match.match(mention, STAFF)
    assert found.status is status
    assert (found.person is not None) == (status is MATCHED)


def test_two_of_one_name_are_both_shown() -> None:
    found = match.match(build.named(), (RUKMINI, NAMESAKE, TUTI))
    assert found.status is AMBIGUOUS
    assert [each.person for each in found.candidates] == [RUKMINI, NAMESAKE]
    assert found.because == ("lebih dari satu orang cocok",)


def test_the_birth_date_tells_two_of_one_name_apart() -> None:
    found = match.match(build.named(birth_date=date(1990, 8, 17)), (RUKMINI, NAMESAKE))
    assert found.person == NAMESAKE
    assert found.because == ("nama sama persis", "tanggal lahir sama", "NPSN sama")


def test_a_near_namesake_does_not_disturb_an_exact_name() -> None:
    longer = build.person(4, "Rukmini Contohwati Rahayu")
    assert match.match(build.named(), (longer, RUKMINI)).person == RUKMINI


def test_a_name_without_a_school_is_never_matched() -> None:
    found = match.match(build.named(npsn=None), (), school=School(is_known=False))
    assert found.status is NONE
    assert "sekolah" in found.because[-1]


def test_a_name_at_one_of_several_schools_is_only_shown() -> None:
    school = School(several=True, notes=("ada 2 sekolah",))
    found = match.match(build.named(npsn=None), STAFF, school=school)
    assert (found.status, found.because) == (AMBIGUOUS, ("ada 2 sekolah",))


def test_an_account_address_leads_to_its_owner() -> None:
    account = build.account()
    mention = Mention(emails=(account.address.text,))
    found = match.match(mention, (), elsewhere=(RUKMINI,), accounts=(account,))
    assert found.person == RUKMINI
    assert "alamat akun sama" in found.because


def test_an_address_against_the_name_is_not_guessed_away() -> None:
    account = build.account(person_id=TUTI.person_id)
    mention = build.named(emails=(account.address.text,))
    found = match.match(mention, STAFF, accounts=(account,))
    assert found.status is AMBIGUOUS
    assert found.because == ("nama yang disebut berbeda dengan nama pada data",)


def test_of_two_addresses_the_name_picks_one() -> None:
    accounts = (build.account(1), build.account(2, person_id=TUTI.person_id))
    mention = build.named("Tuti Misalkan", emails=tuple(each.address.text for each in accounts))
    assert match.match(mention, STAFF, accounts=accounts).person == TUTI


def test_a_nik_that_two_records_share_is_ambiguous() -> None:
    double = build.person(5, nik=RUKMINI.nik)
    assert match.match(Mention(nik=RUKMINI.nik), (RUKMINI, double)).status is AMBIGUOUS


def test_a_pupil_who_became_staff_is_the_active_one() -> None:
    past = build.person(6, kind=PersonKind.STUDENT, nik=RUKMINI.nik, placements=(build.gone(),))
    assert match.match(Mention(nik=RUKMINI.nik), (past, RUKMINI)).person == RUKMINI


def test_the_kind_of_person_breaks_a_tie_of_names() -> None:
    pupil = build.person(7, kind=PersonKind.STUDENT)
    assert match.match(build.named(), (pupil, RUKMINI), kind=PersonKind.STUDENT).person == pupil
    assert match.match(build.named(), (pupil, RUKMINI)).status is AMBIGUOUS


def test_one_person_found_twice_is_one_in_the_fullest_form() -> None:
    fuller = build.person(1, placements=(build.placement(), build.gone(build.SMP)))
    found = match.match(build.named(nik=RUKMINI.nik), (RUKMINI,), elsewhere=(fuller,))
    assert found.person == fuller


NAMES = st.sampled_from(["Rukmini", "Contohwati", "Tuti", "Misalkan", "Siti", "Umpama", "Eka"])


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=6), st.data())
def test_a_name_borne_twice_is_never_matched(names: list[list[str]], data: st.DataObject) -> None:
    people = [build.person(at, " ".join(each)) for at, each in enumerate(names, start=1)]
    twice = data.draw(st.sampled_from(people))
    people.append(build.person(90, twice.name))
    found = match.match(build.named(twice.name), people)
    assert found.person is None
    assert len(found.candidates) >= 2


BORN = date(1985, 3, 4)
NOBODY = match.match(build.named("Umar Khayalan"), STAFF)


@pytest.mark.parametrize(
    ("stated", "people", "status"),
    [
        pytest.param("Rukmini Contohwati", [RUKMINI], MATCHED, id="the very name"),
        pytest.param("bu rukmini contohwati, S.Pd", [RUKMINI], MATCHED, id="with titles"),
        pytest.param("Rukmini Contowati", [RUKMINI], AMBIGUOUS, id="a typing error proves less"),
        pytest.param("Rukmini", [RUKMINI], NONE, id="first name alone"),
        pytest.param(
            "Rukmini Contohwati",
            [RUKMINI, build.person(4, birth_date=BORN)],
            AMBIGUOUS,
            id="namesakes born the same day",
        ),
        pytest.param("Rukmini Contohwati", [], NONE, id="nobody"),
    ],
)
def test_name_and_day_of_birth_find_one_in_the_country(
    stated: str, people: list[Person], status: MatchStatus
) -> None:
    mention = build.named(stated, birth_date=BORN)
    found = match.match_born(mention, people, NOBODY)
    assert found.status is status
    assert (found.person is not None) == (status is MATCHED)


def test_a_number_of_somebody_else_outweighs_name_and_day_of_birth() -> None:
    mention = build.named(birth_date=BORN, nik="3399015509900077")
    assert match.match_born(mention, [RUKMINI], NOBODY) == NOBODY
