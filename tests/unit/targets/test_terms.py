"""Which version of which rule a target goes by."""

from datetime import UTC, datetime, timedelta

from app.targets.terms import BUILT_IN, Rule, Scope, Terms, terms_of
from models.vocabulary import Category, TargetKind

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
ALL = Scope(TargetKind.FIRST_ANSWER)
OWN = Scope(TargetKind.FIRST_ANSWER, Category.ROLE_CHANGE)


def test_without_a_rule_the_built_in_holds() -> None:
    for kind in TargetKind:
        for urgent in (False, True):
            found = terms_of((), Scope(kind, None, urgent), MONDAY)
            assert found == BUILT_IN[kind, urgent]
            assert found.rule_id == 0


def test_a_rule_counts_from_its_day_on() -> None:
    rules = [Rule(ALL, Terms(60, 50, 1), MONDAY)]
    assert terms_of(rules, ALL, MONDAY).rule_id == 1
    assert terms_of(rules, ALL, MONDAY - timedelta(seconds=1)).rule_id == 0
    assert terms_of(rules, Scope(TargetKind.RESOLUTION), MONDAY).rule_id == 0
    assert terms_of(rules, Scope(TargetKind.FIRST_ANSWER, None, urgent=True), MONDAY).rule_id == 0


def test_a_categorys_own_rule_goes_first_until_it_is_taken_back() -> None:
    rules = [Rule(OWN, Terms(30, 50, 1), MONDAY), Rule(ALL, Terms(60, 50, 2), MONDAY)]
    assert terms_of(rules, OWN, MONDAY).rule_id == 1
    assert terms_of(rules, ALL, MONDAY).rule_id == 2
    back = [*rules, Rule(OWN, None, MONDAY + timedelta(days=1))]
    assert terms_of(back, OWN, MONDAY).rule_id == 1
    assert terms_of(back, OWN, MONDAY + timedelta(days=1)).rule_id == 2
