"""Lines of a list, each with its plan in force: the newest that was not superseded.

A line's plan may be of an earlier reading: what is settled is not looked up again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, and_, func, or_
from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Line, Lookup, Plan, Reading
from models.vocabulary import PlanState, Remedy

# What was answered so may be otherwise when looked at again.
OPEN_REMEDIES = frozenset(
    {
        Remedy.ASK_REQUESTER,
        Remedy.WAIT_FOR_SYNC,
        Remedy.FIX_DAPODIK,
        Remedy.FIX_VERVAL,
        Remedy.MANUAL_REVIEW,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line and its plan in force; None while it is not judged."""

    line: Line
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines stand so; all None for those not judged yet."""

    remedy: Remedy | None
    rule: str | None
    state: PlanState | None
    number: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for; None asks for nothing."""

    remedy: Remedy | None = None
    rule: str | None = None
    without_rule: str | None = None
    state: PlanState | None = None


def written(session: Session, ticket_id: int) -> Sequence[str]:
    """Each line of the list as it was written, in order."""
    query = select(Line.as_written).where(Line.ticket_id == ticket_id)
    return session.exec(query.order_by(col(Line.number))).all()


def add(session: Session, lines: Iterable[Line]) -> None:
    session.add_all(lines)
    session.flush()


def total(session: Session, ticket_id: int) -> int:
    """How many people the list has; 0 for a report without one."""
    query = select(func.count()).select_from(Line).where(Line.ticket_id == ticket_id)
    return session.exec(query).one()


def is_list(session: Session, ticket_id: int) -> bool:
    """Whether the report has lines at all."""
    query = select(Line.id).where(Line.ticket_id == ticket_id)
    return session.exec(query.limit(1)).first() is not None


def by_number(session: Session, ticket_id: int, number: int) -> Line:
    """Raises NotFound."""
    query = select(Line).where(Line.ticket_id == ticket_id, Line.number == number)
    found = session.exec(query).first()
    if found is None:
        raise NotFound
    return found


def numbered(session: Session, ticket_id: int, numbers: Collection[int]) -> Mapping[int, Line]:
    query = select(Line).where(Line.ticket_id == ticket_id, col(Line.number).in_(numbers))
    return {each.number: each for each in session.exec(query)}


def unseen(session: Session, reading: Reading, *, limit: int) -> Sequence[Line]:
    """Lines that this reading has not looked up and whose matter is not settled, in order."""
    seen = select(Lookup.id).where(
        Lookup.reading_id == reading.id, Lookup.subject_no == Line.number - 1
    )
    open_again = and_(
        col(Plan.reading_id) != reading.id,
        or_(
            col(Plan.state) == PlanState.FAILED,
            and_(col(Plan.state) == PlanState.DONE, col(Plan.remedy).in_(OPEN_REMEDIES)),
        ),
    )
    query = (
        select(Line)
        .outerjoin(newest := _newest(reading.ticket_id), _of_line(newest))
        .outerjoin(Plan, _in_force(newest))
        .where(Line.ticket_id == reading.ticket_id)
        .where(or_(col(Plan.id).is_(None), open_again), ~seen.exists())
    )
    return session.exec(query.order_by(col(Line.number)).limit(limit)).all()


def looked_up(session: Session, reading_id: int) -> frozenset[int]:
    """Numbers of the subjects (from 0) that this reading has looked up."""
    query = select(Lookup.subject_no).where(Lookup.reading_id == reading_id)
    return frozenset(session.exec(query))


def unjudged(session: Session, reading_id: int) -> Sequence[Lookup]:
    """Look-ups of that reading without a plan, in order."""
    planned = select(Plan.id).where(Plan.lookup_id == Lookup.id)
    query = select(Lookup).where(Lookup.reading_id == reading_id, ~planned.exists())
    return session.exec(query.order_by(col(Lookup.subject_no))).all()


def page(
    session: Session, ticket_id: int, wanted: Wanted, *, offset: int, limit: int
) -> Sequence[Row]:
    """In order of the list."""
    query = (
        select(Line, Plan)
        .outerjoin(newest := _newest(ticket_id), _of_line(newest))
        .outerjoin(Plan, _in_force(newest))
        .where(Line.ticket_id == ticket_id, *_conditions(wanted))
    )
    found = session.exec(query.order_by(col(Line.number)).offset(offset).limit(limit))
    return [Row(line, plan) for line, plan in found]


def plans(session: Session, ticket_id: int, wanted: Wanted) -> Sequence[Plan]:
    """The plans in force of those lines, in order of the list."""
    query = (
        select(Plan)
        .join(newest := _newest(ticket_id), _in_force(newest))
        .join(Line, _of_line(newest))
        .where(Line.ticket_id == ticket_id, *_conditions(wanted))
    )
    return session.exec(query.order_by(col(Plan.subject_no))).all()


def plan_of(session: Session, ticket_id: int, number: int) -> Plan | None:
    """The plan in force of one line; None while it is not judged."""
    query = (
        select(Plan)
        .join(newest := _newest(ticket_id), _in_force(newest))
        .join(Line, _of_line(newest))
        .where(Line.ticket_id == ticket_id, Line.number == number)
    )
    return session.exec(query).first()


def counts(session: Session, ticket_id: int) -> Sequence[Count]:
    query = (
        select(Plan.remedy, Plan.rule, Plan.state, func.count())
        .select_from(Line)
        .outerjoin(newest := _newest(ticket_id), _of_line(newest))
        .outerjoin(Plan, _in_force(newest))
        .where(Line.ticket_id == ticket_id)
        .group_by(col(Plan.remedy), col(Plan.rule), col(Plan.state))
    )
    return [
        Count(Remedy(remedy) if remedy else None, rule, PlanState(state) if state else None, number)
        for remedy, rule, state, number in session.exec(query)
    ]


def standing(session: Session, ticket_id: int) -> Mapping[PlanState | None, int]:
    """How many lines stand in each state; None for those not judged yet."""
    found: dict[PlanState | None, int] = {}
    for each in counts(session, ticket_id):
        found[each.state] = found.get(each.state, 0) + each.number
    return found


def any_runs(session: Session, ticket_id: int) -> bool:
    """Whether a line is being carried out; asked after each of them."""
    query = select(Plan.id).where(Plan.ticket_id == ticket_id, Plan.state == PlanState.APPROVED)
    return session.exec(query.limit(1)).first() is not None


def reopen(session: Session, ticket_id: int) -> None:
    """A colleague wants another look: lines somebody said no to are judged again as well."""
    if total(session, ticket_id):
        for plan in plans(session, ticket_id, Wanted(state=PlanState.REJECTED)):
            plan.state = PlanState.SUPERSEDED
            session.add(plan)


def _newest(ticket_id: int) -> Subquery:
    """The newest plan of each subject; a plan that takes another back is none of a line's."""
    query = select(col(Plan.subject_no), func.max(Plan.id).label("id")).where(
        Plan.ticket_id == ticket_id, col(Plan.undoes_id).is_(None)
    )
    return query.group_by(col(Plan.subject_no)).subquery()


def _of_line(newest: Subquery) -> ColumnElement[bool]:
    return newest.c.subject_no == col(Line.number) - 1


def _in_force(newest: Subquery) -> ColumnElement[bool]:
    return and_(col(Plan.id) == newest.c.id, col(Plan.state) != PlanState.SUPERSEDED)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = (
        (wanted.remedy, col(Plan.remedy) == wanted.remedy),
        (wanted.rule, col(Plan.rule) == wanted.rule),
        (wanted.without_rule, col(Plan.rule) != wanted.without_rule),
        (wanted.state, col(Plan.state) == wanted.state),
    )
    return [condition for value, condition in asked if value is not None]
