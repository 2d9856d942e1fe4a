"""The exact fields each Dapodik answer carries in 2021 and in 2026, with what stands in for gaps.

Field names and types are those seen in public clients of the WebService. A strict client of 2021
fails on any field too many or too few.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]


class Profile(StrEnum):
    """Which release of the desktop application is stood in for."""

    OF_2021 = "2021"
    OF_2026 = "2026"


@dataclass(frozen=True, slots=True)
class Fields:
    """`base` is sent by both releases, `added` by 2026 alone; values fill gaps of the world row."""

    base: Row
    added: Row = field(default_factory=dict)

    def fit(self, row: Row, profile: Profile) -> dict[str, Any]:
        """Exactly the fields of that release: the row's own where it has them, else the filler."""
        names = self.base if profile is Profile.OF_2021 else {**self.base, **self.added}
        return {
            name: row[name] if row.get(name) is not None else filler
            for name, filler in names.items()
        }


# Not anybody's password: the shape of what the real service sends, which every reader must drop.
PASSWORD_HASH = "$2y$10$" + "LoketPeragaSandiTiruanTidakPernahBerlakuUntukSiapaPun"

SEKOLAH = Fields(
    base={
        "sekolah_id": "",
        "nama": "",
        "nss": "",
        "npsn": "",
        "bentuk_pendidikan_id": 0,
        "bentuk_pendidikan_id_str": "",
        "status_sekolah": "1",
        "status_sekolah_str": "Negeri",
        "alamat_jalan": "",
        "rt": "0",
        "rw": "0",
        "kode_wilayah": "000000",
        "kode_pos": "",
        "nomor_telepon": None,
        "nomor_fax": None,
        "email": None,
        "website": None,
        "is_sks": False,
        "lintang": "0",
        "bujur": None,
        "dusun": None,
        "desa_kelurahan": "",
        "kecamatan": "",
        "kabupaten_kota": "",
        "provinsi": "",
    },
    added={"is_sync_to_server": None},
)

GTK = Fields(
    base={
        "tahun_ajaran_id": "",
        "ptk_terdaftar_id": "",
        "ptk_id": "",
        "ptk_induk": "1",
        "tanggal_surat_tugas": None,
        "nama": "",
        "jenis_kelamin": "",
        "tempat_lahir": "",
        "tanggal_lahir": None,
        "agama_id": None,
        "agama_id_str": "",
        "nuptk": None,
        "nik": None,
        "jenis_ptk_id": None,
        "jenis_ptk_id_str": None,
        "status_kepegawaian_id": 0,
        "status_kepegawaian_id_str": "",
        "nip": None,
        "pendidikan_terakhir": "",
        "bidang_studi_terakhir": "",
        "pangkat_golongan_terakhir": "",
        "rwy_pend_formal": [],
        "rwy_kepangkatan": [],
    },
    added={
        "jabatan_ptk_id": None,
        "jabatan_ptk_id_str": None,
        "is_sync_to_server_ptk_terdaftar": None,
        "is_sync_to_server_ptk": None,
    },
)

PESERTA_DIDIK = Fields(
    base={
        "registrasi_id": "",
        "jenis_pendaftaran_id": "1",
        "jenis_pendaftaran_id_str": "Siswa baru",
        "nipd": "",
        "tanggal_masuk_sekolah": None,
        "sekolah_asal": None,
        "peserta_didik_id": "",
        "nama": "",
        "nisn": None,
        "jenis_kelamin": "",
        "nik": None,
        "tempat_lahir": "",
        "tanggal_lahir": None,
        "agama_id": 0,
        "agama_id_str": "",
        "alamat_jalan": None,
        "nomor_telepon_rumah": None,
        "nomor_telepon_seluler": None,
        "nama_ayah": "",
        "pekerjaan_ayah_id": 0,
        "pekerjaan_ayah_id_str": "",
        "nama_ibu": "",
        "pekerjaan_ibu_id": 0,
        "pekerjaan_ibu_id_str": "",
        "nama_wali": None,
        "pekerjaan_wali_id": 0,
        "pekerjaan_wali_id_str": "",
        "tinggi_badan": "0",
        "berat_badan": "0",
        "semester_id": "",
        "anggota_rombel_id": "",
        "rombongan_belajar_id": "",
        "tingkat_pendidikan_id": None,
        "nama_rombel": "",
        "kurikulum_id": 0,
        "kurikulum_id_str": "",
    },
    added={
        "email": None,
        "anak_keberapa": "1",
        "kebutuhan_khusus": "Tidak ada",
        "is_sync_to_server": None,
    },
)

ROMBONGAN_BELAJAR = Fields(
    base={
        "rombongan_belajar_id": "",
        "nama": "",
        "tingkat_pendidikan_id": None,
        "semester_id": "",
        "jenis_rombel": "1",
        "jenis_rombel_str": "Kelas",
        "kurikulum_id": 0,
        "kurikulum_id_str": "",
        "id_ruang": "",
        "id_ruang_str": "",
        "moving_class": "0",
        "ptk_id": "",
        "ptk_id_str": "",
        "anggota_rombel": [],
        "pembelajaran": [],
    },
    added={
        "tingkat_pendidikan_id_str": "",
        "jurusan_id": None,
        "jurusan_id_str": None,
        "is_sync_to_server": None,
    },
)

PENGGUNA = Fields(
    base={
        "pengguna_id": "",
        "sekolah_id": "",
        "username": "",
        "nama": "",
        "peran_id_str": "",
        "password": PASSWORD_HASH,
        "alamat": None,
        "no_telepon": None,
        "no_hp": None,
        "ptk_id": None,
        "peserta_didik_id": None,
    },
    added={"is_sync_to_server": None},
)
