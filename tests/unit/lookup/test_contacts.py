"""Which addresses are an owner's own."""

import pytest

from app.lookup.contacts import is_private


@pytest.mark.parametrize(
    ("mail", "private"),
    [
        ("rini@pos.example", True),
        ("rini@sukabelajar.id", True),
        ("rini@belajar.id.pos.example", True),
        ("rini@guru.sd.belajar.id", False),
        (" RINI@GURU.SD.BELAJAR.ID ", False),
        ("rini@belajar.id", False),
        ("rini", False),
        ("", False),
    ],
)
def test_the_domain_says_whose_address_it_is(mail: str, private: bool) -> None:
    assert is_private(mail) is private
