"""The catalogue of figures: each has its words, and ages and changes are told apart."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.catalogue import (
    FIGURES,
    Figure,
    Value,
    got_worse,
    received_of,
)
from app.web import labels
from models.vocabulary import Age, Rows

NOW = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_figure_says_how_it_is_counted(figure: Figure, language: str) -> None:
    assert labels.say(f"figure.{figure.name}", language)
    assert labels.say(f"figure.{figure.name}.how", language).endswith(".")


def test_every_kind_of_rows_is_a_figure() -> None:
    assert {each.rows for each in FIGURES.values()} == set(Rows)


@given(st.integers(0, 100 * 24 * 60))
def test_every_report_is_of_one_age(minutes: int) -> None:
    received = NOW - timedelta(minutes=minutes)
    fitting = []
    for age in Age:
        after, upto = received_of(age, NOW)
        if (after is None or received > after) and (upto is None or received <= upto):
            fitting.append(age)
    days = minutes // (24 * 60)
    expected = [(30, Age.OLDER), (7, Age.MONTH), (3, Age.WEEK), (1, Age.DAYS_3), (0, Age.DAY)]
    assert fitting == [next(age for least, age in expected if days >= least)]


@pytest.mark.parametrize(
    ("name", "value", "before", "expected"),
    [
        ("wrote_again", 5, 4, True),
        ("wrote_again", 4, 5, False),
        ("precision", 0.8, 0.9, True),
        ("precision", 0.9, 0.9, False),
        ("first_answer_median", timedelta(hours=3), timedelta(hours=2), True),
        ("first_answer_median", timedelta(hours=3), None, False),
        ("received", 9, 1, False),
    ],
)
def test_worse_is_what_moved_the_wrong_way(
    name: str, value: Value, before: Value, expected: bool
) -> None:
    assert got_worse(FIGURES[name], value, before) is expected
