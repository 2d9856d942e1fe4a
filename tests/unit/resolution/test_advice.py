"""What is said before a look-up is published, rests in the rule book, and covers every category."""

import pytest

from app.resolution.policy import RULES
from app.resolution.policy.advice import STATEMENTS, statements
from app.resolution.policy.sources import is_published
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


def test_an_added_category_says_nothing() -> None:
    assert statements(Category("x_kartu")) == ()
