"""Every rule has a statement to stand on, and every rule written down is used."""

import re
from pathlib import Path

import pytest

from app.resolution import policy
from app.resolution.policy import RULES
from app.resolution.policy.book import Rule
from app.resolution.policy.sources import SOURCES, is_published, source
from app.resolution.verdict import Source

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(policy.__path__[0]).glob("*.py")
    if path.name != "book.py"
)


@pytest.mark.parametrize("each", SOURCES, ids=lambda each: each.key)
def test_a_source_has_an_address_or_says_it_is_unpublished(each: Source) -> None:
    assert (each.url is not None) is is_published(each.key)
    assert each.statement.endswith(".")


def test_source_keys_are_unique() -> None:
    assert len({each.key for each in SOURCES}) == len(SOURCES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_rests_on_a_source(rule: Rule) -> None:
    assert rule.source is source(rule.source_key)
    assert rule.version >= 1
    assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", rule.id)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_of_the_book_is_used(name: str) -> None:
    assert f'"{name}"' in CODE


@pytest.mark.parametrize("key", [each.key for each in SOURCES])
def test_a_statement_is_cited(key: str) -> None:
    assert any(rule.source_key == key for rule in RULES.values())
