"""A world folder small enough to count by hand: three schools, five staff, four pupils."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

EXTRACTED_AT = datetime(2026, 11, 23, 19, 10, tzinfo=UTC)

SD, SMP, CLOSED = "69900001", "69900002", "69900003"
GURU, KEPALA, OPERATOR, BARU, PENSIUN = (
    f"10000000-0000-4000-8000-00000000000{number}" for number in range(1, 6)
)
PUPIL, MOVED, UNSENT, SECOND = (
    f"20000000-0000-4000-8000-00000000000{number}" for number in range(1, 5)
)

SEKOLAH: list[dict[str, Any]] = [
    {
        "sekolah_id": "30000000-0000-4000-8000-000000000001",
        "nama": "SD NEGERI CONTOH SATU",
        "npsn": SD,
        "bentuk_pendidikan_id": 5,
        "bentuk_pendidikan_id_str": "SD",
        "status_sekolah": "1",
        "kabupaten_kota": "Kab. Peraga",
        "provinsi": "Prov. Contoh",
        "tanggal_tutup": None,
    },
    {
        "sekolah_id": "30000000-0000-4000-8000-000000000002",
        "nama": "SMP NEGERI CONTOH DUA",
        "npsn": SMP,
        "bentuk_pendidikan_id": 6,
        "bentuk_pendidikan_id_str": "SMP",
        "status_sekolah": "1",
        "kabupaten_kota": "Kab. Peraga",
        "provinsi": "Prov. Contoh",
        "tanggal_tutup": None,
    },
    {
        "sekolah_id": "30000000-0000-4000-8000-000000000003",
        "nama": "SD SWASTA TUTUP BUKU",
        "npsn": CLOSED,
        "bentuk_pendidikan_id": 5,
        "bentuk_pendidikan_id_str": "SD",
        "status_sekolah": "2",
        "kabupaten_kota": "Kab. Peraga",
        "provinsi": "Prov. Contoh",
        "tanggal_tutup": "2026-06-30",
    },
]


def _staff(person: str, name: str, nik: str, **more: Any) -> dict[str, Any]:
    return {
        "npsn": SD,
        "ptk_id": person,
        "nama": name,
        "nik": nik,
        "nuptk": None,
        "nip": None,
        "tanggal_lahir": "1985-03-04",
        "ptk_induk": "1",
        "tanggal_surat_tugas": "2020-07-13",
        "jenis_ptk_id": "4",
        "jenis_ptk_id_str": "Guru Mapel",
        "jabatan_ptk_id": None,
        "jabatan_ptk_id_str": "Guru Mapel",
        "is_sync_to_server_ptk_terdaftar": True,
        "is_sync_to_server_ptk": True,
        "jenis_keluar_id": None,
        "tanggal_keluar": None,
        **more,
    }


GTK: list[dict[str, Any]] = [
    _staff(GURU, "Rukmini Contohwati", "3399010403850001", nuptk="1636763664230001"),
    _staff(
        GURU,
        "Rukmini Contohwati",
        "3399010403850001",
        npsn=SMP,
        nuptk="1636763664230001",
        ptk_induk="0",
        tanggal_surat_tugas="2026-07-13",
    ),
    _staff(
        KEPALA,
        "Darmo Peragawan",
        "3399010403850002",
        nip="198503042010011001",
        jenis_ptk_id="20",
        jenis_ptk_id_str="Kepala Sekolah",
        jabatan_ptk_id_str="Kepala Sekolah",
    ),
    _staff(
        OPERATOR,
        "Tuti Misalkan",
        "3399010403850003",
        jenis_ptk_id="11",
        jenis_ptk_id_str="Tenaga Administrasi Sekolah",
        jabatan_ptk_id_str="Tenaga Administrasi Sekolah",
    ),
    _staff(BARU, "Wati Umpamawati", "3399010403850004", is_sync_to_server_ptk_terdaftar=False),
    _staff(
        PENSIUN,
        "Sastro Purnawan",
        "3399010403850005",
        npsn=SMP,
        jenis_keluar_id="9",
        tanggal_keluar="2026-09-01",
    ),
]


def _pupil(person: str, name: str, nisn: str, **more: Any) -> dict[str, Any]:
    return {
        "npsn": SD,
        "peserta_didik_id": person,
        "nama": name,
        "nisn": nisn,
        "nik": None,
        "tanggal_lahir": "2014-05-06",
        "tanggal_masuk_sekolah": "2021-07-12",
        "tingkat_pendidikan_id": "6",
        "nama_rombel": "Kelas 6A",
        "is_sync_to_server": True,
        "jenis_keluar_id": None,
        "tanggal_keluar": None,
        **more,
    }


PESERTA_DIDIK: list[dict[str, Any]] = [
    _pupil(PUPIL, "Bagas Contohnya", "0099000001"),
    _pupil(SECOND, "Citra Contohnya", "0099000004"),
    _pupil(UNSENT, "Dimas Misalnya", "0099000003", is_sync_to_server=False, nama_rombel="Kelas 6B"),
    _pupil(MOVED, "Eka Umpama", "0099000002", jenis_keluar_id="2", tanggal_keluar="2026-06-20"),
    _pupil(
        MOVED,
        "Eka Umpama",
        "0099000002",
        npsn=SMP,
        tingkat_pendidikan_id="7",
        nama_rombel="7A",
        tanggal_masuk_sekolah="2026-07-13",
    ),
]

PENGGUNA: list[dict[str, Any]] = [
    {
        "npsn": SD,
        "pengguna_id": "40000000-0000-4000-8000-000000000001",
        "username": "tuti@sdcontoh.example",
        "nama": "Tuti Misalkan",
        "peran_id_str": "Operator Sekolah",
        "ptk_id": OPERATOR,
        "peserta_didik_id": None,
    },
    {
        "npsn": SD,
        "pengguna_id": "40000000-0000-4000-8000-000000000002",
        "username": "darmo@sdcontoh.example",
        "nama": "Darmo Peragawan",
        "peran_id_str": "Kepala Sekolah",
        "ptk_id": KEPALA,
        "peserta_didik_id": None,
    },
]

ARTICLE = 8048

ZENDESK: dict[str, list[dict[str, Any]]] = {
    "users": [
        {
            "id": 501,
            "name": "Rukmini Contohwati",
            "email": "rukmini@warga.example",
            "role": "end-user",
        },
        {"id": 502, "name": "Petugas Peraga", "email": "petugas@loket.example", "role": "agent"},
    ],
    "tickets": [
        {
            "id": 700000 + number,
            "subject": f"Akun belum muncul {number}",
            "description": "Akun guru baru belum muncul.",
            "status": "deleted" if number == 5 else "open",
            "requester_id": 501,
            "created_at": f"2026-11-0{number}T02:00:00Z",
            "updated_at": f"2026-11-1{number}T02:00:00Z",
            "custom_fields": [{"id": 9001, "value": "Akun"}, {"id": 9002, "value": SD}],
        }
        for number in range(1, 6)
    ],
    "comments": [
        {
            "id": 800001,
            "ticket_id": 700001,
            "type": "Comment",
            "author_id": 501,
            "body": "Akun guru baru belum muncul.",
            "public": True,
            "created_at": "2026-11-01T02:00:00Z",
            "attachments": [],
        },
        {
            "id": 800002,
            "ticket_id": 700001,
            "type": "Comment",
            "author_id": 502,
            "body": "Mohon tunggu pemutakhiran berikutnya.",
            "public": True,
            "created_at": "2026-11-02T02:00:00Z",
            "attachments": [],
        },
    ],
    "article_comments": [
        {
            "id": 600000 + number,
            "source_id": ARTICLE,
            "source_type": "Article",
            "author_id": 501,
            "body": f"<p>mohon info {number}</p>",
            "created_at": "2026-11-01T02:00:00Z",
            "updated_at": "2026-11-01T02:00:00Z",
            "vote_sum": 0,
            "vote_count": 0,
        }
        for number in range(1, 64)
    ],
}


def write_small_world(folder: Path) -> Path:
    """The folder with its manifest, as `--world` and `snapshot load` take it."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "sekolah.jsonl": SEKOLAH,
        "gtk.jsonl": GTK,
        "peserta_didik.jsonl": PESERTA_DIDIK,
        "pengguna.jsonl": PENGGUNA,
        "accounts.jsonl": [],
    }
    tables |= {f"zendesk/{name}.jsonl": rows for name, rows in ZENDESK.items()}
    (folder / "zendesk").mkdir(exist_ok=True)
    listed = {}
    for name, rows in tables.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / name).write_text(text)
        listed[name] = {"rows": len(rows), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    manifest = {"extracted_at": EXTRACTED_AT.isoformat(), "files": listed}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder
