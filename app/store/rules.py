"""How often each rule decided, and whether it may act by itself."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, func, select

from models import Plan, RuleSwitch


def decided(session: Session, since: datetime) -> Mapping[str, int]:
    """Verdicts of each rule since then, looks that gave way to newer ones included."""
    query = select(Plan.rule, func.count()).where(col(Plan.created_at) >= since)
    return dict(session.exec(query.group_by(col(Plan.rule))).all())


def switched(session: Session) -> Mapping[str, RuleSwitch]:
    """The newest word on each rule that somebody ever switched."""
    newest = select(func.max(RuleSwitch.id)).group_by(col(RuleSwitch.rule))
    rows = session.exec(select(RuleSwitch).where(col(RuleSwitch.id).in_(newest)))
    return {row.rule: row for row in rows}
