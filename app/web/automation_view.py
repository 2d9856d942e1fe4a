"""Everything the page on rules that act by themselves shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.resolution import automatic, earned, editions
from app.resolution.policy.book import RULES
from app.resolution.unattended import NEVER
from app.store import plans, switches
from app.store.session import Session
from app.store.switches import Rule
from app.web.reader import Reader
from models import Audit, Plan, RuleSwitch, Step, Ticket
from models.vocabulary import CHANGES_ACCOUNT

_AT_ONCE, _PAST = 50, 40


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in the version in force, and what it `says`. `lower` is in words; `never` is why it
    always needs people, "" where it does not.
    """

    rule: Rule
    record: earned.Record
    lower: str
    is_on: bool
    acted: int
    never: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class SampleView:
    """One plan that was carried out without a yes; `acts` are its changes, masked by role."""

    audit: Audit
    plan: Plan
    ticket: Ticket
    acts: tuple[tuple[Step, str], ...]


@dataclass(frozen=True, slots=True)
class SwitchView:
    row: RuleSwitch
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class AutomationView:
    """`is_allowed` False: the installation's setting stops all; `is_stopped`: a person did."""

    is_allowed: bool
    is_stopped: bool
    bar: str
    least: int
    on: tuple[RuleView, ...]
    off: tuple[RuleView, ...]
    never: tuple[RuleView, ...]
    samples: tuple[SampleView, ...]
    wrong: tuple[SampleView, ...]
    switches: tuple[SwitchView, ...]


def gathered(
    session: Session, watch: automatic.Watch, *, reader: Reader, now: datetime
) -> AutomationView:
    rows, terms = switches.in_force(session), editions.in_force(session, now).terms
    versions = {
        Rule(each.id, version.number): version
        for each in RULES.values()
        for version in [each.under(terms)]
    }
    used = switches.used(session, versions)
    rules = [
        replace(
            _rule(session, rule, watch, rows=rows, used=used, now=now),
            says=version.says(terms, english=reader.language == "en"),
        )
        for rule, version in versions.items()
    ]
    possible = [each for each in rules if not each.never]
    by_use = sorted(possible, key=lambda each: (-each.record.n, each.rule))
    return AutomationView(
        is_allowed=watch.is_allowed,
        is_stopped=automatic.is_stopped(rows),
        bar=automatic.percent(watch.terms.bar),
        least=watch.terms.least,
        on=tuple(each for each in by_use if each.is_on),
        off=tuple(each for each in by_use if not each.is_on),
        never=tuple(each for each in rules if each.never),
        samples=_samples(session, switches.waiting(session, limit=_AT_ONCE), reader),
        wrong=_samples(session, switches.wrong(session, limit=_PAST), reader),
        switches=tuple(
            SwitchView(
                each,
                reader.say("actor.loket") if each.by == automatic.LOKET else each.by,
                reader.text(each.reason),
            )
            for each in switches.latest(session, limit=_PAST)
        ),
    )


def _rule(
    session: Session,
    rule: Rule,
    watch: automatic.Watch,
    *,
    rows: Mapping[Rule, RuleSwitch],
    used: Mapping[Rule, int],
    now: datetime,
) -> RuleView:
    """A rule that never proposed anything costs no query."""
    if rule in used and rule.id not in NEVER:
        record = automatic.standing(session, rule, watch, now=now)
    else:
        record = earned.record((), watch.terms, now=now)
    return RuleView(
        rule=rule,
        record=record,
        lower=automatic.percent(record.lower),
        is_on=rule in rows and rows[rule].is_on,
        acted=used.get(rule, 0),
        never=NEVER[rule.id].value if rule.id in NEVER else "",
    )


def _samples(
    session: Session, rows: Sequence[tuple[Audit, Plan, Ticket]], reader: Reader
) -> tuple[SampleView, ...]:
    return tuple(
        SampleView(
            audit,
            plan,
            ticket,
            tuple(
                (step, reader.mail(step.target))
                for step in plans.steps_of(session, plan.id)
                if step.action in CHANGES_ACCOUNT
            ),
        )
        for audit, plan, ticket in rows
    )
