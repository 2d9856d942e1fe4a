"""A message without whom it is about: what may enter a classifier."""

import re

from app.reading.extract import extract
from app.reading.facts import Facts
from app.reading.hints import without_a_classifier

# The reader masks addresses and numbers by itself; here nothing is left to its masks.
_ADDRESS = re.compile(r"\S+@\S+")
_NUMBER = re.compile(r"(?<![A-Za-z])[+(]?\d[\d.\-/() ]{4,}\d")
_LONGEST = 4_000
_SHORTEST_NAME = 3

NAME, SCHOOL, ADDRESS, NUMBER = "Seseorang", "sekolah", "surel@contoh.example", "00000"


def redacted(text: str, subject: str | None, *, known: tuple[str, ...] = ()) -> tuple[str, str]:
    """Text and subject with names of people and schools, addresses and numbers replaced.

    `known` are names the form stated. A name the reader does not find stays: the card of a
    classifier therefore never quotes a ticket.
    """
    found = extract(text[:_LONGEST], subject)
    mentioned = found.mentions(without_a_classifier(found.hints))
    names = _names(found.facts, (*known, *(each.name or "" for each in mentioned)))
    return _without(text[:_LONGEST], names, found.facts), _without(
        subject or "", names, found.facts
    )


def _without(text: str, names: tuple[str, ...], facts: Facts) -> str:
    shorter = text
    # The school first: its name may hold a person's ("SD Kartini").
    for school in _longest_first(facts.school_names):
        shorter = _replaced(shorter, school, _kind_of(school))
    for name in names:
        shorter = _replaced(shorter, name, NAME)
    return _NUMBER.sub(NUMBER, _ADDRESS.sub(ADDRESS, shorter))


def _kind_of(school: str) -> str:
    """The kind alone ("SDN", "TK"): the level of education is no one's name."""
    first = school.split(maxsplit=1)[0] if school.split() else SCHOOL
    return first if len(first) <= 5 else SCHOOL


def _names(facts: Facts, others: tuple[str, ...]) -> tuple[str, ...]:
    """Whole names, then their parts: the second time a person is often called by one alone."""
    whole = [each for each in (*facts.person_names, *others) if each]
    parts = [part for each in whole for part in each.split() if part[:1].isupper()]
    return _longest_first((*whole, *parts))


def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    worth = {name.strip(" .,") for name in names}
    return tuple(
        sorted((name for name in worth if len(name) >= _SHORTEST_NAME), key=len, reverse=True)
    )


def _replaced(text: str, name: str, by: str) -> str:
    spaced = r"\s+".join(map(re.escape, name.split()))
    return re.sub(rf"(?<!\w){spaced}(?!\w)", by, text, flags=re.IGNORECASE)
