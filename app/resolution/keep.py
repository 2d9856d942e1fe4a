"""A Verdict becomes a Plan row with its Steps, and back."""

from datetime import datetime

from app.kit.kept import dump, load
from app.resolution.recorded import circumstances
from app.resolution.verdict import Case, Verdict
from app.store.session import Session
from models import Lookup, Plan, Step


def keep(
    session: Session, verdict: Verdict, lookup: Lookup, *, case: Case | None = None, now: datetime
) -> Plan:
    """The stored plan with its steps, flushed; with the case it can be computed again."""
    plan = Plan(
        ticket_id=lookup.ticket_id,
        lookup_id=lookup.id,
        reading_id=lookup.reading_id,
        subject_no=lookup.subject_no,
        remedy=verdict.remedy,
        rule=verdict.rule,
        rule_version=verdict.rule_version,
        source=verdict.source.key,
        who_acts=verdict.who_acts,
        promised_at=verdict.promised_at,
        content=dump(verdict),
        circumstances=circumstances(case) if case else None,
        created_at=now,
    )
    session.add(plan)
    session.flush()
    session.add_all(
        Step(
            plan_id=plan.id,
            position=position,
            action=planned.action,
            target=planned.target,
            before=dict(planned.before),
            after=dict(planned.after),
            automation=planned.automation,
            undo=planned.undo,
            not_before=planned.not_before,
            idempotency_key=f"plan-{plan.id}-step-{position}",
        )
        for position, planned in enumerate(verdict.steps)
    )
    session.flush()
    return plan


def recall(plan: Plan) -> Verdict:
    return load(Verdict, plan.content)
