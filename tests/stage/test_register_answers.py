"""The register answers as the same world in memory does, from either database."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from app.lookup.dossier import Person, School
from app.lookup.ports import Dapodik, LookupUnavailable, SchoolRecords
from app.lookup.world import World, WorldAccounts, WorldDapodik
from app.register.layered import LayeredDapodik
from app.register.snapshot import SnapshotAccounts, SnapshotDapodik
from app.store.session import Database
from models.values import AccountAddress, MalformedAddress, Npsn
from models.vocabulary import System
from tests.support.extract import MONDAY, TUESDAY, demo_extract, loaded, write_extract
from tests.unit.lookup import build

UNKNOWN = Npsn("69999999")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_extract(tmp_path_factory.mktemp("ekstrak"), MONDAY)


@pytest.fixture(scope="module")
def world(folder: Path) -> World:
    return World.load(folder)


@pytest.fixture
def registers(database: Database, folder: Path, world: World) -> list[Dapodik]:
    """From an extract; and with the same world live on top of it."""
    loaded(database, folder)
    kept = SnapshotDapodik(database)
    return [kept, LayeredDapodik(WorldDapodik(world), kept)]


def test_every_question_about_the_register_has_the_same_answer(
    registers: list[Dapodik], world: World
) -> None:
    told = WorldDapodik(world)
    for register in registers:
        for row in world.sekolah:
            npsn = Npsn(row["npsn"])
            assert _told(register.school(npsn)) == _told(told.school(npsn))
            assert register.schools_named(row["nama"]) == told.schools_named(row["nama"])
        assert register.school(UNKNOWN) is None
        for identifier in {*_identifiers(world), "0000000000", ""}:
            found = register.people_with(f" {identifier} ")
            assert _by_id(found) == _by_id(told.people_with(identifier))


def test_people_are_found_by_a_name_and_a_birthday_as_in_memory(
    registers: list[Dapodik], world: World
) -> None:
    told = WorldDapodik(world)
    found = 0
    for row in world.gtk[::5] + world.peserta_didik[::9]:
        born = date.fromisoformat(row["tanggal_lahir"])
        for name in (row["nama"], row["nama"].split()[0], row["nama"][:-1] + "h"):
            expected = told.people_named(name, born)
            found += len(expected)
            for register in registers:
                assert list(register.people_named(name, born)) == expected
    assert found > 10


def test_every_question_about_accounts_has_the_same_answer(
    database: Database, folder: Path, world: World
) -> None:
    loaded(database, folder)
    kept, told = SnapshotAccounts(database), WorldAccounts(world)
    asked = 0
    for address in _addresses(world):
        assert kept.by_address(address) == told.by_address(address)
        asked += 1
    for row in world.accounts[::3]:
        for each in row["externalIds"]:
            assert kept.of_person(each["value"]) == told.of_person(each["value"])
    assert kept.of_person("nobody") == ()
    assert asked > 30


def test_a_deleted_account_is_shown_for_twenty_days_before_the_extract(
    database: Database, tmp_path: Path
) -> None:
    mine = "satu1@guru.sd.belajar.id"
    rows = [
        build.account_row(1, mine, "p-1", deletionTime="2026-11-10T00:00:00Z"),
        build.account_row(2, mine, "p-1", deletionTime="2026-11-03T19:00:00Z"),
        build.account_row(3, "tiga3@surat.example", "p-1"),
    ]
    schools = [build.school_row()]
    loaded(database, write_extract(tmp_path / "e", MONDAY, sekolah=schools, accounts=rows))
    kept = SnapshotAccounts(database)
    assert [each.account_id for each in kept.of_person("p-1")] == ["100000000001"]
    found = kept.by_address(AccountAddress(mine))
    assert found is not None
    assert found.account_id == "100000000001"


def test_nothing_can_be_asked_before_a_first_extract(database: Database) -> None:
    with pytest.raises(LookupUnavailable):
        SnapshotDapodik(database).school(UNKNOWN)
    with pytest.raises(LookupUnavailable):
        SnapshotAccounts(database).of_person("p-1")


def test_names_of_schools_follow_the_extract(database: Database, tmp_path: Path) -> None:
    kept = SnapshotDapodik(database)
    for day, name in ((MONDAY, "SD NEGERI 2 MELATI"), (TUESDAY, "SD NEGERI 2 KENANGA")):
        loaded(database, write_extract(tmp_path / name, day, sekolah=[build.school_row(name=name)]))
        assert [each.name for each in kept.schools_named(name)] == [name]
    assert kept.schools_named("SD Negeri 2 Melati") == []


def test_the_live_school_goes_over_the_extract_and_stands_aside_when_away(
    database: Database, tmp_path: Path
) -> None:
    extract = write_extract(
        tmp_path / "e", MONDAY, sekolah=[build.school_row()],
        gtk=[build.staff_row(1), build.staff_row(2, "Sudah Pindah")],
        pengguna=[build.user_row(1, "Operator Sekolah", "lama@surat.example")],
    )  # fmt: skip
    loaded(database, extract)
    kept, live = (
        SnapshotDapodik(database),
        build.world(gtk=[build.staff_row(1, jenis_ptk_id="20"), build.staff_row(3, "Baru Masuk")]),
    )
    on_top = LayeredDapodik(WorldDapodik(live), kept).school(Npsn(build.SD))
    alone = LayeredDapodik(_Away(), kept).school(Npsn(build.SD))
    assert on_top is not None
    assert alone is not None
    assert (on_top.as_of, alone.as_of) == (build.EXTRACTED_AT, MONDAY)
    assert [each.name for each in on_top.people] == ["Rukmini Contohwati", "Baru Masuk"]
    assert on_top.people[0].placements[0].ptk_type == "20"
    assert [each.email for each in on_top.users] == ["tuti@surat.example"]
    assert alone == kept.school(Npsn(build.SD))
    assert LayeredDapodik(WorldDapodik(live), kept).people_with(build.staff_id(2)) == ()


def test_before_a_first_extract_the_live_system_answers_alone(
    database: Database, world: World
) -> None:
    layered = LayeredDapodik(WorldDapodik(world), SnapshotDapodik(database))
    npsn = Npsn(world.sekolah[0]["npsn"])
    assert layered.school(npsn) == WorldDapodik(world).school(npsn)
    assert layered.schools_named(world.sekolah[0]["nama"])
    with pytest.raises(LookupUnavailable):
        LayeredDapodik(_Away(), SnapshotDapodik(database)).school(npsn)


class _Away:
    """A register that does not answer."""

    def school(self, npsn: Npsn) -> SchoolRecords | None:
        raise LookupUnavailable(System.DAPODIK)

    def schools_named(self, name: str) -> Sequence[School]:
        raise LookupUnavailable(System.DAPODIK)

    def people_with(self, identifier: str) -> Sequence[Person]:
        raise LookupUnavailable(System.DAPODIK)

    def people_named(self, name: str, born: date) -> Sequence[Person]:
        raise LookupUnavailable(System.DAPODIK)


def _told(records: SchoolRecords | None) -> object:
    assert records is not None
    users = sorted(records.users, key=lambda each: (each.name, each.email or ""))
    return records.school, _by_id(records.people), users, records.as_of


def _by_id(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda each: each.person_id)


def _identifiers(world: World) -> Iterator[str]:
    names = ("ptk_id", "peserta_didik_id", "nik", "nuptk", "nip", "nisn")
    for row in world.gtk[::4] + world.peserta_didik[::6]:
        yield from (str(row[name]) for name in names if row.get(name))


def _addresses(world: World) -> Iterator[AccountAddress]:
    for row in world.accounts[::2]:
        for written in (row["primaryEmail"], *(row.get("aliases") or ())):
            try:
                yield AccountAddress.parse(written)
            except MalformedAddress:
                continue
