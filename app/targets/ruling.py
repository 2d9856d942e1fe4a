"""A change of the targets' rules: drafted from what was typed, tried on the last month, kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit.errors import Refusal
from app.store import calendars, targets
from app.store.session import Session
from app.targets import office
from app.targets.follow import rules
from app.targets.office import SayWhy, Word
from app.targets.terms import Rule, Scope
from models import TargetRule
from models.vocabulary import Category, TargetKind

TRIED_ON = timedelta(days=30)
_LONGEST_HOURS = 2000


class BadRule(Refusal):
    """422: no such kind, or a number that cannot be."""

    status = 422
    key = "targets.bad_rule"


@dataclass(frozen=True, slots=True)
class Tried:
    """Of the `total` done in the last month: `were` missed, and `would` be with the change."""

    total: int
    were: int
    would: int


def drafted(session: Session, typed: Mapping[str, str], word: Word) -> TargetRule:
    """A rule, not yet kept. Without hours it takes a category's own back. BadRule, BadDay."""
    hours = calendars.hours_at(session, word.now)
    begins = hours.midnight(office.day_from(typed.get("mulai", ""), hours.day_of(word.now)))
    category = typed.get("kategori", "")
    try:
        kind = TargetKind(typed.get("jenis", ""))
        scope = Scope(kind, Category(category) if category else None, typed.get("mendesak") == "ya")
        warn = int(typed.get("ingat", "") or 75)
        minutes = _minutes(typed.get("jam", ""))
    except ValueError as error:
        raise BadRule from error
    if not 10 <= warn <= 99 or (minutes is None and scope.category is None):
        raise BadRule
    return TargetRule(
        kind=scope.kind,
        category=scope.category,
        urgent=scope.urgent,
        minutes=minutes,
        warn_percent=warn,
        valid_from=max(begins, word.now),
        by=word.by,
        reason=word.reason,
        created_at=word.now,
    )


def tried(session: Session, rule: TargetRule, *, now: datetime) -> Tried | None:
    """None for a rule that is taken back."""
    if rule.minutes is None:
        return None
    own = [
        each.scope.category
        for each in in_force(rules(session), now)
        if each.scope.category and (each.scope.kind, each.scope.urgent) == (rule.kind, rule.urgent)
    ]
    return Tried(*targets.would_miss(session, rule, besides=own, since=now - TRIED_ON))


def in_force(every: tuple[Rule, ...], now: datetime) -> tuple[Rule, ...]:
    """The rule of each scope that has one at that instant."""
    found: dict[Scope, Rule] = {}
    for each in every:
        if each.valid_from <= now:
            found[each.scope] = each
    return tuple(each for each in found.values() if each.terms is not None)


def keep(session: Session, rule: TargetRule) -> TargetRule:
    """From its day on, targets that begin go by it; those that run keep theirs. Raises SayWhy."""
    if not rule.reason:
        raise SayWhy
    return targets.add_rule(session, rule)


def _minutes(hours: str) -> int | None:
    """Working hours as typed, a comma allowed; None for none. Raises ValueError."""
    if not hours:
        return None
    minutes = round(float(hours.replace(",", ".")) * 60)
    if not 1 <= minutes <= _LONGEST_HOURS * 60:
        raise ValueError(hours)
    return minutes
