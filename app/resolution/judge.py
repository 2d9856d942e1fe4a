"""One reading with its look-ups becomes a stored plan for each subject."""

from collections.abc import Sequence
from datetime import datetime

from app.kit.working_hours import Hours
from app.linking import history
from app.lookup import keep as kept_lookups
from app.lookup.dossier import STALE_AFTER, Dossier
from app.reading import keep as kept_readings
from app.resolution import editions, recorded
from app.resolution import keep as kept_plans
from app.resolution.conclude import conclude
from app.resolution.verdict import Case, Verdict, Vouched
from app.store import plans, readings, tickets, vouches
from app.store.session import Session
from models import Plan, Reading, Ticket
from models.values import AccountAddress
from models.vocabulary import CHANGES_ACCOUNT, Decision, Remedy, VouchState


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
        dossier = kept_lookups.recall(lookup)
        claimed = Case(
            category=reading.category,
            facts=understanding.facts,
            facets=understanding.facets,
            dossier=dossier,
            now=now,
            attachments=tickets.attachment_kinds(session, ticket.id),
            history=history.earlier(session, ticket, named=understanding.facts.report_numbers),
            subjects=len(lookups),
            hours=hours,
            taken=_taken(session, ticket),
            vouched=_vouched(session, ticket, dossier),
            terms=policy_of_today.terms,
        )
        case = recorded.settled(claimed)
        verdict = conclude(case)
        kept = kept_plans.keep(session, verdict, lookup, case=case, now=now)
        kept.edition_id = policy_of_today.edition_id
        verdicts.append(verdict)
    return verdicts


def _taken(session: Session, ticket: Ticket) -> tuple[AccountAddress, ...]:
    refused = plans.refused_addresses(session, ticket.id)
    return tuple(AccountAddress.parse(each) for each in refused)


def _vouched(session: Session, ticket: Ticket, dossier: Dossier) -> Vouched | None:
    """The school's word on that person, on this ticket, as far as it was given and not used."""
    person = dossier.person
    found = vouches.latest(session, ticket.id, person.person_id) if person else None
    if found is None or found.decided_at is None or found.ripe_at is None:
        return None
    if found.state not in (VouchState.GIVEN, VouchState.OBJECTED):
        return None
    return Vouched(
        by=found.operator_mail,
        npsn=found.npsn,
        at=found.decided_at,
        ripe_at=found.ripe_at,
        objected=found.state is VouchState.OBJECTED,
    )


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
    if plan.undoes_id is not None:
        # It rests on what was read back after the change, not on the records.
        return False
    if not any(step.action in CHANGES_ACCOUNT for step in plans.steps_of(session, plan.id)):
        return False
    return kept_lookups.recall(readings.lookup(session, plan.lookup_id)).is_stale(now)


def is_proposal(reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    """Whether a yes would carry something out; else a person must find the way themselves."""
    return reading.decision is not Decision.HUMAN and any(
        verdict.remedy is not Remedy.MANUAL_REVIEW for verdict in verdicts
    )
