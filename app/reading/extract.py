"""What a message says: identifiers, names, dates and moves, and whom it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Self

from app.reading import mentions as people
from app.reading.claims import changed_on, claims
from app.reading.clean import plain
from app.reading.dates import days
from app.reading.emails import Found, emails
from app.reading.facts import Facets, Facts, Mention
from app.reading.hints import hints
from app.reading.identifiers import numbers
from app.reading.names import names, whole_names
from app.reading.places import Places, births
from app.reading.schools import schools
from app.reading.transitions import Transitions


class Extract(NamedTuple):
    """Everything read from one message without a classifier; `whole` is the text it stands in."""

    whole: str
    facts: Facts
    places: Places
    hints: frozenset[str]

    def with_transitions(self, learned: Transitions) -> Self:
        """With the jenjang and peran before and after; only who was taught can tell them."""
        levels, roles = learned.of(self.whole)
        return self._replace(
            facts=replace(
                self.facts,
                from_level=levels.before,
                to_level=levels.after,
                from_role=roles.before,
                to_role=roles.after,
            )
        )

    def mentions(self, facets: Facets) -> tuple[Mention, ...]:
        """The persons the message is about, which depends on for whom it was written."""
        return people.mentions(self.whole, self.places, facets)


def extract(text: str, subject: str | None = None, *, sent_on: date | None = None) -> Extract:
    """Facts of a message and where they stand; quoted and pasted parts count too.

    Words like "today" are told from the day it was sent (WIB), and say nothing without that.
    """
    whole = plain(f"{subject}\n{text}" if subject else text)
    facts, places = _facts(whole)
    if sent_on:
        facts = replace(facts, changed_on=changed_on(whole, sent_on))
    people = replace(facts, person_names=_values(places.person_names))
    return Extract(whole, facts, places, hints(whole, people))


def _facts(whole: str) -> tuple[Facts, Places]:
    dated = days(whole)
    addresses = emails(whole)
    taken = [(one.start, one.end) for one in addresses]
    found = numbers(whole, taken + [(one.start, one.end) for _, one in dated])
    named = schools(whole)
    taken += [(one.start, one.end) for one in named]
    persons = names(whole, taken)
    places = Places(
        npsn=found.npsn,
        emails=addresses,
        nisn=found.nisn,
        nuptk=found.nuptk,
        nik=found.nik,
        nip=found.nip,
        person_names=whole_names(persons),
        school_names=named,
        births=births(whole, dated),
    )
    return (
        Facts(
            npsn=_values(found.npsn),
            emails=_values(addresses),
            report_numbers=_values(found.report_numbers),
            nisn=_values(found.nisn),
            nuptk=_values(found.nuptk),
            nik=_values(found.nik),
            nip=_values(found.nip),
            phones=_values(found.phones),
            person_names=_values(persons),
            school_names=_values(named),
            dates=tuple(dict.fromkeys(day for day, _ in dated)),
            claims=claims(whole),
        ),
        places,
    )


def _values(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.value for one in found))
