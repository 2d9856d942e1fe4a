"""The supervisor's figures: arithmetic on counts and durations, nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.vocabulary import Category, WhoActs

LONGEST_DAYS = 3660
USUAL_DAYS = 30


class BadPeriod(ValueError):
    """The days are not a period: one sentence says why."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days in WIB, first and last included."""

    first: date
    last: date

    @classmethod
    def of(cls, first: date, last: date) -> "Period":
        """Raises BadPeriod where it ends before it begins or spans more than ten years."""
        if last < first:
            raise BadPeriod("Tanggal akhir mendahului tanggal awal.")
        if (last - first).days >= LONGEST_DAYS:
            raise BadPeriod("Rentang tanggal lebih dari sepuluh tahun.")
        return cls(first, last)

    @classmethod
    def usual(cls, today: date) -> "Period":
        """The last thirty days, today included."""
        return cls(today - timedelta(days=USUAL_DAYS - 1), today)

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range(self.length))


@dataclass(frozen=True, slots=True)
class Counted:
    """What the database counted. Days are WIB; of days and categories only those with any.

    `issued`, `answered` (first answer sent) and `settled` fall in the period; `waiting` and
    `overdue` are of the present moment. `median` and `p90` are of calendar times from receipt to
    first answer, of those first answered in the period.
    """

    issued: Mapping[date, int]
    answered: Mapping[date, int]
    settled: Mapping[date, int]
    issued_of: Mapping[Category | None, int]
    answered_of: Mapping[Category | None, int]
    open_of: Mapping[Category | None, int]
    waiting: Mapping[WhoActs, int]
    overdue: int
    median: timedelta | None
    p90: timedelta | None


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    issued: int
    answered: int
    settled: int


@dataclass(frozen=True, slots=True)
class OfCategory:
    """`category` is None for reports nobody and nothing has read yet."""

    category: Category | None
    issued: int
    answered: int
    open: int


@dataclass(frozen=True, slots=True)
class Figures:
    """`median` and `p90` are None where nothing was answered in the period."""

    period: Period
    issued: int
    answered: int
    settled: int
    open: int
    overdue: int
    waiting: tuple[tuple[WhoActs, int], ...]
    categories: tuple[OfCategory, ...]
    days: tuple[Day, ...]
    median: timedelta | None
    p90: timedelta | None


def figures(period: Period, counted: Counted) -> Figures:
    """Every day of the period, quiet ones too; categories with most reports first."""
    days = tuple(
        Day(
            day,
            counted.issued.get(day, 0),
            counted.answered.get(day, 0),
            counted.settled.get(day, 0),
        )
        for day in period.days()
    )
    return Figures(
        period=period,
        issued=sum(each.issued for each in days),
        answered=sum(each.answered for each in days),
        settled=sum(each.settled for each in days),
        open=sum(counted.waiting.values()),
        overdue=counted.overdue,
        waiting=tuple((who, counted.waiting[who]) for who in WhoActs if counted.waiting.get(who)),
        categories=_categories(counted),
        days=days,
        median=counted.median,
        p90=counted.p90,
    )


def _categories(counted: Counted) -> tuple[OfCategory, ...]:
    counted_too = {*counted.issued_of, *counted.answered_of, *counted.open_of}
    every = [*Category, *sorted(each for each in counted_too if each and each.is_added), None]
    rows = (
        OfCategory(
            category,
            counted.issued_of.get(category, 0),
            counted.answered_of.get(category, 0),
            counted.open_of.get(category, 0),
        )
        for category in every
    )
    busy = [each for each in rows if each.issued or each.answered or each.open]
    return tuple(sorted(busy, key=lambda each: -each.issued))
