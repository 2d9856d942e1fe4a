"""Marks are the same for the same thing, and hide it."""

import pytest

from app.linking.bare import is_bare_follow_up
from app.linking.marks import Laid, marks_of, sealer
from app.linking.report import Recorded
from app.reading.facts import Facets
from models.vocabulary import Category, MarkKind
from tests.unit.linking.build import report

SEAL = sealer(b"rahasia untuk uji saja")
M = MarkKind


def _of(kind: MarkKind, text: str = "", **more: object) -> set[str]:
    found = marks_of(report(text, **more), SEAL)  # type: ignore[arg-type]
    return {value for each, value in found if each is kind}


def test_only_the_npsn_stands_as_it_is() -> None:
    told = report(
        "Saya Rini Handayani, NIK 3399014507880123, akun rini27@guru.sd.belajar.id, "
        "hp 0812-3456-7890, NPSN 69900001",
        writer="Rini Handayani",
        mail="rini@surat.example",
        person="5f3d0c1e",
    )
    found = marks_of(told, SEAL)
    assert {kind for kind, _ in found} == set(MarkKind) - {M.CELL}
    assert Laid(M.SCHOOL, "69900001") in found
    assert all(len(value) == 64 for kind, value in found if value != "69900001")


def test_another_secret_seals_differently() -> None:
    assert SEAL("rini@surat.example") != sealer(b"rahasia lain")("rini@surat.example")
    assert SEAL("rini@surat.example") == sealer(b"rahasia untuk uji saja")("rini@surat.example")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"writer": "Rini Handayani"}, {"writer": "HANDAYANI RINI, S.Pd."}),
        ({"writer": "Muh. Ikhsan"}, {"writer": "Muhammad Ikhsan"}),
    ],
)
def test_a_name_is_one_mark_however_written(one: dict[str, str], other: dict[str, str]) -> None:
    assert _of(M.AUTHOR, **one) == _of(M.AUTHOR, **other) != set()


def test_who_writes_for_others_is_not_who_it_is_about() -> None:
    told = "Mohon akun guru kami a.n. Budi Santoso dipulihkan"
    assert _of(M.NAME, told, writer="Rini Handayani") == _of(M.AUTHOR, writer="Budi Santoso")


@pytest.mark.parametrize("phone", ["081234567890", "+62 812-3456-7890", "0812 3456 7890"])
def test_a_phone_is_one_mark_however_written(phone: str) -> None:
    assert _of(M.PHONE, f"hubungi {phone}") == _of(M.PHONE, "wa 081234567890") != set()


def test_the_records_add_what_the_text_leaves_out() -> None:
    recorded = Recorded(numbers=frozenset({"3399014507880123"}), schools=frozenset({"69900001"}))
    found = marks_of(report("akun saya hilang", recorded=recorded), SEAL)
    assert found == {
        Laid(M.IDENTIFIER, SEAL("3399014507880123")),
        Laid(M.SCHOOL, "69900001"),
    }


@pytest.mark.parametrize(
    ("text", "category", "bare"),
    [
        ("belum ada balasan", Category.FOLLOW_UP, True),
        ("laporan saya belum dibalas sama sekali", Category.ACCOUNT_NOT_FOUND, True),
        ("akun guru saya tidak ditemukan", Category.ACCOUNT_NOT_FOUND, False),
        (
            "laporan saya belum dibalas, NIK 3399014507880123, akun tidak ada",
            Category.ACCOUNT_NOT_FOUND,
            False,
        ),
    ],
)
def test_a_bare_follow_up_asks_and_says_nothing_else(
    text: str, category: Category, bare: bool
) -> None:
    told = report(text, category, facets=Facets(follow_up="dibalas" in text))
    assert is_bare_follow_up(told.category, told.facets, told.facts) is bare
