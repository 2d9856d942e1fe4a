"""What each read method of the stand-in WebService lists for one school."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.lookup.world import World
from app.standin.fields import (
    GTK,
    PENGGUNA,
    PESERTA_DIDIK,
    ROMBONGAN_BELAJAR,
    SEKOLAH,
    Fields,
    Row,
)

_IDS = uuid.UUID("6c6f6b65-7400-4000-8000-646170640000")


@dataclass(frozen=True, slots=True)
class Method:
    """One read method: its rows for a school, their fields and the key column it names."""

    key: str
    fields: Fields
    rows: Callable[[World, Row], Sequence[Row]]
    one: bool = False


def _of_school(world: World, school: Row) -> Sequence[Row]:
    del world
    return [school]


def _staff(world: World, school: Row) -> Sequence[Row]:
    """Who is there now: the installation of a school does not list those who left."""
    year = _semester(world)[:4]
    return [
        {
            **row,
            "tahun_ajaran_id": row.get("tahun_ajaran_id") or year,
            "ptk_terdaftar_id": row.get("ptk_terdaftar_id")
            or _id(f"ptk {row['npsn']} {row['ptk_id']}"),
        }
        for row in world.gtk
        if row["npsn"] == school["npsn"] and _present(row)
    ]


def _pupils(world: World, school: Row) -> Sequence[Row]:
    semester = _semester(world)
    return [
        _enrolled(row, semester)
        for row in world.peserta_didik
        if row["npsn"] == school["npsn"] and _present(row)
    ]


def _enrolled(row: Row, semester: str) -> dict[str, Any]:
    pupil, npsn = row["peserta_didik_id"], row["npsn"]
    group = row.get("nama_rombel") or row.get("tingkat_pendidikan_id")
    derived = {
        "registrasi_id": _id(f"registrasi {npsn} {pupil}"),
        "semester_id": semester,
        "rombongan_belajar_id": _id(f"rombel {npsn} {group}"),
        "anggota_rombel_id": _id(f"anggota {npsn} {group} {pupil}"),
        "nama_rombel": f"Kelas {group}",
    }
    return {**row, **{name: row.get(name) or made for name, made in derived.items()}}


def _groups(world: World, school: Row) -> Sequence[Row]:
    """Classes as their pupils' rows show them; the world keeps none of its own."""
    groups: dict[str, dict[str, Any]] = {}
    for pupil in _pupils(world, school):
        group = groups.setdefault(
            pupil["rombongan_belajar_id"],
            {
                "rombongan_belajar_id": pupil["rombongan_belajar_id"],
                "nama": pupil["nama_rombel"],
                "tingkat_pendidikan_id": pupil.get("tingkat_pendidikan_id"),
                "semester_id": pupil["semester_id"],
                "anggota_rombel": [],
            },
        )
        group["anggota_rombel"].append(
            {
                "anggota_rombel_id": pupil["anggota_rombel_id"],
                "peserta_didik_id": pupil["peserta_didik_id"],
                "jenis_pendaftaran_id": pupil.get("jenis_pendaftaran_id") or "1",
                "jenis_pendaftaran_id_str": pupil.get("jenis_pendaftaran_id_str") or "Siswa baru",
            }
        )
    return list(groups.values())


def _users(world: World, school: Row) -> Sequence[Row]:
    return [
        {
            **row,
            "sekolah_id": row.get("sekolah_id") or school.get("sekolah_id"),
            "password": None,
        }
        for row in world.pengguna
        if row["npsn"] == school["npsn"]
    ]


METHODS = {
    "getSekolah": Method("sekolah_id", SEKOLAH, _of_school, one=True),
    "getGtk": Method("ptk_terdaftar_id", GTK, _staff),
    "getPesertaDidik": Method("registrasi_id", PESERTA_DIDIK, _pupils),
    "getRombonganBelajar": Method("rombongan_belajar_id", ROMBONGAN_BELAJAR, _groups),
    "getPengguna": Method("pengguna_id", PENGGUNA, _users),
}


def _present(row: Row) -> bool:
    return not row.get("jenis_keluar_id") and not row.get("tanggal_keluar")


def _semester(world: World) -> str:
    """The school year turns in July: 20261 is its first half, 20262 the second."""
    day = world.extracted_at
    return f"{day.year}1" if day.month >= 7 else f"{day.year - 1}2"


def _id(text: str) -> str:
    return str(uuid.uuid5(_IDS, text))
