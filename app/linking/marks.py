"""What of a ticket is laid down so that others that share it are found."""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.intake.tidy import folded
from app.linking.report import Report
from app.lookup.person_name import words
from app.lookup.resemble import tidy_school
from models.vocabulary import MarkKind

Seal = Callable[[str], str]

# One such mark in common is a person's own hand; a name or a school is only a place to look.
OWN = (MarkKind.PERSON, MarkKind.IDENTIFIER, MarkKind.ACCOUNT, MarkKind.MAIL, MarkKind.PHONE)
NAMED = (MarkKind.NAME, MarkKind.AUTHOR)
_SHORTEST_NAME = 4  # letters


class Laid(NamedTuple):
    kind: MarkKind
    value: str


def sealer(secret: bytes) -> Seal:
    """Hides a value behind the installation's secret; the same value stays the same."""

    def seal(value: str) -> str:
        return hmac.new(secret, f"mark {value}".encode(), hashlib.sha256).hexdigest()

    return seal


def marks_of(report: Report, seal: Seal) -> frozenset[Laid]:
    """Sealed, but for the NPSN, which is public. A name is one mark, however it was spelled."""
    recorded = report.recorded
    hidden: dict[MarkKind, Iterable[str]] = {
        MarkKind.PERSON: recorded.persons,
        MarkKind.ACCOUNT: report.accounts | recorded.accounts,
        MarkKind.MAIL: report.mails,
        MarkKind.IDENTIFIER: report.all_numbers,
        MarkKind.PHONE: report.phones,
        MarkKind.NAME: _names(report.people),
        MarkKind.AUTHOR: _names((report.writer,)),
        MarkKind.SCHOOL: _schools(report),
    }
    sealed = {Laid(kind, seal(value)) for kind, values in hidden.items() for value in values}
    return frozenset(sealed | {Laid(MarkKind.SCHOOL, npsn) for npsn in report.schools})


def _names(names: Iterable[str]) -> set[str]:
    """Without titles, in the order of the alphabet."""
    found = {" ".join(sorted(words(name) or folded(name).split())) for name in names}
    return {f"nama {name}" for name in found if len(name) >= _SHORTEST_NAME}


def _schools(report: Report) -> set[str]:
    return {f"sekolah {tidy}" for name in report.school_names if (tidy := tidy_school(name))}
