"""Honest labels pass, arbitrary ones do not."""

import pytest

from app.learning.audit import Chances, Word, audit
from models.vocabulary import Category

RESET, GONE, ROLE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED, Category.ROLE_CHANGE


def chances(best: Category, sure: float) -> Chances:
    rest = (1 - sure) / (len(Category) - 1)
    return {each: sure if each is best else rest for each in Category}


def batch(honest: int, arbitrary: int, *, sure: float = 0.995) -> list[Word]:
    agreed = [Word(place, RESET, chances(RESET, sure)) for place in range(honest)]
    return agreed + [Word(honest + place, GONE, chances(RESET, sure)) for place in range(arbitrary)]


@pytest.mark.parametrize(
    ("honest", "arbitrary", "is_refused"),
    [
        pytest.param(100, 0, False, id="all agree"),
        pytest.param(99, 1, False, id="one in a hundred"),
        pytest.param(95, 5, True, id="a twentieth of a hundred"),
        pytest.param(380, 20, True, id="a twentieth of four hundred"),
        pytest.param(5, 1, False, id="one alone is no batch"),
        pytest.param(0, 0, False, id="nothing said"),
    ],
)
def test_a_twentieth_of_arbitrary_labels_is_too_much(
    honest: int, arbitrary: int, is_refused: bool
) -> None:
    found = audit(batch(honest, arbitrary))
    assert found.is_refused is is_refused
    assert len(found.doubts) == arbitrary


def test_a_doubt_names_what_the_text_looks_like() -> None:
    [doubt] = audit(batch(10, 1)).doubts
    assert (doubt.event_id, doubt.label, doubt.rather) == (10, GONE, RESET)
    assert doubt.probability < 0.05 < doubt.rather_probability


def test_where_the_reader_is_unsure_nobody_is_doubted() -> None:
    assert audit(batch(10, 5, sure=0.4)).doubts == ()


def test_what_the_reader_does_not_know_is_not_judged() -> None:
    found = audit([Word(1, Category("x_baru"), chances(RESET, 0.9))])
    assert (found.n, found.odds, found.doubts) == (0, 0, ())
