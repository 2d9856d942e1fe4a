"""Masks: what of personal data an agent sees."""

from datetime import date

import pytest

from app.web import masks
from app.web.reading_view import marked


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("sekar@surat.example", "s***@surat.example"),
        ("sekar@guru.smp.belajar.id", "sekar@guru.smp.belajar.id"),
        ("Sekar@Dinas.Belajar.id", "Sekar@Dinas.Belajar.id"),
        ("sekar@palsubelajar.id", "s***@palsubelajar.id"),
        ("sekar", "s***"),
        ("", ""),
        (None, ""),
    ],
)
def test_private_mail_is_masked_and_accounts_are_not(address: str | None, shown: str) -> None:
    assert masks.mail(address) == shown


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("3399014507880123", "•••••••••••••123"),
        ("0081234567", "•••••••567"),
        ("12", "••"),
        (None, ""),
    ],
)
def test_a_number_shows_its_last_three_digits(digits: str | None, shown: str) -> None:
    assert masks.number(digits) == shown


def test_of_a_birth_date_only_the_year_is_shown() -> None:
    assert (masks.birth(date(1988, 7, 5)), masks.birth(None)) == ("1988", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("NIK 3399014507880123.", "NIK •••••••••••••123.", id="NIK"),
        pytest.param("hp 0812 3456 7890", "hp •••• •••• •890", id="telephone with spaces"),
        pytest.param("WA +62-812-3456-789,", "WA +••-•••-••••-789,", id="telephone abroad"),
        pytest.param("NISN0081234567", "NISN•••••••567", id="glued to a word"),
        pytest.param("NPSN 69900011 laporan 710001", "NPSN 69900011 laporan 710001", id="short"),
        pytest.param("dari a.b@surat.example ya", "dari a***@surat.example ya", id="private mail"),
        pytest.param("akun x@guru.sd.belajar.id", "akun x@guru.sd.belajar.id", id="account"),
        pytest.param("19880705 201001 2 003", "•••••••• •••••• • 003", id="NIP in groups"),
        pytest.param("24-11-2026 09.00.00", "24-11-2026 09.00.00", id="a day and an hour"),
        pytest.param("2026-11-24 09.00", "2026-11-24 09.00", id="a day, year first"),
        pytest.param(
            "a.1234567890.b@sd.belajar.id", "a.1234567890.b@sd.belajar.id", id="account of digits"
        ),
        pytest.param("(0812)34567890", "(••••)•••••890", id="telephone in brackets"),
    ],
)
def test_identifiers_inside_a_text_are_masked(text: str, shown: str) -> None:
    assert masks.in_text(text) == shown


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("Akun   saya HILANG.", ["akun saya", "hilang"], ["Akun   saya", "HILANG"]),
        ("menghilang", ["hilang"], []),
        ("a+b (c)", ["(c"], ["(c"]),
        ("sudah pindah sekolah", ["pindah", "pindah sekolah"], ["pindah sekolah"]),
        ("apa saja", ["", "  "], []),
    ],
)
def test_words_that_decided_are_found_again(text: str, words: list[str], marks: list[str]) -> None:
    pieces = marked(text, words)
    assert "".join(each.text for each in pieces) == text
    assert [each.text for each in pieces if each.is_marked] == marks
