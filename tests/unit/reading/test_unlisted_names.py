"""Names that stand in no list, and words that are no names."""

import pytest

from app.reading.facts import Incoming
from app.reading.reader import Reader
from tests.support.reading import facts

NAMED = [
    pytest.param(
        "Guru kami Handarini Mulyasantika pindahan dari SMPN 2 Karyamekar",
        "Handarini Mulyasantika",
        id="our teacher",
    ),
    pytest.param(
        "petugas perpustakaan kami, Danuwirya Mangunsaputra, belum punya akun",
        "Danuwirya Mangunsaputra",
        id="role of two words",
    ),
    pytest.param(
        "Anak saya Arkananta Wijayaputra lulus SD", "Arkananta Wijayaputra", id="my child"
    ),
    pytest.param(
        "anak didik kami Bayusakti Hadipranoto kelas X", "Bayusakti Hadipranoto", id="our pupil"
    ),
    pytest.param("Saya Sasmita Kertanagara, dulu guru", "Sasmita Kertanagara", id="the writer"),
    pytest.param(
        "saya purwaningrum setiabudaya guru kelas", "purwaningrum setiabudaya", id="small letters"
    ),
    pytest.param(
        "anak saya gayatrisna wirapraja kelas 4 sd lupa password",
        "gayatrisna wirapraja",
        id="child in small letters",
    ),
    pytest.param(
        "guru baru kami tirtaningsih kusumadewi belum muncul",
        "tirtaningsih kusumadewi",
        id="new teacher in small letters",
    ),
    pytest.param(
        "MOHON DIBANTU MIN, ANAK SAYA ARKANANTA WIJAYAPUTRA LUPA SANDI",
        "ARKANANTA WIJAYAPUTRA",
        id="capitals only",
    ),
    pytest.param(
        "GURU KAMI HANDARINI MULYASANTIKA BELUM PUNYA AKUN",
        "HANDARINI MULYASANTIKA",
        id="teacher in capitals",
    ),
    pytest.param(
        "kepala sekolah kami, Hj. Ranggawati Suryakusuma, lupa sandi",
        "Ranggawati Suryakusuma",
        id="without the title",
    ),
    pytest.param(
        "Saya ibu dari Lintang Prabasari, akunnya hilang", "Lintang Prabasari", id="mother of"
    ),
    pytest.param(
        "operator lama (Wirasena Adiprana) masih admin", "Wirasena Adiprana", id="in brackets"
    ),
    pytest.param(
        "Nama kepala sekolah: Tirtayasa Mandalika", "Tirtayasa Mandalika", id="label of a form"
    ),
]

NOBODY = [
    "saya lupa sandi guru kelas",
    "saya mau tanya min",
    "saya guru kelas lima",
    "saya sudah lapor dan belum ada balasan",
    "saya gbs msuk akun sy",
    "saya operator sekolah mau minta akun",
    "saya yang dulu jadi kepala sekolah",
    "Guru kami Bahasa Inggris belum punya akun",
    "Anak saya Kelas 5 belum punya akun",
    "Saya Guru SMP Negeri 2 Karyamekar lupa sandi",
    "Siswa kami Lulus tahun ini",
    "guru kami dari Kalimantan belum punya akun",
    "orang tua siswa kelas III menunggu",
    "Tiga siswa yang NISN-nya baru terbit",
    "akun admin TPA yang lama",
    "PEMERINTAH KABUPATEN LEMBAH MEKAR\nDINAS PENDIDIKAN\n\nYth. admin, mohon bantuannya",
    "Salam dari Helpdesk Akun, makasihh ya",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_needs_no_list(text: str, name: str) -> None:
    assert facts(text).person_names == (name,)


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_person_named_is_the_one_meant(taught: Reader, text: str, name: str) -> None:
    assert [(one.as_written, one.name) for one in taught(Incoming(text)).mentions] == [(name, name)]


@pytest.mark.parametrize("text", NOBODY)
def test_common_words_schools_and_places_are_nobody(text: str) -> None:
    assert facts(text).person_names == ()


def test_two_people_keep_their_own_school_and_number(taught: Reader) -> None:
    text = (
        "dua guru kami, Handarini Mulyasantika (NUPTK 1234567890123456) dari SMPN 2 Karyamekar"
        " dan Danuwirya Mangunsaputra dari SMPN 5 Indahsari, belum punya akun"
    )
    found = [(one.name, one.nuptk, one.school_name) for one in taught(Incoming(text)).mentions]
    assert found == [
        ("Handarini Mulyasantika", "1234567890123456", "SMPN 2 Karyamekar"),
        ("Danuwirya Mangunsaputra", None, "SMPN 5 Indahsari"),
    ]


def test_the_rows_of_a_table_are_people_with_their_addresses(taught: Reader) -> None:
    text = (
        "Akun tiga guru kami hilang:\n"
        "Handarini Mulyasantika - handarini11@guru.sd.belajar.id\n"
        "Danuwirya Mangunsaputra - danuwirya12@guru.sd.belajar.id"
    )
    assert [(one.name, one.emails) for one in taught(Incoming(text)).mentions] == [
        ("Handarini Mulyasantika", ("handarini11@guru.sd.belajar.id",)),
        ("Danuwirya Mangunsaputra", ("danuwirya12@guru.sd.belajar.id",)),
    ]
