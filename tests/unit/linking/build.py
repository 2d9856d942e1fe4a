"""Reports as linking sees them, read from invented words without a classifier."""

from typing import Any

from app.linking.report import Recorded, Report
from app.reading.extract import extract
from models.vocabulary import Category


def report(
    text: str, category: Category | None = Category.ACCOUNT_NOT_FOUND, **more: Any
) -> Report:
    """Somebody writes that; who and from where is in `more`, `person` is a matched record."""
    found = extract(text, more.pop("subject", None))
    person = more.pop("person", None)
    given: dict[str, Any] = {
        "number": 700_001,
        "facts": found.facts,
        "facets": found.facets,
        "mentions": found.mentions,
        "recorded": Recorded(persons=frozenset({person} if person else ())),
    }
    return Report(text=text, category=category, **{**given, **more})
