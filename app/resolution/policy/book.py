"""Every rule there is, in the order of the book."""

from app.resolution.policy.rule import Rule
from app.resolution.policy.rules import access, accounts, changes, guards, questions
from app.resolution.terms import Terms

RULES: dict[str, Rule] = {
    each.id: each
    for chapter in (guards, accounts, changes, access, questions)
    for each in chapter.RULES
}


def chosen(terms: Terms, rule: str) -> int:
    """The number of the version of that rule which applies. KeyError for an unknown rule."""
    return RULES[rule].under(terms).number


def is_known(rule: str, version: int) -> bool:
    """Whether the code can still decide by that version of the rule."""
    return rule in RULES and version in {each.number for each in RULES[rule].versions}
