"""Numbers that are no reports: where the series of a period has gaps, and what explains each.

A gap belongs to the period of the next report that the series issued, so it stands in one period
for good; what lies behind the newest belongs to the period of today. Only numbers between the last
report issued before the period and the last one in it are read, from their index.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    ScalarSelect,
    Select,
    SelectBase,
    literal,
    union,
    union_all,
)
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from app.store import series
from app.store.ledger import brought_in
from app.store.scope import Scope
from models import NumberSkip, Ticket


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers `first` to `last` are no reports; `skip` says why, None where nothing does."""

    first: int
    last: int
    skip: NumberSkip | None

    @property
    def numbers(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Total:
    """So many gaps, and so many numbers in them."""

    gaps: int
    numbers: int


def skips(session: Session) -> Sequence[NumberSkip]:
    """All that was left out, in the order it was."""
    return session.exec(select(NumberSkip).order_by(col(NumberSkip.id))).all()


class Gaps:
    """Of one scope; `issued` are the lowest and highest numbers the series issued in it."""

    def __init__(self, session: Session, scope: Scope, issued: tuple[int, int] | None) -> None:
        self._session = session
        self._span = _span(session, scope, issued)

    def total(self, *, is_explained: bool) -> Total:
        if self._span is None:
            return Total(0, 0)
        pieces = _pieces(self._span)
        query = select(func.count(), func.sum(pieces.c.last - pieces.c.first + 1)).where(
            *_wanted(pieces, is_explained)
        )
        gaps, numbers = self._session.exec(query).one()
        return Total(gaps, int(numbers or 0))

    def page(self, *, is_explained: bool, below: int | None, limit: int) -> Sequence[Gap]:
        """The latest first; those that begin below that number."""
        if self._span is None:
            return ()
        pieces = _pieces(self._span)
        query = (
            select(pieces.c.first, pieces.c.last, NumberSkip)
            .outerjoin(NumberSkip, col(NumberSkip.id) == _why(pieces))
            .where(*_wanted(pieces, is_explained))
            .order_by(pieces.c.first.desc())
        )
        if below is not None:
            query = query.where(pieces.c.first < below)
        return [Gap(*each) for each in self._session.exec(query.limit(limit))]


def is_missing(session: Session, first: int, last: int) -> bool:
    """Whether those are numbers of the series that no report has."""
    if not 0 < first <= last <= series.last_given(session):
        return False
    held = select(Ticket.id).where(Ticket.number >= first, Ticket.number <= last)
    return session.exec(held.limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class _Span:
    """All gaps lie between `first` and `upto`, and where there is one `behind`, between `newest`
    and that."""

    first: int
    upto: int
    newest: int
    behind: int | None


def _span(session: Session, scope: Scope, issued: tuple[int, int] | None) -> _Span | None:
    """None where there is no gap."""
    ours = (~brought_in(),)
    number = col(Ticket.number)
    newest = _edge(session, func.max(number))
    is_now = scope.since <= scope.now < scope.until
    if newest is None or not (issued or is_now):
        return None
    upto = newest if is_now or issued is None else issued[1]
    earlier = (*ours, number < issued[0]) if issued else ours
    before = _edge(session, func.max(number), *earlier)
    begin = _edge(session, func.min(number)) if before is None else before + 1
    given = series.last_given(session)
    behind = given + 1 if is_now and given > upto else None
    missing = _missing(session, begin or upto, upto)
    if missing is None and behind is None:
        return None
    first, last = missing or (upto, upto)
    return _Span(first, last, upto, behind)


def _missing(session: Session, first: int, last: int) -> tuple[int, int] | None:
    """The lowest and the highest number between those, both included, that no report has.

    Found by halving: numbers are counted in their index, which is quick, and only what lies
    between is looked at one by one.
    """

    def are_all_there(low: int, high: int) -> bool:
        between = (Ticket.number >= low, Ticket.number <= high)
        held = session.exec(select(func.count()).select_from(Ticket).where(*between)).one()
        return held == high - low + 1

    if are_all_there(first, last):
        return None
    low, high = first, last
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if are_all_there(low, middle) else (low, middle)
    lowest, high = low, last
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if are_all_there(middle, high) else (middle, high)
    return lowest, low


def _edge(
    session: Session, aggregate: ColumnElement[int], *of: ColumnElement[bool] | bool
) -> int | None:
    """None where there is no such report."""
    return session.exec(select(aggregate).select_from(Ticket).where(*of)).one()


def _pieces(span: _Span) -> CTE:
    """Every gap, cut where an explanation begins or ends: of each piece all or nothing is told."""
    number = col(Ticket.number)
    # The number above the last that is missing ends its gap.
    inside = (number >= span.first, number <= min(span.upto + 1, span.newest))
    before = func.lag(number, 1, span.first - 1).over(order_by=number)
    steps = select(before.label("before"), number.label("number")).where(*inside).subquery()
    found: SelectBase = select(
        (steps.c.before + 1).label("first"), (steps.c.number - 1).label("last")
    ).where(steps.c.number - steps.c.before > 1)
    if span.behind is not None:
        found = union_all(found, select(literal(span.newest + 1), literal(span.behind - 1)))
    gaps = found.cte("gaps")
    cuts = union(select(gaps.c.first.label("at"), gaps.c.last), *_cuts(gaps)).subquery()
    next_cut = func.lead(cuts.c.at).over(partition_by=cuts.c.last, order_by=cuts.c.at)
    return select(
        cuts.c.at.label("first"), func.coalesce(next_cut - 1, cuts.c.last).label("last")
    ).cte("pieces")


def _cuts(gaps: CTE) -> Iterator[Select[Any]]:
    for edge in (col(NumberSkip.first), col(NumberSkip.last) + 1):
        within = (edge > gaps.c.first) & (edge <= gaps.c.last)
        yield sql_select(edge.label("at"), gaps.c.last).join_from(gaps, NumberSkip, within)


def _why(pieces: CTE) -> ScalarSelect[Any]:
    """The newest explanation of a piece."""
    covers = (col(NumberSkip.first) <= pieces.c.first, col(NumberSkip.last) >= pieces.c.last)
    return select(func.max(NumberSkip.id)).where(*covers).correlate(pieces).scalar_subquery()


def _wanted(pieces: CTE, is_explained: bool) -> Iterator[Any]:  # noqa: FBT001 private
    why = _why(pieces)
    yield why.is_not(None) if is_explained else why.is_(None)
