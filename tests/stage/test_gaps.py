"""The series of report numbers: every gap is told, each in one period, with what explains it."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from app.kit.clock import at_wib
from app.report import board
from app.report.numbers import Period
from app.report.series import gaps_of
from app.store import series
from app.store.gaps import Gap, is_missing
from app.store.scope import Scope
from app.store.series import Because
from app.store.session import Database, Session
from models.vocabulary import Channel, SkipReason, TicketState
from tests.support import build

FIRST = date(2026, 11, 2)
NOW = at_wib(FIRST + timedelta(days=9), 12).astimezone(UTC)
WHOLE = board.scope_of(Period(FIRST, FIRST + timedelta(days=9)), now=NOW)
_BEGUN = [at_wib(FIRST + timedelta(days=day)).astimezone(UTC) for day in range(11)]
_DAYS = [replace(WHOLE, since=since, until=until) for since, until in pairwise(_BEGUN)]
START = 700_000


def _on(day: int) -> datetime:
    return at_wib(FIRST + timedelta(days=day), 9).astimezone(UTC)


def _issue(session: Session, day: int) -> int:
    number = series.next_number(session, above=START, now=_on(day))
    build.ticket(session, number=number, created_at=_on(day))
    return number


def _bring(session: Session, number: int, day: int) -> None:
    build.ticket(
        session,
        number=number,
        created_at=_on(day),
        channel=Channel.ZENDESK,
        external_id=f"zendesk:{number}",
        state=TicketState.CLOSED,
    )


def _lost(session: Session, day: int) -> int:
    """A number is given and no report has it: as if a row had been removed by hand."""
    return series.next_number(session, above=START, now=_on(day))


def _all(session: Session, scope: Scope, *, is_explained: bool) -> list[Gap]:
    found: list[Gap] = []
    while True:
        below = found[-1].first if found else None
        part = gaps_of(session, scope).page(is_explained=is_explained, below=below, limit=2)
        found += part
        if len(part) < 2:
            return found


def test_what_left_numbers_out_stands_beside_them(database: Database) -> None:
    with database.write() as session:
        for number in (120, 125):
            _bring(session, number, 0)
        series.claim(session, 125, because=Because("ops", _on(0), "artikel"))
        first = _issue(session, 1)
        lost = _lost(session, 1)
        _issue(session, 2)
        series.skip(session, 1_000, above=START, because=Because("ops", _on(3), "disk rusak"))
        series.claim(session, START + 1_100, because=Because("ops", _on(3), "Zendesk"))
        last = _issue(session, 4)
        series.skip(session, 10, above=START, because=Because("ops", _on(5)))
    with database.read() as session:
        explained = _all(session, WHOLE, is_explained=True)
        unexplained = _all(session, WHOLE, is_explained=False)
    assert first == START + 1
    assert [(each.first, each.last, each.skip) for each in unexplained] == [(lost, lost, None)]
    assert [(each.first, each.last, each.skip and each.skip.why) for each in explained] == [
        (last + 1, last + 10, SkipReason.RESTORED),
        (START + 1_004, START + 1_100, SkipReason.BROUGHT_IN),
        (START + 4, START + 1_003, SkipReason.RESTORED),
        (126, START, SkipReason.SERIES_BEGINS),
        (121, 124, SkipReason.BROUGHT_IN),
    ]


def _history(session: Session, chance: random.Random) -> set[int]:
    """Ten days of everything that gives or leaves out numbers; the numbers that reports have."""
    held: set[int] = set()
    for day in range(10):
        held |= {_issue(session, day) for _ in range(chance.randrange(4))}
        for _ in range(chance.randrange(3)):
            _lost(session, day)
        if chance.random() < 0.3:
            top = series.last_given(session) + chance.randrange(1, 9)
            series.claim(session, top, because=Because("ops", _on(day)))
            _bring(session, top, day)
            held.add(top)
        if chance.random() < 0.2:
            series.skip(session, 5, above=START, because=Because("ops", _on(day)))
    return held


def _numbers(found: list[Gap]) -> list[int]:
    return sorted(number for each in found for number in range(each.first, each.last + 1))


@pytest.mark.parametrize("seed", range(3))
def test_every_missing_number_stands_in_exactly_one_period(database: Database, seed: int) -> None:
    """Whatever happened: the days' gaps are those of the whole, and all that no report has."""
    with database.write() as session:
        held = _history(session, random.Random(seed))  # noqa: S311 invented data
        given = series.last_given(session)
    missing: list[int] = []
    with database.read() as session:
        for is_explained in (True, False):
            found = _all(session, WHOLE, is_explained=is_explained)
            total = gaps_of(session, WHOLE).total(is_explained=is_explained)
            assert (total.gaps, total.numbers) == (len(found), sum(g.numbers for g in found))
            assert all((each.skip is not None) is is_explained for each in found)
            by_day = [_all(session, each, is_explained=is_explained) for each in _DAYS]
            assert _numbers([each for day in by_day for each in day]) == _numbers(found)
            missing += _numbers(found)
    assert sorted(missing) == [n for n in range(min(held), given + 1) if n not in held]


def test_a_gap_that_a_person_explains_is_explained(database: Database) -> None:
    with database.write() as session:
        _issue(session, 1)
        lost = _lost(session, 1)
        held = _issue(session, 1)
        assert is_missing(session, lost, lost)
        assert not is_missing(session, lost, held)
        assert not is_missing(session, held + 1, held + 1)
        series.explain(session, lost, lost, because=Because("penyelia", NOW, "uji coba"))
    with database.read() as session:
        (gap,) = _all(session, WHOLE, is_explained=True)[:1]
        assert gap.skip
        assert (gap.skip.why, gap.skip.by, gap.skip.reason) == (
            SkipReason.BY_HAND,
            "penyelia",
            "uji coba",
        )
        assert gaps_of(session, WHOLE).total(is_explained=False).gaps == 0
