"""A message that only asks after an earlier one."""

from app.reading.facts import Facets, Facts
from models.vocabulary import Category


def is_bare_follow_up(category: Category | None, facets: Facets, facts: Facts) -> bool:
    """Read as a follow-up, or asks like one and names nothing that could be looked up."""
    return category is Category.FOLLOW_UP or (facets.follow_up and _says_little(facts))


def _says_little(facts: Facts) -> bool:
    numbers = (*facts.nik, *facts.nisn, *facts.nuptk, *facts.nip)
    return not (numbers or facts.emails or facts.person_names or facts.dates)
