"""Which rules may act by themselves, what people said of their proposals, and samples of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.kit.errors import NotFound
from models import Approval, Audit, Event, Plan, RuleSwitch, Ticket
from models.vocabulary import PlanState

EVERY_RULE = "*"
_BY_A_PERSON = ("corrected", "answered_by_hand")


class Rule(NamedTuple):
    """A rule in one of its versions."""

    id: str
    version: int


def in_force(session: Session) -> Mapping[Rule, RuleSwitch]:
    """The newest row of each rule, off ones included; `*` is all of them together."""
    newest = select(func.max(RuleSwitch.id)).group_by(
        col(RuleSwitch.rule), col(RuleSwitch.rule_version)
    )
    rows = session.exec(select(RuleSwitch).where(col(RuleSwitch.id).in_(newest)))
    return {Rule(row.rule, row.rule_version): row for row in rows}


def latest(session: Session, *, limit: int) -> Sequence[RuleSwitch]:
    """The newest first."""
    query = select(RuleSwitch).order_by(col(RuleSwitch.id).desc())
    return session.exec(query.limit(limit)).all()


def outcomes(session: Session, rule: Rule, *, limit: int) -> Sequence[bool]:
    """Newest first: whether a person agreed with what the rule proposed, or did.

    A yes to the proposal as it stood agrees; a no, a correction or a colleague's own answer in
    its place does not, nor does a change that was taken back. Of what was done without a yes
    only the samples that somebody has looked at count.
    """
    undone = aliased(Plan)
    is_undone = exists().where(
        col(undone.undoes_id) == col(Plan.id), col(undone.state) == PlanState.DONE
    )
    said = exists().where(col(Approval.plan_id) == col(Plan.id))
    yes, no = (said.where(col(Approval.yes).is_(word)) for word in (True, False))
    was_carried_out = col(Plan.state).in_([PlanState.APPROVED, PlanState.DONE, PlanState.FAILED])
    agreed = and_(yes, ~no, ~is_undone, was_carried_out)
    decided = and_(
        col(Plan.is_automatic).is_(False), or_(and_(yes, was_carried_out), no, _set_aside())
    )
    query = (
        select(func.coalesce(Audit.is_right, case((agreed, true()), else_=false())))
        .select_from(Plan)
        .outerjoin(Audit, col(Audit.plan_id) == col(Plan.id))
        .where(
            *_of(rule),
            col(Plan.undoes_id).is_(None),
            or_(col(Audit.is_right).is_not(None), decided),
        )
    )
    rows = session.exec(query.order_by(col(Plan.id).desc()).limit(limit)).all()
    return [bool(each) for each in rows]


def _set_aside() -> ColumnElement[bool]:
    """A colleague did something else instead, before any newer proposal was made."""
    later = aliased(Plan)
    came_between = exists().where(
        col(later.ticket_id) == col(Plan.ticket_id),
        col(later.created_at) > col(Plan.created_at),
        col(later.created_at) <= col(Event.at),
    )
    instead = exists().where(
        col(Event.ticket_id) == col(Plan.ticket_id),
        col(Event.kind).in_(_BY_A_PERSON),
        col(Event.at) >= col(Plan.created_at),
        ~came_between,
    )
    return and_(col(Plan.state) == PlanState.SUPERSEDED, instead)


def drawn_since(session: Session, rule: Rule, since: datetime) -> int:
    """How many samples were drawn of the rule since it was turned on."""
    query = select(func.count()).select_from(Audit).join(Plan, col(Plan.id) == Audit.plan_id)
    return session.exec(query.where(*_of(rule), col(Audit.drawn_at) >= since)).one()


def oldest_waiting(session: Session, rule: Rule) -> datetime | None:
    """When the oldest sample of the rule was drawn that nobody has looked at."""
    query = (
        select(func.min(Audit.drawn_at))
        .join(Plan, col(Plan.id) == Audit.plan_id)
        .where(*_of(rule), col(Audit.is_right).is_(None))
    )
    return session.exec(query).one()


def waiting(session: Session, *, limit: int) -> Sequence[tuple[Audit, Plan, Ticket]]:
    """Samples to look at, the oldest first."""
    query = (
        select(Audit, Plan, Ticket)
        .join(Plan, col(Plan.id) == Audit.plan_id)
        .join(Ticket, col(Ticket.id) == Plan.ticket_id)
        .where(col(Audit.is_right).is_(None))
    )
    return session.exec(query.order_by(col(Audit.id)).limit(limit)).all()


def wrong(session: Session, *, limit: int) -> Sequence[tuple[Audit, Plan, Ticket]]:
    """Samples that somebody found wrong, the newest first."""
    query = (
        select(Audit, Plan, Ticket)
        .join(Plan, col(Plan.id) == Audit.plan_id)
        .join(Ticket, col(Ticket.id) == Plan.ticket_id)
        .where(col(Audit.is_right).is_(False))
    )
    return session.exec(query.order_by(col(Audit.at).desc()).limit(limit)).all()


def audit(session: Session, audit_id: int) -> tuple[Audit, Plan]:
    """The sample, kept from other writers, and its plan. Raises NotFound."""
    query = select(Audit).where(Audit.id == audit_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    plan = session.get(Plan, found.plan_id) if found else None
    if found is None or plan is None:
        raise NotFound
    return found, plan


def used(session: Session, rules: Iterable[Rule]) -> Mapping[Rule, int]:
    """Those of the rules that ever proposed anything, and how often each acted without a yes."""
    acted = select(Plan.rule, Plan.rule_version, func.count()).where(
        col(Plan.is_automatic).is_(True)
    )
    counts = {
        Rule(rule, version): number
        for rule, version, number in session.exec(
            acted.group_by(col(Plan.rule), col(Plan.rule_version))
        )
    }
    return {each: counts.get(each, 0) for each in rules if _proposed(session, each)}


def _proposed(session: Session, rule: Rule) -> bool:
    return session.exec(select(Plan.id).where(*_of(rule)).limit(1)).first() is not None


def _of(rule: Rule) -> tuple[ColumnElement[bool], ...]:
    return (col(Plan.rule) == rule.id, col(Plan.rule_version) == rule.version)
