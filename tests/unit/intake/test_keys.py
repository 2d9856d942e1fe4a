"""The tracking key opens one report, however it is typed."""

import re

import pytest

from app.intake import keys

SECRET = b"for the tests only"
KEY = keys.key_for(700123, SECRET)


def test_a_key_is_ten_letters_that_cannot_be_misread() -> None:
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", KEY)


def test_a_key_is_the_same_every_time() -> None:
    assert keys.key_for(700123, SECRET) == KEY


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(KEY, id="as printed"),
        pytest.param(KEY.lower(), id="in lower case"),
        pytest.param(f"  {KEY.replace('-', ' ')} ", id="with spaces"),
        pytest.param(KEY.replace("-", ""), id="without the dash"),
        pytest.param(KEY.replace("-", "–"), id="with a long dash"),
        pytest.param(KEY.replace("0", "o").replace("1", "l"), id="letters for digits"),
    ],
)
def test_a_key_opens_its_report_however_it_is_typed(typed: str) -> None:
    assert keys.matches(700123, typed, SECRET)
    assert keys.hashed(typed) == keys.hashed(KEY)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert keys.hashed("OIL00-ilo11") == keys.hashed("01100-11011")


@pytest.mark.parametrize("typed", ["", "-", KEY[:-1], KEY + "0", "é" * 10, "0" * 5000])
def test_anything_else_does_not_open_it(typed: str) -> None:
    assert not keys.matches(700123, typed, SECRET)


def test_a_key_opens_no_other_report_and_no_other_desk() -> None:
    assert not keys.matches(700124, KEY, SECRET)
    assert not keys.matches(700123, KEY, b"another secret")


def test_many_reports_have_many_keys() -> None:
    assert len({keys.key_for(number, SECRET) for number in range(700_000, 702_000)}) == 2000
