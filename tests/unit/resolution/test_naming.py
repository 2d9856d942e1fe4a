"""Addresses follow the pattern seen in use and are the same for the same person."""

import re

import pytest

from app.resolution.naming import new_address
from models.values import AccountAddress
from models.vocabulary import Jenjang, Peran
from tests.unit.resolution import build as b


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        pytest.param("Sari Wening", r"sariwening\d{2}", id="first and last name"),
        pytest.param("Sari Ayu Wening", r"sariwening\d{2}", id="the middle name is left out"),
        pytest.param("Sutinah", r"sutinah\d{3}", id="a single name"),
        pytest.param("I Wayan Sudarma", r"isudarma\d{2}", id="a Balinese initial"),
        pytest.param("Nur'aini Salma, S.Pd.", r"nurainisalma\d{2}", id="title and apostrophe"),
        pytest.param("Zoë Élan", r"zoeelan\d{2}", id="accents"),
        pytest.param("李", r"pengguna\d{3}", id="no Latin letters"),
    ],
)
def test_the_local_part_comes_from_the_name(name: str, pattern: str) -> None:
    address = new_address(b.teacher(name=name), Peran.GURU, Jenjang.SMP)
    assert re.fullmatch(pattern, address.local)


def test_a_pupil_has_no_role_part() -> None:
    address = new_address(b.pupil(), Peran.SISWA, Jenjang.SMP)
    assert address.text.endswith("@smp.belajar.id")


def test_a_taken_address_gives_another() -> None:
    first = new_address(b.teacher(), Peran.GURU, Jenjang.SMP)
    second = new_address(b.teacher(), Peran.GURU, Jenjang.SMP, taken={first})
    assert first != second


def test_no_more_addresses_of_a_pattern_is_an_error() -> None:
    level = Jenjang.SMP
    all_of_them = {
        AccountAddress.of_role(f"sariwening{number:02d}", Peran.GURU, level)
        for number in range(100)
    }
    with pytest.raises(ValueError, match="taken"):
        new_address(b.teacher(), Peran.GURU, level, taken=all_of_them)
