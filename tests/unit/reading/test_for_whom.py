"""For whom a message is written, whole classes, and messages without content."""

import pytest

from app.reading.content import says_nothing
from app.reading.facts import Incoming
from app.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "on_behalf", "many"),
    [
        pytest.param("saya guru SD, akun saya hilang", False, False, id="own"),
        pytest.param("guru kami a.n. Rudi Hartono belum punya akun", True, False, id="our teacher"),
        pytest.param("suami saya guru SD, beliau lupa sandinya", True, False, id="family"),
        pytest.param("siswa kelas 5 belum punya akun semua", True, True, id="class"),
        pytest.param("anak saya Arka Bintang kelas 6 belum punya akun", True, False, id="one"),
        pytest.param("aku siswa kelas 10, lupa sandi akunku", False, False, id="pupil"),
        pytest.param(
            "saya kirim undangan ke 300 orang lalu akun saya ditangguhkan",
            False,
            False,
            id="recipients",
        ),
        pytest.param(
            "saya punya dua akun, dua2nya guru SMA, hapus satu", False, False, id="two accounts"
        ),
        pytest.param("sebelas guru kami belum aktif", True, True, id="number in words"),
    ],
)
def test_facets_follow_the_people_not_the_words(
    taught: Reader, text: str, on_behalf: bool, many: bool
) -> None:
    found = taught(Incoming(text)).facets
    assert (found.on_behalf, found.many_subjects) == (on_behalf, many)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("siswa kelas 5 belum punya akun", ("siswa kelas 5",), id="figure"),
        pytest.param("murid kelas VII B belum ada akun", ("murid kelas VII B",), id="Roman"),
        pytest.param("semua murid kelas lima blm dapat akun", ("murid kelas 5",), id="in words"),
        pytest.param("siswa kelas 7 dan 8 belum ada akun", ("siswa kelas 7 dan 8",), id="two"),
    ],
)
def test_a_class_without_names_is_meant_by_its_grade(
    taught: Reader, text: str, written: tuple[str, ...]
) -> None:
    assert tuple(one.as_written for one in taught(Incoming(text)).mentions) == written
    assert taught(Incoming(text)).facets.many_subjects


def test_a_class_keeps_the_school_it_is_in(taught: Reader) -> None:
    (only,) = taught(
        Incoming("Seluruh siswa kelas 1 SDN 3 Mekarsari, NPSN 69900031, belum punya akun")
    ).mentions
    assert (only.school_name, only.npsn) == ("SDN 3 Mekarsari", "69900031")


@pytest.mark.parametrize(
    "text", ["", " ", "tes", "halo min", "Assalamualaikum wr wb", "P", "??", "asdf", "tolong min"]
)
def test_greetings_and_letters_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["lupa sandi", "PASSWORD", "mutasi.", "terima kasih", "up", "Updatenya?", "tindaklanjutnya"],
)
def test_one_word_can_say_enough(text: str) -> None:
    assert not says_nothing(text)


def test_a_subject_alone_says_something() -> None:
    assert not says_nothing("tes", "Lupa kata sandi")
