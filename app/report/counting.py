"""Who counts the reports of a scope: the database itself, each time anew."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Protocol

from app.kit.instants import Micros, micros
from app.kit.worked import WorkedTime
from app.report.catalogue import EXACT_UP_TO, Unit
from app.store import calendars, counted, demand
from app.store.scope import Scope
from app.store.session import Session
from models.vocabulary import Avoidable, Rows

LABELS = {rows: label for label, rows in demand.ROWS_OF.items()}


class Counting(Protocol):
    """The numbers of one scope. Words are as the tickets have them, "" and None both."""

    def total(self, rows: Rows) -> int: ...

    def edges(self, rows: Rows) -> tuple[int, int] | None:
        """The lowest and the highest report number, of ISSUED; None without any."""
        ...

    def by_day(self, rows: Rows) -> Mapping[date, int]:
        """WIB days with any."""
        ...

    def by_word(self, rows: Rows, name: str) -> Mapping[str | None, int]: ...

    def actors(self) -> Mapping[str, int]:
        """On how many reports each decided, by user name."""
        ...

    def spans(self, rows: Rows) -> tuple[Micros, Micros] | None:
        """From receipt to what made each count, never before it.

        None of more than `EXACT_UP_TO`.
        """
        ...


class Live:
    """Everything is asked of the tickets."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self._session, self._scope = session, scope

    def total(self, rows: Rows) -> int:
        return counted.total(self._session, rows, self._scope)

    def edges(self, rows: Rows) -> tuple[int, int] | None:
        return counted.edges(self._session, rows, self._scope)

    def by_day(self, rows: Rows) -> Mapping[date, int]:
        if label := LABELS.get(rows):
            return {day: n for (day, each), n in self._labels.items() if each is label}
        return counted.by_day(self._session, rows, self._scope)

    def by_word(self, rows: Rows, name: str) -> Mapping[str | None, int]:
        found = counted.by_column(self._session, rows, self._scope, name)
        return {None if word is None else str(word): number for word, number in found.items()}

    def actors(self) -> Mapping[str, int]:
        return counted.actors(self._session, self._scope)

    def spans(self, rows: Rows) -> tuple[Micros, Micros] | None:
        found = counted.spans(self._session, rows, self._scope, limit=EXACT_UP_TO)
        if found is None:
            return None
        return micros(begun for begun, _ in found), micros(ended for _, ended in found)

    @cached_property
    def _labels(self) -> Mapping[tuple[date, Avoidable], int]:
        """All at once: to find one of a report is to find which."""
        return demand.by_day(self._session, self._scope)


class Times:
    """How long reports took by both clocks; nothing is asked or worked out twice."""

    def __init__(self, session: Session, counting: Counting) -> None:
        self._session, self._counting = session, counting
        self._known: dict[tuple[Rows, Unit], Micros | None] = {}

    def of(self, rows: Rows, unit: Unit) -> Micros | None:
        """Of TIME or WORKING_TIME, in any order; None where there are too many."""
        if (rows, unit) not in self._known:
            self._measure(rows)
        return self._known[rows, unit]

    def _measure(self, rows: Rows) -> None:
        found = self._counting.spans(rows)
        passed = worked = None
        if found is not None:
            begun, ended = found
            passed = ended - begun
            worked = WorkedTime(calendars.shifting(self._session)).of_spans(begun, ended)
        self._known[rows, Unit.TIME] = passed
        self._known[rows, Unit.WORKING_TIME] = worked
