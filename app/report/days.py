"""Figures as sums of days: what is over was looked at once, the rest is asked of the tickets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from app.kit.clock import at_wib, wib_day
from app.kit.instants import Micros
from app.report import columns
from app.report.catalogue import EXACT_UP_TO
from app.report.columns import AXES, LABEL, Column, Columns, Report
from app.report.counting import LABELS, Counting, Live
from app.store import days
from app.store.scope import Scope
from app.store.session import Database, Session
from models import DayColumns
from models.vocabulary import Rows

_ONE_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)  # of more, the columns themselves would be too much to read
_AT_ONCE = 20


def counting_of(session: Session, scope: Scope, *, with_words: bool = False) -> Counting:
    """Who counts that scope best; `with_words` where it will be asked for axes or colleagues."""
    is_of_columns = scope == replace(
        scope,
        npsn=None,
        holder=None,
        received_after=None,
        received_upto=None,
        assigned_to=None,
    )
    if is_of_columns and scope.until - scope.since <= _LONGEST:
        return Summed(session, scope, with_words=with_words)
    return Live(session, scope)


def renew(database: Database, now: datetime) -> None:
    """Keep the columns of days that are over, the latest first, some at a time."""
    with database.read() as session:
        due = days.due(session, wib_day(now), limit=_AT_ONCE)
    for day in due:
        with database.write_at_one_moment() as session:
            days.keep(session, day, columns_of(session, day, now=now))


def columns_of(session: Session, day: date, *, now: datetime) -> Sequence[DayColumns]:
    """What is to be kept of a day that is over."""
    scope = Scope(at_wib(day), at_wib(day + _ONE_DAY), now=now)
    return [_packed(day, rows, _live(session, rows, scope)) for rows in days.KEPT]


class Summed:
    """One scope's numbers. What is not of days (what is open now) is asked of the tickets."""

    def __init__(self, session: Session, scope: Scope, *, with_words: bool) -> None:
        self._session, self._scope = session, scope
        self._live = Live(session, scope)
        self._wanted = _wanted(scope)
        self._with_words = with_words or bool(self._wanted)
        self._known: dict[Rows, Sequence[Columns]] = {}

    def total(self, rows: Rows) -> int:
        if rows is Rows.HANDLED or not _is_kept(rows):
            return self._live.total(rows)
        return columns.total(rows, self._of(rows))

    def edges(self, rows: Rows) -> tuple[int, int] | None:
        found = columns.numbers(self._of(rows))
        return (int(found.min()), int(found.max())) if len(found) else None

    def by_day(self, rows: Rows) -> Mapping[date, int]:
        return columns.by_day(self._of(rows))

    def by_word(self, rows: Rows, name: str) -> Mapping[str | None, int]:
        if not _is_kept(rows):
            return self._live.by_word(rows, name)
        return columns.by_word(self._of(rows), name)

    def actors(self) -> Mapping[str, int]:
        return columns.by_actor(self._of(Rows.HANDLED))

    def spans(self, rows: Rows) -> tuple[Micros, Micros] | None:
        if self.total(rows) > EXACT_UP_TO:
            return None
        return columns.spans(self._of(rows))

    @cached_property
    def _labelled(self) -> Sequence[Columns]:
        """What was settled, with what it should not have been needed for."""
        return self._read(Rows.SETTLED, with_words=True)

    @cached_property
    def _sound(self) -> frozenset[date]:
        return days.sound(self._session, *self._ends)

    @property
    def _ends(self) -> tuple[date, date]:
        """The first and the last day."""
        return wib_day(self._scope.since), wib_day(self._scope.until) - _ONE_DAY

    def _of(self, rows: Rows) -> Sequence[Columns]:
        if rows not in self._known:
            if label := LABELS.get(rows):
                self._known[rows] = [each.where({LABEL: label}) for each in self._labelled]
            else:
                self._known[rows] = self._read(rows, with_words=self._with_words)
        return self._known[rows]

    def _read(self, rows: Rows, *, with_words: bool) -> Sequence[Columns]:
        # Which days are sound is asked before their columns: what changes in between is either
        # seen in both, or not yet.
        sound = sorted(self._sound)
        kept = days.kept(self._session, rows, sound, with_words=with_words)
        stored = [_unpacked(each, with_words=with_words) for each in kept]
        if self._wanted:
            stored = [each.where(self._wanted) for each in stored]
        return [*stored, *(_live(self._session, rows, scope) for scope in self._unknown())]

    def _unknown(self) -> Sequence[Scope]:
        """What is left of the scope when the sound days are taken out."""
        first, last = self._ends
        edges = [first - _ONE_DAY, *sorted(self._sound), last + _ONE_DAY]
        return [
            replace(self._scope, since=at_wib(before + _ONE_DAY), until=at_wib(after))
            for before, after in pairwise(edges)
            if after - before > _ONE_DAY
        ]


def _is_kept(rows: Rows) -> bool:
    return rows in days.KEPT or rows in LABELS


def _wanted(scope: Scope) -> Mapping[str, str | None]:
    asked = {name: getattr(scope, name) for name in AXES}
    wanted: dict[str, str | None] = {
        name: str(word) for name, word in asked.items() if word is not None
    }
    return wanted | ({"category": None} if scope.unread else {})


def _live(session: Session, rows: Rows, scope: Scope) -> Columns:
    found = days.reports(session, rows, scope, columns.names_of(rows))
    return Columns.of(
        rows, [Report(key, begun, at, words) for key, begun, at, *words in map(tuple, found)]
    )


def _packed(day: date, rows: Rows, found: Columns) -> DayColumns:
    codes = [each.codes for each in found.words.values()]
    return DayColumns(
        day=day,
        rows=rows,
        edition=days.EDITION,
        size=found.size,
        numbers=found.numbers.astype("<i8").tobytes(),
        begun=found.begun.astype("<i8").tobytes(),
        at=found.at.astype("<i8").tobytes(),
        codes=np.concatenate(codes).astype("<u4").tobytes(),
        words={name: list(each.values) for name, each in found.words.items()},
    )


def _unpacked(kept: Any, *, with_words: bool) -> Columns:
    """Of a row of `days.kept`."""
    numbers, begun, at = (
        np.frombuffer(each, "<i8") for each in (kept.numbers, kept.begun, kept.at)
    )
    words: dict[str, Column] = {}
    if with_words:
        codes = np.frombuffer(kept.codes, "<u4").reshape(len(kept.words), kept.size)
        words = {
            name: Column(tuple(values), codes[row])
            for row, (name, values) in enumerate(kept.words.items())
        }
    return Columns(kept.size, numbers, begun, at, words)
