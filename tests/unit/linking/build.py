"""Reports as linking sees them, read from invented words without a classifier."""

from typing import Any

from app.linking.report import Recorded, Report
from app.reading.extract import extract
from app.reading.hints import without_a_classifier
from models.vocabulary import Category


def report(
    text: str, category: Category | None = Category.ACCOUNT_NOT_FOUND, **more: Any
) -> Report:
    """Somebody writes that; who and from where is in `more`, `person` is a matched record."""
    found = extract(text, more.pop("subject", None))
    facets = more.pop("facets", without_a_classifier(found.hints))
    person = more.pop("person", None)
    given: dict[str, Any] = {
        "number": 700_001,
        "facts": found.facts,
        "facets": facets,
        "mentions": found.mentions(facets),
        "recorded": Recorded(persons=frozenset({person} if person else ())),
    }
    return Report(text=text, category=category, **{**given, **more})
