"""Rules that act by themselves: turned on by a person, watched, and turned off by their figures."""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.access import trail
from app.access.trail import Deed
from app.kit.errors import Refusal
from app.resolution import earned, unattended
from app.resolution.policy.book import RULES
from app.store import owed, plans, switches
from app.store.session import Session
from app.store.switches import EVERY_RULE, Rule
from models import Audit, Plan, RuleSwitch
from models.vocabulary import PlanState, TrailAction

ALL = Rule(EVERY_RULE, 0)
LOKET = "loket"
_WHOLE = 2**64


class NotPossible(Refusal):
    """422: this rule always needs people."""

    status = 422
    key = "automatic.not_possible"


class NotEarned(Refusal):
    """409: people have agreed with it too rarely, or too few times to know."""

    key = "automatic.not_earned"


class SayWhy(Refusal):
    """422: a switch, and a word that something was wrong, say why."""

    status = 422
    key = "automatic.say_why"


class AlreadyAudited(Refusal):
    """409: a colleague has looked at this one."""

    key = "automatic.already_audited"


@dataclass(frozen=True, slots=True)
class Watch:
    """How rules are watched. `is_allowed` False: none acts, whatever is switched on.

    `draws` says whether a nomor laporan is among the share that is looked at afterwards; the
    `first` of each rule are anyway.
    """

    is_allowed: bool = True
    terms: earned.Terms = earned.USUAL
    first: int = 20
    draws: Callable[[int], bool] = lambda _number: True


NO_RULE_ACTS = Watch(is_allowed=False)


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of a sample; `note` says why where it was wrong."""

    is_right: bool
    note: str = ""


def is_drawn(number: int, *, share: float, secret: bytes) -> bool:
    """Whether that report is looked at afterwards; the same each time, foreseeable by nobody."""
    digest = hmac.digest(secret, b"audit %d" % number, hashlib.sha256)
    return int.from_bytes(digest[:8], "big") < share * _WHOLE


def are_on(session: Session, rules: Sequence[Rule], watch: Watch) -> bool:
    """Whether every one of them may act by itself now."""
    rows = switches.in_force(session) if watch.is_allowed and rules else {}
    return bool(rows) and not is_stopped(rows) and all(_is_on(rows, rule) for rule in rules)


def is_stopped(rows: Mapping[Rule, RuleSwitch]) -> bool:
    """Whether somebody has stopped all of them at once."""
    return ALL in rows and not rows[ALL].is_on


def _is_on(rows: Mapping[Rule, RuleSwitch], rule: Rule) -> bool:
    return rule in rows and rows[rule].is_on


def begin(session: Session, plan: Plan, number: int, watch: Watch, *, now: datetime) -> None:
    """The plan is to be carried out without a yes; perhaps as a sample to look at afterwards."""
    plan.state, plan.is_automatic = PlanState.APPROVED, True
    session.add(plan)
    rule = Rule(plan.rule, plan.rule_version)
    since = switches.in_force(session)[rule].at
    if watch.draws(number) or switches.drawn_since(session, rule, since) < watch.first:
        session.add(Audit(plan_id=plan.id, rule=plan.rule, drawn_at=now))
    owed.carry_out(session, plan)


def withdraw(session: Session, plan: Plan) -> None:
    """Not begun yet and no longer allowed: it waits for a yes like any other."""
    plan.state, plan.is_automatic = PlanState.PROPOSED, False
    for each in plans.audits_of(session, plan.id):
        session.delete(each)
    session.add(plan)


def standing(session: Session, rule: Rule, watch: Watch, *, now: datetime) -> earned.Record:
    return earned.record(
        switches.outcomes(session, rule, limit=earned.LONG),
        watch.terms,
        oldest_unaudited=switches.oldest_waiting(session, rule),
        now=now,
    )


def turn_on(
    session: Session, rule: Rule, watch: Watch, *, by: str, reason: str, now: datetime
) -> None:
    """Raises SayWhy, NotPossible, NotEarned with the figures."""
    if not reason:
        raise SayWhy
    known = RULES.get(rule.id)
    is_known = known is not None and rule.version in {each.number for each in known.versions}
    if not is_known or rule.id in unattended.NEVER:
        raise NotPossible
    record = standing(session, rule, watch, now=now)
    if not record.is_earned:
        raise NotEarned(
            right=str(record.right),
            n=str(record.n),
            lower=percent(record.lower),
            bar=percent(watch.terms.bar),
            least=str(watch.terms.least),
        )
    _switch(session, rule, is_on=True, by=by, reason=reason, now=now)


def turn_off(session: Session, rule: Rule, *, by: str, reason: str, now: datetime) -> None:
    """Raises SayWhy. Turning off what is off changes nothing."""
    if not reason:
        raise SayWhy
    if _is_on(switches.in_force(session), rule):
        _switch(session, rule, is_on=False, by=by, reason=reason, now=now)


def stop_all(session: Session, *, by: str, reason: str, now: datetime) -> None:
    """No rule acts by itself from now on, until that is taken back. Raises SayWhy."""
    if not reason:
        raise SayWhy
    if not is_stopped(switches.in_force(session)):
        _switch(session, ALL, is_on=False, by=by, reason=reason, now=now)


def resume_all(session: Session, *, by: str, reason: str, now: datetime) -> None:
    """Those that are on may act again. Raises SayWhy."""
    if not reason:
        raise SayWhy
    if is_stopped(switches.in_force(session)):
        _switch(session, ALL, is_on=True, by=by, reason=reason, now=now)


def say(session: Session, audit_id: int, word: Word, *, by_id: int, now: datetime) -> Plan:
    """A person's word on a sample; the plan it is of. NotFound, AlreadyAudited, SayWhy."""
    row, plan = switches.audit(session, audit_id)
    if row.is_right is not None:
        raise AlreadyAudited
    if not word.is_right and not word.note:
        raise SayWhy
    row.is_right, row.note, row.by_id, row.at = word.is_right, word.note, by_id, now
    session.add(row)
    session.flush()
    return plan


def demote(session: Session, watch: Watch, *, now: datetime) -> Sequence[Rule]:
    """Rules whose figures no longer bear them are turned off, with the figures as the reason."""
    fallen = []
    for rule, row in switches.in_force(session).items():
        if rule == ALL or not row.is_on:
            continue
        record = standing(session, rule, watch, now=now)
        if not record.is_earned:
            why = _why(record, watch.terms)
            _switch(session, rule, is_on=False, by=LOKET, reason=why, now=now)
            fallen.append(rule)
    return fallen


def _why(record: earned.Record, terms: earned.Terms) -> str:
    """The figures in one Indonesian sentence."""
    figures = (
        f"benar {record.right} dari {record.n}, batas bawah {percent(record.lower)}, "
        f"ambang {percent(terms.bar)}"
    )
    match record.standing:
        case earned.Standing.UNAUDITED:
            return f"Ada contoh yang {earned.BACKLOG.days} hari belum diperiksa ({figures})."
        case earned.Standing.GONE_BAD:
            return f"{earned.SHORT} hasil terbaru terlalu sering salah ({figures})."
        case earned.Standing.TOO_FEW:
            return f"Hasil yang diputuskan terlalu sedikit ({figures})."
        case _:
            return f"Ketepatan tidak lagi terbukti di atas ambang ({figures})."


def percent(rate: float) -> str:
    """With one decimal as Indonesian writes it, never rounded up past a bar."""
    tenths = int(rate * 1000 + 1e-9)
    return f"{tenths // 10},{tenths % 10} %"


def _switch(
    session: Session, rule: Rule, *, is_on: bool, by: str, reason: str, now: datetime
) -> None:
    session.add(
        RuleSwitch(
            rule=rule.id,
            rule_version=rule.version,
            is_on=is_on,
            by=by,
            reason=reason[:500],
            at=now,
        )
    )
    session.flush()
    said = {"rule_version": rule.version, "is_on": int(is_on)}
    deed = Deed(TrailAction.RULE_SWITCHED, subject=rule.id, reason=reason, detail=said)
    trail.record(session, deed, by=by, now=now)
