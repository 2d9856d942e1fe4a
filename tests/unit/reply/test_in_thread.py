"""What a public reply says, and what it may never say."""

from datetime import date

import pytest

from app.reply.in_thread import Known, made, personal
from app.resolution.policy.advice import STATEMENTS, statements

NUMBER = 700_123
KNOWN = Known(
    names=frozenset({"Sekar Lestari", "Guru SD"}),
    whole=frozenset({"SMP Negeri 3 Tirta"}),
    days=frozenset({date(1988, 7, 5)}),
)
OWN = made(NUMBER, ["Data guru dimutakhirkan setiap hari."], is_waiting=False)


@pytest.mark.parametrize("category", STATEMENTS)
@pytest.mark.parametrize("is_waiting", [True, False])
def test_what_a_rule_makes_names_nobody(category: str, is_waiting: bool) -> None:
    said = [each.statement for each in statements(category)]  # type: ignore[arg-type]
    text = made(NUMBER, said, is_waiting=is_waiting)
    assert said[0] in text
    assert ("sudah kami tangani" in text) is not is_waiting
    assert personal(text, NUMBER, KNOWN, own=text) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Akun Sekar Lestari sudah siap.", "Sekar Lestari"),
        ("Bu lestari, silakan.", "lestari"),
        ("Untuk SMP negeri 3  Tirta.", "SMP negeri 3  Tirta"),
        ("Tulis ke sekar@surat.example ya.", "sekar@surat.example"),
        ("NIK 3399014507880123.", "3399014507880123"),
        ("Telepon 0812-3456-7890.", "0812-3456-7890"),
        ("NPSN 69900011", "69900011"),
        ("Lahir 05/07/1988.", "05/07/1988"),
        ("Lahir 5 Juli 1988.", "Selasa, 5 Juli 1988"),
    ],
)
def test_what_tells_of_a_person_is_named(words: str, found: str) -> None:
    assert found in personal(f"{OWN} {words}", NUMBER, KNOWN, own=OWN)


@pytest.mark.parametrize(
    "words",
    [
        "Laporan 700123 selesai.",
        "Data guru SD tahun ajaran 2025/2026 berlaku mulai 30 November 2026.",
        "Ada 3 langkah; yang Sekarang pertama.",
    ],
)
def test_what_tells_of_nobody_may_stand(words: str) -> None:
    known = Known(names=frozenset({"Sekar Lestari"}), days=KNOWN.days)
    assert personal(words, NUMBER, known, own=OWN) == ()
