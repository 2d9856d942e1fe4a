"""The answer a yes would send, shown before the yes is given."""

from collections.abc import Sequence
from datetime import datetime

from app.kit.clock import wib_day
from app.lookup import keep as kept_lookups
from app.reply import compose
from app.reply.compose import Answer, DoneStep, Line
from app.reply.told import may_know_account, may_name_report
from app.resolution import keep as kept_plans
from app.resolution.verdict import PlannedStep
from app.store import readings
from app.store.session import Session
from models import Plan, Ticket
from models.vocabulary import CHANGES_ACCOUNT


def letter(session: Session, ticket: Ticket, waiting: Sequence[Plan], *, now: datetime) -> str:
    """Its text if every step comes true; the tracking link is added when it goes out."""
    composed = compose.compose(
        Answer(
            number=ticket.number,
            requester_name=ticket.requester_name,
            now=now,
            lines=tuple(_line(session, plan, now) for plan in waiting),
        )
    )
    return f"{composed.subject}\n\n{composed.body}"


def _line(session: Session, plan: Plan, now: datetime) -> Line:
    dossier = kept_lookups.recall(readings.lookup(session, plan.lookup_id))
    verdict = kept_plans.recall(plan)
    return Line(
        as_written=dossier.as_written,
        verdict=verdict,
        done=tuple(_done(each, now) for each in verdict.steps if each.action in CHANGES_ACCOUNT),
        reveal=may_know_account(dossier),
        names_report=may_name_report(session, plan, verdict),
    )


def _done(step: PlannedStep, now: datetime) -> DoneStep:
    is_later = step.not_before is not None and step.not_before > wib_day(now)
    return DoneStep(
        action=step.action,
        target=step.target,
        address=str(step.after.get("primary_email") or step.target),
        on=step.not_before if is_later else None,
    )
