"""A statement by its key: with its numbers filled in, since when, and whether it is published."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from app.resolution.policy.statements import NOT_PUBLISHED, SOURCES, SYNC_PAGE
from app.resolution.terms import PUBLISHED, Terms, numbers
from app.resolution.verdict import Source

__all__ = ["SOURCES", "is_published", "since", "source"]

_BY_KEY = {each.key: each for each in SOURCES}
_ARTICLE = date(2022, 7, 1)
_WRITTEN = date(2026, 11, 28)
# Nothing holds from before the daily synchronisation began with the article of July 2022.
_SINCE = {
    "sync.other_jenjang_clock": _ARTICLE,
    "dapodik.pull_staff": _ARTICLE,
    "dapodik.new_staff": _ARTICLE,
    "reset.school_admin": date(2022, 11, 1),
    "suspended.evidence": date(2023, 10, 1),
    "scope.non_school": date(2024, 12, 12),
    "account.checker": date(2025, 12, 1),
}


def source(key: str, terms: Terms = PUBLISHED) -> Source:
    """The statement with its numbers. Raises KeyError for a key that no statement has."""
    return _filled(key, terms)


@lru_cache(maxsize=1024)
def _filled(key: str, terms: Terms) -> Source:
    found = _BY_KEY[key]
    return replace(found, statement=found.statement.format_map(numbers(terms)))


def since(key: str) -> date:
    """The day a statement holds from: the month it was published, or the day of writing it down
    here where that is not known or it is our own."""
    if _BY_KEY[key].url == SYNC_PAGE:
        return _ARTICLE
    return _SINCE.get(key, _WRITTEN)


def is_published(key: str) -> bool:
    """False for the desk's own rules of work, which say so in their title."""
    return source(key).title != NOT_PUBLISHED
