"""How often each rule decided."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, func, select

from models import Plan


def decided(session: Session, since: datetime) -> Mapping[str, int]:
    """Verdicts of each rule since then, looks that gave way to newer ones included."""
    query = select(Plan.rule, func.count()).where(
        col(Plan.created_at) >= since, col(Plan.undoes_id).is_(None)
    )
    return dict(session.exec(query.group_by(col(Plan.rule))).all())
