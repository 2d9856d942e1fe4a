"""Avoidable demand of a period: the shares beside those of the period before, and by week."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.report import board, catalogue
from app.report.catalogue import Tile
from app.report.counting import LABELS, Counting
from app.report.days import counting_of
from app.report.numbers import Period
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Avoidable


@dataclass(frozen=True, slots=True)
class Week:
    """The days of one week that lie in the period, and how many were settled for each cause."""

    days: Period
    numbers: Mapping[Avoidable, int]

    @property
    def settled(self) -> int:
        return sum(self.numbers.values())

    @property
    def avoidable(self) -> int:
        return self.settled - self.numbers.get(Avoidable.NOT_AVOIDABLE, 0)


@dataclass(frozen=True, slots=True)
class Avoided:
    """`causes` are tiles by cause, `words` those of what people said; `whole` is all of it."""

    causes: tuple[Tile, ...]
    words: tuple[Tile, ...]
    weeks: tuple[Week, ...]
    whole: Week


def gather(session: Session, period: Period, scope: Scope) -> Avoided:
    """`scope` is of that period, narrowed as it may be."""
    length = scope.until - scope.since
    counting = counting_of(session, scope)
    by_day = _labels(counting)
    earlier = replace(scope, since=scope.since - length, until=scope.since)
    whole = Week(period, _summed(by_day))
    past = Week(period, _summed(_labels(counting_of(session, earlier))))
    causes = tuple(
        Tile(
            figure,
            catalogue.share(whole.numbers.get(label, 0), whole.settled),
            catalogue.share(past.numbers.get(label, 0), past.settled),
        )
        for label, figure in catalogue.AVOIDABLE.items()
    )
    words = board.compared(session, catalogue.DEMAND[len(causes) :], scope, counting)
    weeks = tuple(
        Week(days, _summed({key: n for key, n in by_day.items() if _in(key[0], days)}))
        for days in weeks_of(period)
    )
    return Avoided(causes, words, weeks, whole)


def _labels(counting: Counting) -> Mapping[tuple[date, Avoidable], int]:
    return {
        (day, label): number
        for rows, label in LABELS.items()
        for day, number in counting.by_day(rows).items()
    }


def weeks_of(period: Period) -> tuple[Period, ...]:
    """Monday to Sunday; the first and the last may be shorter."""
    found, first = [], period.first
    while first <= period.last:
        sunday = first + timedelta(days=6 - first.weekday())
        found.append(Period(first, min(sunday, period.last)))
        first = sunday + timedelta(days=1)
    return tuple(found)


def _summed(days: Mapping[tuple[date, Avoidable], int]) -> Mapping[Avoidable, int]:
    summed: Counter[Avoidable] = Counter()
    for (_, label), number in days.items():
        summed[label] += number
    return summed


def _in(day: date, days: Period) -> bool:
    return days.first <= day <= days.last
