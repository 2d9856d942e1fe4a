"""Every rule has a statement to stand on, and every rule written down is used."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from app.resolution import policy
from app.resolution.policy import RULES
from app.resolution.policy.rule import Rule, Version
from app.resolution.policy.sources import SOURCES, is_published, source
from app.resolution.terms import BOUNDS, PUBLISHED, Terms
from app.resolution.verdict import Source

SINCE_AT_LEAST = date(2022, 7, 1)
WRITTEN = date(2026, 11, 28)
EVERY_VERSION = [
    pytest.param(rule, version, id=f"{rule.id}-{version.number}")
    for rule in RULES.values()
    for version in rule.versions
]
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
    usual = rule.version
    numbers = [each.number for each in rule.versions]
    assert numbers == list(range(usual, usual + len(numbers)))
    assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", rule.id)


@pytest.mark.parametrize(("rule", "version"), EVERY_VERSION)
def test_a_version_says_what_it_decides_in_one_sentence_of_each_language(
    rule: Rule, version: Version
) -> None:
    for text in (version.says(), version.says(english=True)):
        assert re.fullmatch(r"[A-Z][^{}]+[.]", text)
        assert ". " not in text
    gaps = [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (version.decides, version.in_english)
    ]
    assert gaps[0] == gaps[1] <= set(BOUNDS)
    assert version.remedies
    assert SINCE_AT_LEAST <= version.since <= WRITTEN


def test_a_sentence_tells_the_numbers_of_its_terms() -> None:
    wait = RULES["role_change.within_14_days"].under(PUBLISHED)
    assert "sampai 14 hari" in wait.says()
    shorter = Terms(rename_after_days=7)
    assert "sampai 7 hari" in wait.says(shorter)
    assert "berlaku 7 hari" in wait.source(shorter).statement


def test_what_the_article_states_holds_since_july_2022_and_our_own_rules_since_writing() -> None:
    assert RULES["role_change.already_fits"].versions[0].since == date(2022, 7, 1)
    assert RULES["new.after_3_working_days"].versions[0].since == WRITTEN


def test_no_number_of_the_policy_is_written_out() -> None:
    texts = [each.statement for each in SOURCES]
    texts += [version.decides for rule in RULES.values() for version in rule.versions]
    own_words = {"48 jam", "24 jam"}  # of freshness, and the hours of a working day
    found = {hit for text in texts for hit in re.findall(r"\d+ (?:hari|jam)", text)}
    assert found <= own_words


@pytest.mark.parametrize("name", RULES)
def test_a_rule_of_the_book_is_used(name: str) -> None:
    assert f'"{name}"' in CODE


@pytest.mark.parametrize("key", [each.key for each in SOURCES])
def test_a_statement_is_cited(key: str) -> None:
    assert any(each.source_key == key for rule in RULES.values() for each in rule.versions)
