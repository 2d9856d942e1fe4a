"""What is said before a look-up is published, rests in the rule book, and covers every category."""

from string import Formatter

import pytest

from app.resolution.policy import RULES
from app.resolution.policy.advice import STATEMENTS, statements
from app.resolution.policy.in_english import IN_ENGLISH
from app.resolution.policy.sources import SOURCES, is_published, source
from app.resolution.terms import PUBLISHED
from models.vocabulary import Category


@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_a_published_statement_with_its_source(category: Category) -> None:
    found = statements(category)
    assert found
    for each in found:
        assert is_published(each.key)
        assert (each.url or "").startswith("https://")
        assert "{" not in each.statement


def test_every_statement_is_one_that_rules_decide_by() -> None:
    used = {version.source_key for rule in RULES.values() for version in rule.versions}
    said = {key for keys in STATEMENTS.values() for key in keys}
    assert sorted(said - used) == []


def test_each_has_an_english_twin_with_the_same_numbers() -> None:
    said = {key: source(key) for keys in STATEMENTS.values() for key in keys}
    assert set(IN_ENGLISH) == set(said)
    plain = {each.key: each.statement for each in SOURCES}
    for key, twin in IN_ENGLISH.items():
        assert _gaps(twin) == _gaps(plain[key])
    [told] = statements(Category.ACCOUNT_SUSPENDED, PUBLISHED, english=True)
    assert told.statement.startswith("A suspended account")
    assert f"{PUBLISHED.unsuspend_within_working_days}x24" in told.statement


def _gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_an_added_category_says_nothing() -> None:
    assert statements(Category("x_kartu")) == ()
