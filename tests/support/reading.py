"""Short ways to read one text."""

from app.reading.extract import extract
from app.reading.facts import Facts


def facts(text: str) -> Facts:
    return extract(text).facts
