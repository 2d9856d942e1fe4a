"""Rows, people, accounts and understandings with believable defaults for every argument."""

from datetime import UTC, date, datetime
from typing import Any

from app.lookup.dossier import Account, Person, Placement, SchoolUser
from app.lookup.world import World
from app.reading.facts import Facets, Facts, Mention, Understanding
from models.values import AccountAddress, Npsn
from models.vocabulary import Category, Decision, ExitReason, Jenjang, Peran, PersonKind

EXTRACTED_AT = datetime(2026, 11, 23, 19, 10, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
SD, SMP, OTHER_SD, NOWHERE = "69900101", "69900102", "69900103", "69900199"


def school_row(npsn: str = SD, name: str = "SD NEGERI 2 MELATI", **more: Any) -> dict[str, Any]:
    return {
        "npsn": npsn,
        "nama": name,
        "bentuk_pendidikan_id": 5,
        "bentuk_pendidikan_id_str": "SD",
        "kabupaten_kota": "Kab. Peraga",
        "provinsi": "Prov. Contoh",
        **more,
    }


def staff_row(number: int = 1, name: str = "Rukmini Contohwati", **more: Any) -> dict[str, Any]:
    return {
        "npsn": SD,
        "ptk_id": staff_id(number),
        "nama": name,
        "nik": f"33990104038500{number:02}",
        "nuptk": f"16367636642300{number:02}",
        "nip": None,
        "tanggal_lahir": "1985-03-04",
        "ptk_induk": "1",
        "tanggal_surat_tugas": "2020-07-13",
        "jenis_ptk_id": "4",
        "jenis_ptk_id_str": "Guru Mapel",
        "jabatan_ptk_id_str": "Guru Mapel",
        "is_sync_to_server_ptk": True,
        "jenis_keluar_id": None,
        "tanggal_keluar": None,
        **more,
    }


def pupil_row(number: int = 1, name: str = "Bagas Contohnya", **more: Any) -> dict[str, Any]:
    return {
        "npsn": SD,
        "peserta_didik_id": pupil_id(number),
        "nama": name,
        "nisn": f"01490000{number:02}",
        "nik": None,
        "tanggal_lahir": "2014-05-06",
        "tanggal_masuk_sekolah": "2021-07-12",
        "tingkat_pendidikan_id": "6",
        "is_sync_to_server": True,
        "jenis_keluar_id": None,
        "tanggal_keluar": None,
        **more,
    }


def user_row(number: int, role: str, email: str, **more: Any) -> dict[str, Any]:
    return {
        "npsn": SD,
        "pengguna_id": f"40000000-0000-4000-8000-{number:012}",
        "username": email,
        "nama": "Pengguna Contoh",
        "peran_id_str": role,
        "ptk_id": staff_id(number),
        "password": "$2y$10$contohcontohcontohcontoh",
        **more,
    }


def account_row(number: int, address: str, owner: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": f"1000000000{number:02}",
        "primaryEmail": address,
        "aliases": [],
        "name": {"fullName": ""},
        "externalIds": [{"type": "custom", "value": owner}] if owner else [],
        "suspended": False,
        "lastLoginTime": "1970-01-01T00:00:00.000Z",
        **more,
    }


def staff_id(number: int) -> str:
    return f"10000000-0000-4000-8000-{number:012}"


def pupil_id(number: int) -> str:
    return f"20000000-0000-4000-8000-{number:012}"


def world(**rows: Any) -> World:
    """A teacher, the operator and two schools, unless a table is given."""
    tables: dict[str, Any] = {
        "sekolah": [
            school_row(),
            school_row(SMP, "SMP NEGERI 5 KENANGA", bentuk_pendidikan_id=6),
        ],
        "gtk": [
            staff_row(1),
            staff_row(2, "Tuti Misalkan", jenis_ptk_id="11", jabatan_ptk_id_str="TAS"),
        ],
        "pengguna": [user_row(2, "Operator Sekolah", "tuti@surat.example")],
        **rows,
    }
    return World(extracted_at=EXTRACTED_AT, **tables)


def placement(npsn: str = SD, **more: Any) -> Placement:
    return Placement(**{"npsn": Npsn(npsn), "jenjang": Jenjang.SD, "peran": Peran.GURU, **more})


def person(number: int = 1, name: str = "Rukmini Contohwati", **more: Any) -> Person:
    values: dict[str, Any] = {
        "person_id": staff_id(number),
        "kind": PersonKind.STAFF,
        "name": name,
        "birth_date": date(1985, 3, 4),
        "nik": f"33990104038500{number:02}",
        "nuptk": f"16367636642300{number:02}",
        "placements": (placement(),),
        **more,
    }
    return Person(**values)


def gone(npsn: str = SD, **more: Any) -> Placement:
    left = {"left_for": ExitReason.TRANSFERRED, "left_on": date(2026, 6, 20)}
    return placement(npsn, **{**left, **more})


def account(number: int = 1, address: str = "rukmini27@guru.sd.belajar.id", **more: Any) -> Account:
    values: dict[str, Any] = {
        "account_id": f"1000000000{number:02}",
        "address": AccountAddress.parse(address),
        "person_id": staff_id(1),
        **more,
    }
    return Account(**values)


def user(
    role: str = "Operator Sekolah", email: str = "tuti@surat.example", **more: Any
) -> SchoolUser:
    values: dict[str, Any] = {"npsn": Npsn(SD), "name": "Tuti", "person_id": staff_id(2), **more}
    return SchoolUser(role=role, email=email, **values)


def understanding(
    *mentions: Mention,
    category: Category | None = Category.ACCOUNT_NOT_FOUND,
    facts: Facts | None = None,
    **facets: bool,
) -> Understanding:
    return Understanding(
        facts=facts or Facts(),
        facets=Facets(**facets),
        mentions=mentions,
        category=category,
        probability=0.9,
        decision=Decision.AUTO,
    )


def named(name: str = "Rukmini Contohwati", **more: Any) -> Mention:
    return Mention(**{"as_written": name, "name": name, "npsn": SD, **more})
