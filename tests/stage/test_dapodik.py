"""The school register behind its port: the adapter over real HTTP, and the world in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.lookup.dapodik import WebServiceDapodik
from app.lookup.dossier import Person
from app.lookup.http import Outside, Patience, open_outside
from app.lookup.ports import Dapodik, LookupUnavailable
from app.lookup.world import World, WorldDapodik
from app.standin.dapodik import dapodik_app
from app.standin.fields import Profile
from models.values import Npsn
from models.vocabulary import ExitReason, Jenjang, Peran, PersonKind, System
from tests.support import small_world as small
from tests.support.servers import serving

TOKEN = "token-peraga"
NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SD, SMP, CLOSED = (Npsn.parse(each) for each in (small.SD, small.SMP, small.CLOSED))
UNKNOWN = Npsn.parse("69900999")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("world")
    return World.load(small.write_small_world(folder))


@pytest.fixture(scope="module")
def address(world: World) -> Iterator[str]:
    with serving(dapodik_app(world, token=TOKEN)) as url:
        yield url


def outside(address: str, *, timeout: float = 5.0) -> Outside:
    made = open_outside(address, System.DAPODIK, timeout=timeout)
    return replace(made, patience=Patience(tries=1))


def adapter(address: str, *, token: str = TOKEN, search: bool = False) -> WebServiceDapodik:
    return WebServiceDapodik(
        outside(address), token, clock=lambda: NOW, search=outside(address) if search else None
    )


# One contract, however the register is reached.


@pytest.fixture(params=["in memory", "over HTTP with a search service"])
def dapodik(request: pytest.FixtureRequest, world: World, address: str) -> Dapodik:
    if request.param == "in memory":
        return WorldDapodik(world)
    return adapter(address, search=True)


def named(people: tuple[Person, ...], person_id: str) -> Person:
    return next(each for each in people if each.person_id == person_id)


def test_a_school_comes_with_its_people_and_users(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    assert records.school.name == "SD NEGERI CONTOH SATU"
    assert records.school.jenjang is Jenjang.SD
    assert records.as_of == small.EXTRACTED_AT
    assert {each.name for each in records.people} == {
        "Rukmini Contohwati",
        "Darmo Peragawan",
        "Tuti Misalkan",
        "Wati Umpamawati",
        "Bagas Contohnya",
        "Citra Contohnya",
        "Dimas Misalnya",
        "Eka Umpama",
    }
    assert [(each.email, each.role, each.person_id) for each in records.users] == [
        ("tuti@sdcontoh.example", "Operator Sekolah", small.OPERATOR),
        ("darmo@sdcontoh.example", "Kepala Sekolah", small.KEPALA),
    ]


def test_roles_and_what_was_sent_are_told(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    head, new = named(records.people, small.KEPALA), named(records.people, small.BARU)
    assert head.home is not None
    assert head.home.peran is Peran.ADMIN
    assert head.home.sent is True
    assert new.home is not None
    assert new.home.sent is False


def test_placements_at_other_schools_come_along(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    guru = named(records.people, small.GURU)
    assert [(each.npsn, each.jenjang, each.is_home) for each in guru.placements] == [
        (SD, Jenjang.SD, True),
        (SMP, Jenjang.SMP, False),
    ]


def test_who_left_is_known_with_reason_and_day(dapodik: Dapodik) -> None:
    records = dapodik.school(SMP)
    assert records is not None
    retired = named(records.people, small.PENSIUN).placements[0]
    assert (retired.left_for, retired.left_on) == (ExitReason.RETIRED, date(2026, 9, 1))
    moved = named(records.people, small.MOVED)
    assert [(each.npsn, each.is_active) for each in moved.placements] == [(SMP, True), (SD, False)]


def test_a_closed_school_says_since_when(dapodik: Dapodik) -> None:
    records = dapodik.school(CLOSED)
    assert records is not None
    assert records.school.closed_on == date(2026, 6, 30)
    assert records.people == ()


def test_an_unknown_number_is_none(dapodik: Dapodik) -> None:
    assert dapodik.school(UNKNOWN) is None


@pytest.mark.parametrize(
    ("identifier", "person"),
    [
        pytest.param("3399010403850001", small.GURU, id="NIK"),
        pytest.param("1636763664230001", small.GURU, id="NUPTK"),
        pytest.param("198503042010011001", small.KEPALA, id="NIP"),
        pytest.param("0099000002", small.MOVED, id="NISN with leading zeros"),
        pytest.param(small.PENSIUN, small.PENSIUN, id="person id, of one who left"),
    ],
)
def test_an_identifier_finds_its_person(dapodik: Dapodik, identifier: str, person: str) -> None:
    assert [each.person_id for each in dapodik.people_with(identifier)] == [person]


@pytest.mark.parametrize("identifier", ["", "3399010403859999", "None"])
def test_an_identifier_nobody_has_finds_nobody(dapodik: Dapodik, identifier: str) -> None:
    assert list(dapodik.people_with(identifier)) == []


def test_a_school_is_found_by_its_name(dapodik: Dapodik) -> None:
    assert [each.npsn for each in dapodik.schools_named("SMPN Contoh Dua")] == [SMP]
    assert list(dapodik.schools_named("Lain Sekali")) == []


@pytest.mark.parametrize("written", ["Rukmini Contohwati", "bu rukmini contowati, S.Pd"])
def test_a_name_and_a_day_of_birth_find_their_person(dapodik: Dapodik, written: str) -> None:
    found = dapodik.people_named(written, date(1985, 3, 4))
    assert [each.person_id for each in found] == [small.GURU]
    assert len(found[0].placements) > 1
    assert list(dapodik.people_named(written, date(1985, 3, 5))) == []


def test_both_ways_tell_the_same(world: World, address: str) -> None:
    memory, http = WorldDapodik(world), adapter(address, search=True)
    for npsn in (SD, SMP, CLOSED):
        left, right = memory.school(npsn), http.school(npsn)
        assert left is not None
        assert right is not None
        assert right.school == left.school
        assert right.users == left.users
        assert sorted(right.people, key=_id) == sorted(left.people, key=_id)


def _id(person: Person) -> str:
    return person.person_id


# The WebService of one school, alone.


def test_without_a_search_service_nobody_is_found_from_afar(address: str) -> None:
    dapodik = adapter(address)
    assert list(dapodik.people_with("3399010403850001")) == []
    assert list(dapodik.schools_named("SMPN Contoh Dua")) == []
    assert list(dapodik.people_named("Rukmini Contohwati", date(1985, 3, 4))) == []


def test_the_webservice_lists_only_who_is_there_now(address: str) -> None:
    records = adapter(address).school(SMP)
    assert records is not None
    assert {each.person_id for each in records.people} == {small.GURU, small.MOVED}


@pytest.mark.parametrize("profile", list(Profile))
def test_rows_of_both_releases_are_read(world: World, profile: Profile) -> None:
    with serving(dapodik_app(world, token=TOKEN, profile=profile)) as url:
        records = adapter(url).school(SD)
    assert records is not None
    assert len([each for each in records.people if each.kind is PersonKind.STAFF]) == 4
    head = named(records.people, small.KEPALA).placements[0]
    assert head.peran is Peran.ADMIN, "in 2021 the kind of PTK alone says so"
    assert head.sent is (None if profile is Profile.OF_2021 else True)


def test_a_wrong_token_is_no_empty_school(address: str) -> None:
    with pytest.raises(LookupUnavailable, match="access denied"):
        adapter(address, token="salah").school(SD)


def test_a_wrong_token_for_the_search_is_no_empty_search(address: str) -> None:
    with pytest.raises(LookupUnavailable, match="access denied"):
        adapter(address, token="salah", search=True).people_with("3399010403850001")


# Where the installation of the school and the search service disagree.


@contextmanager
def both(world: World, national: World) -> Iterator[WebServiceDapodik]:
    with (
        serving(dapodik_app(world, token=TOKEN)) as here,
        serving(dapodik_app(national, token=TOKEN)) as there,
    ):
        yield WebServiceDapodik(outside(here), TOKEN, clock=lambda: NOW, search=outside(there))


def test_a_school_without_an_installation_is_still_known(world: World) -> None:
    elsewhere = replace(world, sekolah=[row for row in world.sekolah if row["npsn"] != small.SD])
    with both(elsewhere, world) as dapodik:
        records = dapodik.school(SD)
        assert records is not None
        assert len(records.people) == 8
        assert records.users == (), "the search service tells of no users"


def test_the_installation_is_ahead_of_the_national_data(world: World) -> None:
    unsent = [
        {**row, "is_sync_to_server_ptk": False} if row["ptk_id"] == small.KEPALA else row
        for row in world.gtk
    ]
    later = replace(world, gtk=unsent, extracted_at=small.EXTRACTED_AT + timedelta(hours=6))
    with both(later, world) as dapodik:
        records = dapodik.school(SD)
        assert records is not None
        assert [each.sent for each in named(records.people, small.KEPALA).placements] == [False]
        assert records.as_of == small.EXTRACTED_AT, "the older of the two dates"
