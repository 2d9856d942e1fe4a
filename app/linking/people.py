"""Whether two reports are about the same people; the strongest thing both know decides."""

from collections.abc import Iterable

from app.linking.report import Report
from app.lookup.person_name import fit
from app.lookup.resemble import school_likeness

# Of 100. Between the two nothing is known: "Budi" may be "Budi Santoso".
_SAME_NAME, _OTHER_NAME = 85.0, 60.0
_SAME_SCHOOL = 90.0


def are_others(one: Report, other: Report) -> bool:
    """Each is about somebody else, or about another class of pupils. Symmetric.

    Operators send one text for many colleagues: only the address, number or name in it differs.
    """
    if one.persons and other.persons:
        return not one.persons & other.persons
    if one.all_numbers & other.all_numbers:
        return False
    if any(kind in other.numbers for kind in one.numbers):
        return True
    if one.accounts and other.accounts:
        return not _locals(one.accounts) & _locals(other.accounts)
    if one.people and other.people:
        return _likest(one.people, other.people) < _OTHER_NAME
    return bool(one.grades and other.grades) and not one.grades & other.grades


def share_a_name(one: Report, other: Report) -> bool:
    return _likest(one.names, other.names) >= _SAME_NAME


def share_a_school(one: Report, other: Report) -> bool:
    """By NPSN where both have one, else by name."""
    if one.schools and other.schools:
        return bool(one.schools & other.schools)
    return any(
        school_likeness(mine, theirs) >= _SAME_SCHOOL
        for mine in one.school_names
        for theirs in other.school_names
    )


def know_a_school(report: Report) -> bool:
    return bool(report.schools or report.school_names)


def _locals(addresses: Iterable[str]) -> set[str]:
    """A new jenjang or peran changes what follows the @; the rest stays a person's own."""
    return {each.partition("@")[0] for each in addresses}


def _likest(mine: Iterable[str], theirs: Iterable[str]) -> float:
    return max((_alike(one, other) for one in mine for other in theirs), default=0.0)


def _alike(one: str, other: str) -> float:
    """Of 100; the same however asked, although a fit of names has a stated and a recorded side."""
    return max(fit(one, other).score, fit(other, one).score)
