"""One reading with its look-ups becomes a stored plan for each subject."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.kit.kept import load
from app.kit.working_hours import Hours
from app.linking import history
from app.lookup import keep as kept_lookups
from app.lookup.dossier import STALE_AFTER, Dossier
from app.reading import keep as kept_readings
from app.reading.facts import Mention
from app.reading.listed import of_line
from app.resolution import editions, recorded
from app.resolution import keep as kept_plans
from app.resolution.conclude import conclude
from app.resolution.policy.common import CHANGES
from app.resolution.verdict import Case, Verdict, Vouched
from app.store import lines, plans, readings, tickets, vouches
from app.store.session import Session
from models import Lookup, Plan, Reading, Ticket
from models.values import AccountAddress
from models.vocabulary import CHANGES_ACCOUNT, Decision, Remedy, VouchState


def judge(
    session: Session,
    ticket: Ticket,
    reading: Reading,
    *,
    hours: Hours,
    now: datetime,
    some: Sequence[Lookup] | None = None,
) -> Sequence[Verdict]:
    """The verdicts, one for each subject in order, kept; none for a ticket nobody could read.

    `some` are the look-ups to judge of a list, which is judged in parts: each line by its own
    words, and as one of as many as the whole list has.
    """
    if reading.category is None:
        return ()
    understanding = kept_readings.recall(reading)
    lookups = readings.lookups_of(session, reading.id) if some is None else some
    attachments = tickets.attachment_kinds(session, ticket.id)
    earlier = history.earlier(session, ticket, named=understanding.facts.report_numbers)
    claims = _claims(session, ticket, lookups)
    taken = _taken(session, ticket)
    whole = lines.total(session, ticket.id) or len(lookups)
    policy_of_today = editions.in_force(session, now)
    verdicts = []
    for lookup in lookups:
        claim = claims.get(lookup.subject_no)
        said = of_line(understanding, claim) if claim else understanding
        dossier = kept_lookups.recall(lookup)
        claimed = Case(
            category=reading.category,
            facts=said.facts,
            facets=said.facets,
            dossier=dossier,
            now=now,
            attachments=attachments,
            history=earlier,
            subjects=whole,
            hours=hours,
            taken=taken,
            vouched=_vouched(session, ticket, dossier),
            is_listed=claim is not None,
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


def _claims(session: Session, ticket: Ticket, lookups: Sequence[Lookup]) -> Mapping[int, Mention]:
    """What the lines of a list say, by the subject's number; nothing for any other report."""
    found = lines.numbered(session, ticket.id, [each.subject_no + 1 for each in lookups])
    return {number - 1: load(Mention, line.claim) for number, line in found.items()}


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


def first_stale(session: Session, waiting: Sequence[Plan]) -> datetime | None:
    """As `stale_at`, of plans of a list."""
    changing = [each for each in waiting if each.remedy in CHANGES]
    lookups = readings.with_ids(session, [each.lookup_id for each in changing])
    ages = [kept_lookups.recall(each).dapodik_as_of for each in lookups.values()]
    return min((each + STALE_AFTER for each in ages if each is not None), default=None)


def any_rests_on_old_records(session: Session, some: Sequence[Plan], now: datetime) -> bool:
    """As `rests_on_old_records`, of plans of a list."""
    changing = [each.lookup_id for each in some if each.remedy in CHANGES]
    lookups = readings.with_ids(session, changing).values()
    return any(kept_lookups.recall(each).is_stale(now) for each in lookups)


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
