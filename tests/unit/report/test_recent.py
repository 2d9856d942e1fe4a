"""A board that took long is kept for a minute, one that came at once never."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import cast

from app.report.board import Board
from app.report.numbers import Period
from app.report.recent import KEPT_FOR, Recent
from app.store.scope import Scope
from app.store.session import Session

DAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
PERIOD = Period(DAY, DAY)
SCOPE = Scope(since=NOON - timedelta(days=1), until=NOON, now=NOON)
NOBODYS = cast("Session", None)


def _recent(*, takes: float) -> tuple[Recent, list[Scope]]:
    """Counting takes so many seconds; what was counted is listed."""
    asked: list[Scope] = []
    seconds: Iterator[float] = (each * takes for each in count())

    def gather(_session: Session, period: Period, scope: Scope) -> Board:
        asked.append(scope)
        return Board(period, {}, (), {}, {}, ())

    return Recent(gather, lambda: next(seconds)), asked


def test_what_took_long_is_kept_for_a_minute_with_its_time() -> None:
    recent, asked = _recent(takes=3.0)
    first = recent.counted(NOBODYS, PERIOD, SCOPE)
    shortly = replace(SCOPE, now=NOON + KEPT_FOR - timedelta(seconds=1))
    assert recent.counted(NOBODYS, PERIOD, shortly) == first
    assert first[0] == NOON
    later = replace(SCOPE, now=NOON + KEPT_FOR)
    assert recent.counted(NOBODYS, PERIOD, later)[0] == later.now
    assert asked == [SCOPE, later]


def test_another_question_is_counted_by_itself() -> None:
    recent, asked = _recent(takes=3.0)
    narrowed = replace(SCOPE, npsn="69900001")
    recent.counted(NOBODYS, PERIOD, SCOPE)
    recent.counted(NOBODYS, PERIOD, narrowed)
    recent.counted(NOBODYS, PERIOD, SCOPE)
    assert asked == [SCOPE, narrowed]


def test_what_came_at_once_is_counted_anew() -> None:
    recent, asked = _recent(takes=0.5)
    recent.counted(NOBODYS, PERIOD, SCOPE)
    recent.counted(NOBODYS, PERIOD, SCOPE)
    assert len(asked) == 2
