"""Whether two reports are about the same people; the strongest thing both know decides."""

import re
from collections.abc import Iterable, Set

from rapidfuzz import fuzz

from app.intake.tidy import folded
from app.linking.report import Report
from app.lookup.person_name import EXACT, fit
from app.lookup.resemble import school_likeness

# Of 100. Between the two nothing is known: "Budi" may be "Budi Santoso".
_SAME_NAME, _OTHER_NAME = 85.0, 60.0
_PART_OF_NAME = 50.0
_SAME_SCHOOL = 90.0
_SAME_LOCAL = 88.0
_DIGITS = re.compile(r"\d+")


def are_others(one: Report, other: Report) -> bool:
    """Each is about somebody else, or about another class of pupils. Symmetric.

    Operators send one text for many colleagues: only the address, number or name in it differs.
    """
    if one.persons and other.persons:
        return not one.persons & other.persons
    if one.all_numbers & other.all_numbers:
        return False
    return any(kind in other.numbers for kind in one.numbers) or _are_named_apart(one, other)


def share_a_subject(one: Report, other: Report) -> bool:
    """Both are about a person of that name."""
    return _likest_person(one, other) >= _SAME_NAME


def may_share_a_name(one: Report, other: Report) -> bool:
    """A part of the name is the same."""
    return _likest(one.names, other.names) >= _PART_OF_NAME


def share_a_class(one: Report, other: Report) -> bool:
    return bool(one.classes & other.classes or one.grades & other.grades)


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


def _are_named_apart(one: Report, other: Report) -> bool:
    """By account, by name or by class."""
    if one.accounts and other.accounts:
        return not _may_be_one_account(one.accounts, other.accounts)
    if one.asks_after or other.asks_after:
        return False
    if one.people and other.people:
        return _likest_person(one, other) < _OTHER_NAME
    return _are_other_classes(one, other)


def _are_other_classes(one: Report, other: Report) -> bool:
    """Another class, or a class here and a person there."""
    if one.grades and other.grades:
        return _differ(one.classes, other.classes) or not one.grades & other.grades
    return bool(one.grades and other.people) or bool(other.grades and one.people)


def _differ(mine: Set[str], theirs: Set[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def _may_be_one_account(mine: Set[str], theirs: Set[str]) -> bool:
    """A new jenjang or peran changes what follows the @; letters are mistyped, digits are not."""
    pairs = [(each.partition("@")[0], other.partition("@")[0]) for each in mine for other in theirs]
    return any(
        _DIGITS.findall(one) == _DIGITS.findall(other) and fuzz.ratio(one, other) >= _SAME_LOCAL
        for one, other in pairs
    )


def _likest_person(one: Report, other: Report) -> float:
    """A whole name of the one that stands in the other's text was meant there, however read."""
    if _names_any(one.text, other.people) or _names_any(other.text, one.people):
        return EXACT
    return _likest(one.people, other.people)


def _names_any(text: str, names: Iterable[str]) -> bool:
    plain = f" {folded(text)} "
    return any(" " in each and f" {each} " in plain for each in map(folded, names))


def _likest(mine: Iterable[str], theirs: Iterable[str]) -> float:
    return max((_alike(one, other) for one in mine for other in theirs), default=0.0)


def _alike(one: str, other: str) -> float:
    """Of 100; the same however asked, although a fit of names has a stated and a recorded side."""
    return max(fit(one, other).score, fit(other, one).score)
