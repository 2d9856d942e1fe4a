"""What is carried out without a yes: begun, withdrawn, looked at afterwards; the ticket follows."""

from collections.abc import Sequence
from datetime import datetime

from app import states
from app.learning import blind
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.reading.instructions import speaks_to_a_machine
from app.resolution import automatic
from app.resolution.automatic import Watch, Word
from app.resolution.unattended import Proposal, may_go_unseen
from app.resolution.verdict import Verdict
from app.store import events, incidents, plans, readings, tickets
from app.store.session import Session
from app.store.switches import Rule
from models import Plan, Reading, Staff, Ticket
from models.vocabulary import IncidentState, PlanState, StepState

# After these a person is needed: the rules have been wrong about this very report.
_HAD_TROUBLE = frozenset({PlanState.REJECTED, PlanState.FAILED})


def begin(
    session: Session,
    ticket: Ticket,
    reading: Reading,
    verdicts: Sequence[Verdict],
    *,
    watch: Watch,
    now: datetime,
) -> bool:
    """Whether the proposal is carried out at once: RUNNING. It was PLANNED in this transaction."""
    rules = [Rule(each.rule, each.rule_version) for each in verdicts]
    if not automatic.are_on(session, rules, watch) or _wants_a_person(session, ticket, reading):
        return False
    if not may_go_unseen(_proposal(session, ticket, reading, verdicts, now)):
        return False
    for plan in plans.proposed(session, ticket.id):
        automatic.begin(session, plan, ticket.number, watch, now=now)
        states.running_unasked(session, ticket, plan, now=now)
    return True


def is_withdrawn(session: Session, plan: Plan, *, watch: Watch, now: datetime) -> bool:
    """Whether the plan must wait for a yes after all: the rule was turned off before it began."""
    if not plan.is_automatic or plan.state is not PlanState.APPROVED:
        return False
    rule = Rule(plan.rule, plan.rule_version)
    has_begun = any(
        step.state is not StepState.PLANNED
        or step.claimed_until
        or plans.attempts_of(session, step.id)
        for step in plans.steps_of(session, plan.id)
    )
    if has_begun or automatic.are_on(session, [rule], watch):
        return False
    ticket = tickets.locked(session, plan.ticket_id)
    automatic.withdraw(session, plan)
    states.withheld(session, ticket, now=now)
    return True


def judge(
    session: Session,
    audit_id: int,
    word: Word,
    *,
    by: Staff,
    watch: Watch,
    now: datetime,
) -> Plan:
    """A person's word on a sample; what its rule has earned is counted anew.

    Raises NotFound, AlreadyAudited, SayWhy.
    """
    plan = automatic.say(session, audit_id, word, by_id=by.id, now=now)
    ticket = tickets.locked(session, plan.ticket_id)
    kind = "audited_right" if word.is_right else "audited_wrong"
    states.happened(session, ticket, kind, by.username, now, rule=plan.rule)
    if Rule(plan.rule, plan.rule_version) in automatic.demote(session, watch, now=now):
        states.happened(session, ticket, "rule_fell", states.LOKET, now, rule=plan.rule)
    return plan


def _wants_a_person(session: Session, ticket: Ticket, reading: Reading) -> bool:
    """Something that the words and the records do not say."""
    return (
        blind.awaits(session, ticket)
        or reading.corrected_by_id is not None
        # An answer has not helped: the rules would say the same once more.
        or events.came_back(session, ticket.id)
        or any(each.state is IncidentState.OPEN for each in incidents.of_ticket(session, ticket.id))
        or any(
            each.state in _HAD_TROUBLE or each.undoes_id is not None
            for each in plans.of_ticket(session, ticket.id)
        )
    )


def _proposal(
    session: Session,
    ticket: Ticket,
    reading: Reading,
    verdicts: Sequence[Verdict],
    now: datetime,
) -> Proposal:
    found = [kept_lookups.recall(each) for each in readings.lookups_of(session, reading.id)]
    text = kept_readings.incoming(session, ticket)
    return Proposal(
        understanding=kept_readings.recall(reading),
        dossiers=tuple(found),
        verdicts=tuple(verdicts),
        is_instructed=speaks_to_a_machine(f"{text.subject or ''}\n{text.text}"),
        is_fresh=not any(each.is_stale(now) for each in found),
    )
