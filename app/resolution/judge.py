"""One reading with its look-ups becomes a stored plan for each subject."""

from collections.abc import Sequence
from datetime import datetime

from app.kit.working_hours import Hours
from app.linking import history
from app.lookup import keep as kept_lookups
from app.lookup.dossier import STALE_AFTER
from app.reading import keep as kept_readings
from app.resolution import editions, recorded
from app.resolution import keep as kept_plans
from app.resolution.conclude import conclude
from app.resolution.verdict import Case, Verdict
from app.store import plans, readings, tickets
from app.store.session import Session
from models import Plan, Reading, Ticket
from models.vocabulary import CHANGES_ACCOUNT, Decision, Remedy


def judge(
    session: Session, ticket: Ticket, reading: Reading, *, hours: Hours, now: datetime
) -> Sequence[Verdict]:
    """The verdicts, one for each subject in order, kept; none for a ticket nobody could read."""
    if reading.category is None:
        return ()
    understanding = kept_readings.recall(reading)
    lookups = readings.lookups_of(session, reading.id)
    policy_of_today = editions.in_force(session, now)
    verdicts = []
    for lookup in lookups:
        claimed = Case(
            category=reading.category,
            facts=understanding.facts,
            facets=understanding.facets,
            dossier=kept_lookups.recall(lookup),
            now=now,
            attachments=tickets.attachment_kinds(session, ticket.id),
            history=history.earlier(session, ticket, named=understanding.facts.report_numbers),
            subjects=len(lookups),
            hours=hours,
            terms=policy_of_today.terms,
        )
        case = recorded.settled(claimed)
        verdict = conclude(case)
        kept = kept_plans.keep(session, verdict, lookup, case=case, now=now)
        kept.edition_id = policy_of_today.edition_id
        verdicts.append(verdict)
    return verdicts


def stale_at(session: Session, reading: Reading, verdicts: Sequence[Verdict]) -> datetime | None:
    """When the records of a proposal that changes an account are too old to act on.

    None for a proposal that changes nothing, or whose records have no date.
    """
    changing = [
        kept_lookups.recall(lookup).dapodik_as_of
        for lookup, verdict in zip(readings.lookups_of(session, reading.id), verdicts, strict=False)
        if any(step.action in CHANGES_ACCOUNT for step in verdict.steps)
    ]
    return min((each + STALE_AFTER for each in changing if each is not None), default=None)


def rests_on_old_records(session: Session, plan: Plan, now: datetime) -> bool:
    """Whether a yes would change an account on the word of records older than 48 hours."""
    if not any(step.action in CHANGES_ACCOUNT for step in plans.steps_of(session, plan.id)):
        return False
    return kept_lookups.recall(readings.lookup(session, plan.lookup_id)).is_stale(now)


def is_proposal(reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    """Whether a yes would carry something out; else a person must find the way themselves."""
    return reading.decision is not Decision.HUMAN and any(
        verdict.remedy is not Remedy.MANUAL_REVIEW for verdict in verdicts
    )
