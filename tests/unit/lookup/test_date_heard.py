"""The directory's clock is heard with its answers and carried on between them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from app.lookup.date_heard import DateHeard
from app.lookup.ports import LookupUnavailable
from models.vocabulary import System

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
SAID = {"date": "Wed, 25 Nov 2026 05:00:00 GMT"}


@dataclass
class Directory:
    """Says that it is noon, and a little later by `ticks` seconds."""

    ticks: float = 1000.0
    is_away: bool = False
    asked: int = 0
    date: DateHeard = field(init=False)

    def __post_init__(self) -> None:
        self.date = DateHeard(self.answer, ticks=lambda: self.ticks)

    def answer(self) -> None:
        self.asked += 1
        if self.is_away:
            raise LookupUnavailable(System.DIRECTORY)
        self.date.hear(SAID)


def test_what_was_heard_goes_on_by_a_clock_nobody_sets_and_for_an_hour() -> None:
    directory = Directory()
    assert directory.date.now() is None
    directory.answer()
    directory.ticks += 90
    assert directory.date.now() == NOON + timedelta(seconds=90)
    directory.ticks += 3600
    assert directory.date.now() is None


@pytest.mark.parametrize("headers", [{}, {"date": "kemarin"}, {"date": ""}])
def test_an_answer_without_a_date_says_nothing(headers: dict[str, str]) -> None:
    directory = Directory()
    directory.date.hear(headers)
    assert directory.date.now() is None
    directory.answer()
    directory.date.hear(headers)
    assert directory.date.now() == NOON


def test_it_is_asked_when_little_was_heard_or_the_clocks_are_apart_and_not_else() -> None:
    directory = Directory()
    directory.date.renew(NOON)
    assert (directory.asked, directory.date.now()) == (1, NOON)
    directory.date.renew(NOON)
    assert directory.asked == 1
    directory.date.renew(NOON + timedelta(days=1))
    assert directory.asked == 2
    directory.ticks += 601
    directory.date.renew(NOON + timedelta(seconds=601))
    assert directory.asked == 3


def test_one_that_is_away_says_nothing_against_our_clock() -> None:
    directory = Directory(is_away=True)
    directory.date.renew(NOON)
    assert directory.date.now() is None
