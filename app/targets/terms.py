"""Which rule a target goes by: the newest of its kind and urgency, a category's own first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.vocabulary import Category, TargetKind

_DAY = 8 * 60


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rule is for; `category` None is every one without a rule of its own."""

    kind: TargetKind
    category: Category | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Working minutes, and the share of them after which a warning is due; `rule_id` 0 is ours."""

    minutes: int
    warn_percent: int = 75
    rule_id: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One version; `terms` None takes a category's own rule back."""

    scope: Scope
    terms: Terms | None
    valid_from: datetime


BUILT_IN: Mapping[tuple[TargetKind, bool], Terms] = {
    (TargetKind.FIRST_ANSWER, False): Terms(_DAY),
    (TargetKind.FIRST_ANSWER, True): Terms(_DAY // 4),
    (TargetKind.NEXT_ANSWER, False): Terms(_DAY),
    (TargetKind.NEXT_ANSWER, True): Terms(_DAY // 4),
    (TargetKind.RESOLUTION, False): Terms(5 * _DAY),
    (TargetKind.RESOLUTION, True): Terms(2 * _DAY),
}


def terms_of(rules: Iterable[Rule], scope: Scope, at: datetime) -> Terms:
    """The terms in force at that instant. `rules` are oldest first."""
    own, general = None, BUILT_IN[scope.kind, scope.urgent]
    for each in rules:
        if each.valid_from > at:
            continue
        if (each.scope.kind, each.scope.urgent) != (scope.kind, scope.urgent):
            continue
        if each.scope.category is None:
            general = each.terms or BUILT_IN[scope.kind, scope.urgent]
        elif each.scope.category == scope.category:
            own = each.terms
    return own or general
