"""Moves, facets and the people a message is about."""

import pytest

from app.reading.extract import extract
from app.reading.facts import Incoming
from app.reading.reader import Reader
from tests.support.reading import facts


@pytest.mark.parametrize(
    ("text", "follow_up", "on_behalf", "many"),
    [
        pytest.param("saya lupa sandi akun saya", False, False, False, id="self"),
        pytest.param("laporan saya belum dijawab", True, False, False, id="no answer"),
        pytest.param("anak saya lupa sandi", False, True, False, id="child"),
        pytest.param("12 murid kelas 5 belum punya akun", False, True, True, id="pupils"),
        pytest.param("dua guru kami belum punya akun", False, True, True, id="two teachers"),
    ],
)
def test_facets_tell_for_whom(
    taught: Reader, text: str, follow_up: bool, on_behalf: bool, many: bool
) -> None:
    found = taught(Incoming(text)).facets
    assert (found.follow_up, found.on_behalf, found.many_subjects) == (follow_up, on_behalf, many)


def test_each_person_of_a_list_keeps_their_own_number(taught: Reader) -> None:
    text = (
        "Dua siswa kami di SMP Tunas Harapan (NPSN 69900015) belum punya akun:\n"
        "1. Arka Bintang - 0139999901\n2. Dara Puspita - 0139999902"
    )
    found = [(one.name, one.nisn, one.npsn) for one in taught(Incoming(text)).mentions]
    assert found == [
        ("Arka Bintang", "0139999901", "69900015"),
        ("Dara Puspita", "0139999902", "69900015"),
    ]


def test_the_writer_is_no_subject_once_someone_else_is_named(taught: Reader) -> None:
    text = "Nama saya Joko Susilo, operator. Guru kami a.n. Ratna Wijayanti belum punya akun."
    assert [one.name for one in taught(Incoming(text)).mentions] == ["Ratna Wijayanti"]


@pytest.mark.parametrize(
    "end",
    ["Selvi Rumbiati, operator.", "Kepala, Selvi Rumbiati", "Operator SDN 4, Selvi Rumbiati."],
)
def test_who_signs_for_another_is_no_subject(taught: Reader, end: str) -> None:
    text = f"Guru kami a.n. Ratna Wijayanti belum punya akun. {end}"
    assert [one.name for one in taught(Incoming(text)).mentions] == ["Ratna Wijayanti"]


def test_a_short_form_adds_no_subject(taught: Reader) -> None:
    text = "Akun Pak Darsono hilang. Guru kami a.n. Darsono Prihatmojo lupa sandi."
    assert [one.name for one in taught(Incoming(text)).mentions] == ["Darsono Prihatmojo"]


def test_a_writer_without_a_name_is_one_mention_without_words(taught: Reader) -> None:
    (only,) = taught(Incoming("saya lupa sandi, akun ratna27@guru.sd.belajar.id")).mentions
    assert (only.as_written, only.name) == (None, None)
    assert only.emails == ("ratna27@guru.sd.belajar.id",)


def test_an_unnamed_child_is_not_the_writer(taught: Reader) -> None:
    (only,) = taught(Incoming("anak saya lupa sandinya min")).mentions
    assert only.as_written == "anak saya"


def test_a_question_about_nobody_has_no_mentions(taught: Reader) -> None:
    assert taught(Incoming("sinkronnya tiap hari apa tiap bulan?")).mentions == ()


def test_a_birth_date_belongs_to_the_person(taught: Reader) -> None:
    (only,) = taught(
        Incoming("Anak saya Kezia Maharani, lahir 14-02-2015, kelas 5 belum punya akun")
    ).mentions
    assert str(only.birth_date) == "2015-02-14"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "<b></b>", "🙏", "a" * 30_000, "1" * 5_000, "@ @ @"]
)
def test_any_text_can_be_read(taught: Reader, text: str) -> None:
    assert extract(text, "Re: ") is not None


def test_quoted_numbers_count_as_facts() -> None:
    text = "sudah saya kirim ulang\n> Laporan Anda tercatat dengan nomor 986199."
    assert facts(text).report_numbers == ("986199",)


def test_the_school_someone_left_is_not_the_one_to_look_in(taught: Reader) -> None:
    text = "Guru kami Dewi Lestari mutasi dari SMPN 2 Sukamaju ke SMPN 5 Karya Indah, belum pindah."
    (only,) = taught(Incoming(text)).mentions
    assert only.school_name == "SMPN 5 Karya Indah"
