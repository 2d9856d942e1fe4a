"""Prepared answers: variables filled in, never sent as gaps."""

import pytest

from app.teamwork.canned import fill, fitting, unfilled, unknown


def test_a_variable_without_a_value_stays_and_is_told() -> None:
    filled = fill("Halo {nama}, selesai {tanggal_janji}.", {"nama": "Sekar", "tanggal_janji": ""})
    assert filled.text == "Halo Sekar, selesai {tanggal_janji}."
    assert filled.missing == ("{tanggal_janji}",)


def test_a_value_in_braces_is_not_filled_in_again() -> None:
    assert fill("{nama}", {"nama": "{sekolah}", "sekolah": "x"}).text == "{sekolah}"


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Halo {nama}", ()),
        ("Halo {name} dan {name}", ("{name}",)),
        ("Halo {nama", ("{",)),
        ("{}", ("{}",)),
        ("{ nama }", ("{ nama }",)),
    ],
)
def test_only_the_closed_list_may_be_saved(text: str, strange: tuple[str, ...]) -> None:
    assert unknown(text) == strange


def test_what_an_agent_writes_in_braces_is_no_gap() -> None:
    assert unfilled("kelas {7A} dan {nomor}") == ("{nomor}",)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Reset sandi", ["Reset sandi"]),
        ("sandi", ["Reset sandi", "Reset sandi siswa"]),
        ("siswa reset", ["Reset sandi siswa"]),
        ("xyz", []),
        (" ", []),
    ],
)
def test_an_answer_is_found_by_a_few_letters(typed: str, found: list[str]) -> None:
    assert fitting(["Reset sandi", "Reset sandi siswa", "Salam"], typed) == found
