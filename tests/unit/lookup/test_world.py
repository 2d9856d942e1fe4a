"""A folder of rows, asked like the two systems."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.lookup.world import World, WorldAccounts, WorldDapodik, WrongWorld
from models.values import AccountAddress, Npsn
from tests.unit.lookup import build


def folder(path: Path, **files: str) -> Path:
    (path / "manifest.json").write_text(json.dumps({"extracted_at": "2026-11-24T02:10:00+07:00"}))
    for name, text in files.items():
        (path / f"{name}.jsonl").write_text(text)
    return path


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_missing_files_are_empty_and_the_extract_is_dated_in_utc(tmp_path: Path) -> None:
    world = World.load(folder(tmp_path))
    assert (world.sekolah, world.accounts, world.zendesk["tickets"]) == ([], [], [])
    assert world.extracted_at == build.EXTRACTED_AT


def test_password_hashes_do_not_survive_loading(tmp_path: Path) -> None:
    row = build.user_row(1, "PTK", "a@surat.example")
    world = World.load(folder(tmp_path, pengguna=lines(row)))
    assert "password" not in world.pengguna[0]


def test_a_world_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongWorld, match="manifest"):
        World.load(tmp_path)


@pytest.mark.parametrize("content", ["{}", "x", '{"extracted_at": "2026-11-24T02:10:00"}', "[]"])
def test_a_manifest_without_an_aware_instant_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(WrongWorld, match="extracted_at"):
        World.load(tmp_path)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [("{", "line 2 is not JSON"), ("[1]", "line 2 is no object"), ('{"nama": "x"}', "lacks npsn")],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(WrongWorld, match=complaint):
        World.load(folder(tmp_path, sekolah=lines(build.school_row()) + line + "\n"))


def test_a_school_lists_those_who_left_with_their_other_schools() -> None:
    moved = [
        build.staff_row(jenis_keluar_id="2", tanggal_keluar="2026-06-20"),
        build.staff_row(npsn=build.SMP),
    ]
    dapodik = WorldDapodik(build.world(gtk=moved))
    records = dapodik.school(Npsn(build.SD))
    assert records is not None
    assert [each.npsn.text for each in records.people[0].placements] == [build.SMP, build.SD]
    assert records.as_of == build.EXTRACTED_AT
    assert dapodik.school(Npsn(build.NOWHERE)) is None


@pytest.mark.parametrize(
    "key", ["3399010403850001", "1636763664230001", build.staff_id(1), " 3399010403850001 "]
)
def test_a_person_is_found_in_the_country_by_any_identifier(key: str) -> None:
    (person,) = WorldDapodik(build.world()).people_with(key)
    assert person.name == "Rukmini Contohwati"


def test_a_pupil_is_found_by_nisn_and_nobody_by_an_empty_key() -> None:
    dapodik = WorldDapodik(build.world(peserta_didik=[build.pupil_row(3, nisn="0149000003")]))
    assert [each.person_id for each in dapodik.people_with("0149000003")] == [build.pupil_id(3)]
    assert dapodik.people_with("") == ()


SCHOOLS = [
    build.school_row("69900110", "SD NEGERI 2 MELATI"),
    build.school_row("69900111", "SD NEGERI 12 MELATI"),
    build.school_row("69900112", "SMP NEGERI 2 MELATI"),
    build.school_row("69900113", "SMP SWASTA HARAPAN CONTOH"),
    build.school_row("69900114", "UPT SPF SD INPRES MAWAR I"),
    build.school_row("69900115", "SD TUTUP BUKU", tanggal_tutup="2025-06-30"),
    build.school_row("69900116", "TK KUNCUP PERAGA"),
]


@pytest.mark.parametrize(
    ("written", "npsns"),
    [
        pytest.param("SDN 2 Melati", ["69900110"], id="short form"),
        pytest.param("sd n 02 melati", ["69900110"], id="leading zero"),
        pytest.param("SD Negeri II Melati", ["69900110"], id="Roman number"),
        pytest.param("Sekolah Dasar Negeri 2 Melati", ["69900110"], id="spelled out"),
        pytest.param("SDN 2 Melatii", ["69900110"], id="typing error"),
        pytest.param("SD 2 Melati", ["69900110"], id="negeri left out"),
        pytest.param("SDN 2 Melati Kec. Peraga", ["69900110"], id="with its region"),
        pytest.param("SMPN 2 MELATI", ["69900112"], id="the level word decides"),
        pytest.param("Negeri 2 Melati", ["69900110", "69900112"], id="no level, several fit"),
        pytest.param("SDN 3 Melati", [], id="another number is another school"),
        pytest.param("SMP Harapan Contoh", ["69900113"], id="swasta left out"),
        pytest.param("SD Inpres Mawar 1", ["69900114"], id="administrative prefix"),
        pytest.param("SD Tutup Buku", ["69900115"], id="a closed school is still found"),
        pytest.param("Taman Kanak-kanak Kuncup Peraga", ["69900116"], id="kindergarten"),
        pytest.param("SD Negeri", [], id="a level alone names nothing"),
        pytest.param("", [], id="empty"),
    ],
)
def test_a_school_is_found_by_its_name_as_people_write_it(written: str, npsns: list[str]) -> None:
    found = WorldDapodik(build.world(sekolah=SCHOOLS)).schools_named(written)
    assert [each.npsn.text for each in found] == npsns


ADDRESS = AccountAddress("rukmini27@guru.sd.belajar.id")


def test_an_account_is_found_by_address_alias_and_person() -> None:
    row = build.account_row(1, ADDRESS.text, "p-1", aliases=["Rukmini27@admin.sd.belajar.id"])
    accounts = WorldAccounts(build.world(accounts=[row]))
    by_alias = accounts.by_address(AccountAddress("rukmini27@admin.sd.belajar.id"))
    assert by_alias is not None
    assert by_alias == accounts.by_address(ADDRESS)
    assert accounts.of_person("p-1") == (by_alias,)
    assert accounts.of_person("p-2") == ()


@pytest.mark.parametrize(
    ("deleted", "kept"),
    [("2026-11-10T00:00:00Z", 1), ("2026-11-03T19:00:00Z", 0)],
    ids=["within 20 days", "longer ago"],
)
def test_a_deleted_account_is_shown_for_twenty_days(deleted: str, kept: int) -> None:
    row = build.account_row(1, ADDRESS.text, "p-1", deletionTime=deleted)
    accounts = WorldAccounts(build.world(accounts=[row]))
    assert len(accounts.of_person("p-1")) == kept
    found = accounts.by_address(ADDRESS)
    assert (found is not None and not found.is_live) == bool(kept)
