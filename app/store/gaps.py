"""Numbers that are no reports: where the series of a period has gaps, and what explains each.

A gap belongs to the period of the next report that the series issued, so it stands in one period
for good; what lies behind the newest belongs to the period of today. Only numbers between the last
report issued before the period and the last one in it are read, from their index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, ScalarSelect, Select, literal, union
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from app.store import series
from app.store.ledger import brought_in, received
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


def totals(session: Session, scope: Scope) -> Mapping[bool, Total]:
    """Of gaps that are explained, and of those that are not."""
    found = {False: Total(0, 0), True: Total(0, 0)}
    span = _span(session, scope)
    if span is None:
        return found
    pieces = _pieces(span)
    why = _why(pieces).is_not(None).label("why")
    numbers = (pieces.c.last - pieces.c.first + 1).label("numbers")
    each = select(why, numbers).subquery()
    query = select(each.c.why, func.count(), func.sum(each.c.numbers)).group_by(each.c.why)
    told = session.exec(query)
    return found | {is_explained: Total(n, int(sums)) for is_explained, n, sums in told}


def page(
    session: Session, scope: Scope, *, is_explained: bool, below: int | None, limit: int
) -> Sequence[Gap]:
    """The latest first; those that begin below that number."""
    span = _span(session, scope)
    if span is None:
        return ()
    pieces = _pieces(span)
    query = (
        select(pieces.c.first, pieces.c.last, NumberSkip)
        .outerjoin(NumberSkip, col(NumberSkip.id) == _why(pieces))
        .where(*_wanted(pieces, is_explained))
        .order_by(pieces.c.first.desc())
    )
    if below is not None:
        query = query.where(pieces.c.first < below)
    return [Gap(*each) for each in session.exec(query.limit(limit))]


def is_missing(session: Session, first: int, last: int) -> bool:
    """Whether those are numbers of the series that no report has."""
    if not 0 < first <= last <= series.last_given(session):
        return False
    held = select(Ticket.id).where(Ticket.number >= first, Ticket.number <= last)
    return session.exec(held.limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class _Span:
    """Numbers from `first` to `upto`; after those nothing is held below `behind`, if anything."""

    first: int
    upto: int
    behind: int | None


def _span(session: Session, scope: Scope) -> _Span | None:
    """None where nothing is missing, as nearly always: telling that is cheaper than looking for
    gaps. Nor is anything in a period that issued nothing and holds no present moment either.
    """
    ours = (~brought_in(),)
    number = col(Ticket.number)
    # Counted beside, so that the days are read and not the numbers from their far end.
    edges = select(func.min(number), func.max(number), func.count()).select_from(Ticket)
    first, last, issued = session.exec(edges.where(*received(scope), *ours)).one()
    newest = _edge(session, func.max(number))
    is_now = scope.since <= scope.now < scope.until
    if newest is None or not (issued or is_now):
        return None
    upto = newest if is_now else last
    earlier = (*ours, number < first) if issued else ours
    before = _edge(session, func.max(number), *earlier)
    begin = _edge(session, func.min(number)) if before is None else before + 1
    given = series.last_given(session)
    span = _Span(begin or upto, upto, given + 1 if is_now and given > upto else None)
    return None if span.behind is None and _is_whole(session, span) else span


def _is_whole(session: Session, span: _Span) -> bool:
    """Whether each of its numbers is a report."""
    number = col(Ticket.number)
    held = select(func.count()).where(number >= span.first, number <= span.upto)
    return session.exec(held).one() == span.upto - span.first + 1


def _edge(
    session: Session, aggregate: ColumnElement[int], *of: ColumnElement[bool] | bool
) -> int | None:
    """None where there is no such report."""
    return session.exec(select(aggregate).select_from(Ticket).where(*of)).one()


def _pieces(span: _Span) -> CTE:
    """Every gap, cut where an explanation begins or ends: of each piece all or nothing is told."""
    number = col(Ticket.number)
    inside = (number >= span.first, number <= span.upto)
    numbers: Select[Any] = sql_select(number.label("number")).where(*inside)
    if span.behind is not None:
        held = numbers.union_all(select(literal(span.behind).label("number"))).subquery()
    else:
        held = numbers.subquery()
    before = func.lag(held.c.number, 1, span.first - 1).over(order_by=held.c.number)
    steps = select(before.label("before"), held.c.number.label("number")).subquery()
    gaps = (
        select((steps.c.before + 1).label("first"), (steps.c.number - 1).label("last"))
        .where(steps.c.number - steps.c.before > 1)
        .cte("gaps")
    )
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
