"""An invented extract of any size, written line by line: the same rows for the same size and day.

    python -m tests.bench.register_world FOLDER PEOPLE [DAY]

Of the people 0.4 in a hundred stand for a school, 6 are staff, the rest pupils; nine in ten have an
account. DAY counts from 0; each day one row in a hundred differs from the day before. Rows carry
about as many fields as the real service sends. All names and numbers are made up.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.reading.wordlists import words as listed

FIRST_DAY = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
_BORN = date(2008, 1, 1)
_STAFF_BORN = date(1966, 1, 1)
_CHANGED_EACH_DAY = 100  # one row in so many
_FIRST = sorted(
    listed("""
    Bagas Citra Dimas Eka Fajar Galih Hana Indra Jihan Kirana Lestari Maya Naufal Oki Prima Ratna
    Sekar Tirta Umar Vina Wulan Yoga Zahra Ayu Bima Cahya Dian Elang Farah Gilang Hesti Intan
    """)
)
_LAST = sorted(
    listed("""
    Contohwati Peragawan Umpama Misalkan Rekaan Andaikan Tirtana Wibisana Kertapati Sasmita
    Purwaka Danuarta Mahesa Nirmala Pradipta Wiratama Anggara Basuki Kencana Lazuardi Mandala
    Nugraha Palupi Raharja Samudra Trisna Utama Waskita Yudistira Adiwarna Bayuaji Darmawan
    """)
)
_FORMS = ((5, "SD", "sd"), (6, "SMP", "smp"), (13, "SMA", "sma"), (15, "SMK", "smk"))
_SYLLABLES = ("ka", "ri", "mo", "ta", "la", "su", "pe", "wa", "ni", "ba", "do", "ge")


def write(folder: Path, people: int, day: int = 0) -> Path:
    """The folder, as `loket snapshot load` takes it."""
    folder.mkdir(parents=True, exist_ok=True)
    schools, staff = max(people * 4 // 1000, 1), people * 6 // 100
    tables: dict[str, Iterable[str]] = {
        "sekolah.jsonl": (_school(each) for each in range(schools)),
        "gtk.jsonl": (_staff(each, schools, day) for each in range(staff)),
        "peserta_didik.jsonl": (_pupil(each, schools, day) for each in range(staff, people)),
        "pengguna.jsonl": (_user(each, staff) for each in range(2 * schools)),
        "accounts.jsonl": _accounts(people, staff, schools, day),
    }
    files = {name: _written(folder / name, lines) for name, lines in tables.items()}
    at = FIRST_DAY + timedelta(days=day)
    manifest = {"extracted_at": at.isoformat(), "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def name_of(number: int) -> str:
    """Some thirty thousand whole names, a rare middle word in each."""
    mixed = _mixed(number)
    middle = "".join(_SYLLABLES[mixed >> shift & 7] for shift in (3, 9, 15)).title()
    return f"{_FIRST[mixed % 32]} {middle} {_LAST[mixed // 32 % 32]}"


def person_id(number: int) -> str:
    return f"{_mixed(number):08x}-0000-4000-8000-{number:012x}"


def nik_of(number: int) -> str:
    return f"33{number:014}"


def npsn_of(number: int) -> str:
    return f"6{number:07}"


def school_name(number: int) -> str:
    form = _FORMS[number % 4][1]
    place = "".join(
        _SYLLABLES[_mixed(number // 40) >> shift & 7] for shift in (1, 5, 9, 13)
    ).title()
    return f"{form} NEGERI {number % 40 + 1} {place}".upper()


def born(number: int, staff: int) -> date:
    """Pupils over twelve years of birth, staff over thirty-four."""
    if number < staff:
        return _STAFF_BORN + timedelta(days=_mixed(number) % 12_400)
    return _BORN + timedelta(days=_mixed(number) % 4_400)


def address(number: int, staff: int, schools: int) -> str:
    level = _FORMS[number % schools % 4][2]
    role = "guru." if number < staff else ""
    return f"{name_of(number).split()[0].lower()}{number}@{role}{level}.belajar.id"


def _school(number: int) -> str:
    form, form_name, _ = _FORMS[number % 4]
    return json.dumps(
        {
            "sekolah_id": person_id(10**9 + number), "nama": school_name(number),
            "nss": f"{number:012}", "npsn": npsn_of(number), "bentuk_pendidikan_id": form,
            "bentuk_pendidikan_id_str": form_name, "status_sekolah": "1",
            "alamat_jalan": f"Jl. Peraga {number}", "kabupaten_kota": f"Kab. Peraga {number % 500}",
            "provinsi": f"Prov. Contoh {number % 38}", "tanggal_tutup": None,
        }
    )  # fmt: skip


def _staff(number: int, schools: int, day: int) -> str:
    since = date(2024, 7, 1) + timedelta(days=_version(number, day))
    return json.dumps(
        {
            "npsn": npsn_of(number % schools), "ptk_id": person_id(number), "nama": name_of(number),
            "ptk_terdaftar_id": person_id(2 * 10**9 + number), "tahun_ajaran_id": "2026",
            "jenis_kelamin": "L", "tempat_lahir": "Peraga", "agama_id_str": "-",
            "tanggal_lahir": born(number, number + 1).isoformat(), "nik": nik_of(number),
            "nuptk": f"16{number:014}" if number % 4 else None,
            "nip": f"19{number:016}" if number % 3 == 0 else None, "ptk_induk": "1",
            "tanggal_surat_tugas": since.isoformat(), "jenis_ptk_id": "4",
            "jenis_ptk_id_str": "Guru Mapel", "jabatan_ptk_id": None,
            "jabatan_ptk_id_str": "Guru Mapel", "status_kepegawaian_id_str": "PNS",
            "pendidikan_terakhir": "S1", "bidang_studi_terakhir": "-", "rwy_pend_formal": [],
            "rwy_kepangkatan": [], "is_sync_to_server_ptk_terdaftar": True,
            "is_sync_to_server_ptk": True, "jenis_keluar_id": None, "tanggal_keluar": None,
        }
    )  # fmt: skip


def _pupil(number: int, schools: int, day: int) -> str:
    entered = date(2024, 7, 1) + timedelta(days=_version(number, day))
    return json.dumps(
        {
            "npsn": npsn_of(number % schools), "registrasi_id": person_id(3 * 10**9 + number),
            "peserta_didik_id": person_id(number), "nama": name_of(number),
            "nisn": f"{number:010}", "nik": nik_of(number), "jenis_kelamin": "P",
            "tempat_lahir": "Peraga", "tanggal_lahir": born(number, 0).isoformat(),
            "tanggal_masuk_sekolah": entered.isoformat(), "jenis_pendaftaran_id": "1",
            "alamat_jalan": "Jl. Peraga", "nama_ayah": "Umpama", "pekerjaan_ayah_id_str": "-",
            "nama_ibu": "Misalkan", "pekerjaan_ibu_id_str": "-", "tinggi_badan": "140",
            "berat_badan": "35", "semester_id": "20261", "anak_keberapa": "1",
            "anggota_rombel_id": person_id(4 * 10**9 + number), "nama_rombel": "Kelas 6A",
            "rombongan_belajar_id": person_id(5 * 10**9 + number // 30),
            "tingkat_pendidikan_id": str(1 + number % 12), "kurikulum_id_str": "Kurikulum",
            "is_sync_to_server": True, "jenis_keluar_id": None, "tanggal_keluar": None,
        }
    )  # fmt: skip


def _user(number: int, staff: int) -> str:
    role = ("Operator Sekolah", "Kepala Sekolah")[number % 2]
    return json.dumps(
        {
            "npsn": npsn_of(number // 2), "pengguna_id": person_id(6 * 10**9 + number),
            "username": f"pengguna{number}@surat.example", "nama": name_of(number),
            "peran_id_str": role, "password": "$2y$10$contoh", "ptk_id": person_id(number % staff),
            "peserta_didik_id": None,
        }
    )  # fmt: skip


def _accounts(people: int, staff: int, schools: int, day: int) -> Iterator[str]:
    for number in range(people):
        if number % 10 == 9:
            continue
        seen = FIRST_DAY + timedelta(days=_version(number + 50, day))
        mine = address(number, staff, schools)
        yield json.dumps(
            {
                "kind": "admin#directory#user", "id": f"1{number:020}", "primaryEmail": mine,
                "name": {"fullName": name_of(number), "givenName": "-", "familyName": "-"},
                "isAdmin": False, "suspended": False, "archived": False,
                "lastLoginTime": seen.isoformat(), "creationTime": "2021-01-04T03:00:00.000Z",
                "agreedToTerms": True, "orgUnitPath": "/Sekolah", "customerId": "C0contoh",
                "recoveryEmail": f"pribadi{number}@surat.example",
                "aliases": [mine.replace("@", ".lama@")] if number % 50 == 0 else [],
                "externalIds": [{"type": "custom", "value": person_id(number)}],
                "organizations": [{"costCenter": npsn_of(number % schools), "primary": True}],
            }
        )  # fmt: skip


def _version(number: int, day: int) -> int:
    """How often that row has changed by then."""
    turn = _mixed(number) % _CHANGED_EACH_DAY
    return (day + _CHANGED_EACH_DAY - turn - 1) // _CHANGED_EACH_DAY


def _mixed(number: int) -> int:
    """Scattered over 32 bits, so that neighbours have nothing in common."""
    return (number * 2_654_435_761 ^ number >> 7) % 2**32


def _written(path: Path, lines: Iterable[str]) -> dict[str, object]:
    sum_, rows = hashlib.sha256(), 0
    with path.open("wb") as file:
        for line in lines:
            encoded = f"{line}\n".encode()
            sum_.update(encoded)
            file.write(encoded)
            rows += 1
    return {"rows": rows, "sha256": sum_.hexdigest()}


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
