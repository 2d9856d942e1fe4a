"""Whom a message is about: what the text says of each, completed by what the form says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.lookup.person_name import is_only_titles
from app.reading.facts import Mention, Understanding
from models.vocabulary import Category, Jenjang, PersonKind

# Even when the form gives the writer's name, a follow-up is about a report, not about a person;
# a question is about the writer only when they speak of themselves.
_ABOUT_NOBODY = frozenset({Category.FOLLOW_UP, Category.OUT_OF_SCOPE})
_MAY_BE_A_QUESTION = frozenset({Category.SYNC_STATUS, Category.PLATFORM_ACCESS})
_KIND = {
    Category.NO_ACCOUNT_STAFF: PersonKind.STAFF,
    Category.ROLE_CHANGE: PersonKind.STAFF,
    Category.NO_ACCOUNT_STUDENT: PersonKind.STUDENT,
}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_GRADE = r"(?:\d{1,2}|[ivx]{1,4})(?:\s?[a-h])?"
_GRADES = re.compile(
    rf"\b(?:kelas|kls|tingkat|grade)\s+({_GRADE}(?:\s*(?:,|/|&|dan|s\.?/?d\.?|sampai|-)\s*{_GRADE})*)\b",
    re.I,
)
_ONE_GRADE = re.compile(r"\d{1,2}|[ivx]{1,4}", re.I)
_RANGE = re.compile(r"\bs\.?/?d\b|\bsampai\b|-", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known beside the reading. `email` is the requester's, `address` the account's,
    `text` the whole message: names of the records are looked for in it.
    """

    name: str | None = None
    npsn: str | None = None
    school_name: str | None = None
    email: str | None = None
    address: str | None = None
    jenjang: Jenjang | None = None
    text: str = ""


def subjects(understanding: Understanding, stated: Stated) -> tuple[Mention, ...]:
    """At least one. A mention that names nobody stands for a message about nobody."""
    meant = [each for each in understanding.mentions if not _is_slip(each)]
    schooled = [with_school(each, stated) for each in meant or [_about_school(understanding)]]
    if len(schooled) > 1:
        return tuple(schooled)
    return (_with_person(schooled[0], understanding, stated),)


def is_whole_class(understanding: Understanding, claims: Iterable[Mention]) -> bool:
    """Many pupils without accounts, none of them named or numbered."""
    return (
        understanding.category is Category.NO_ACCOUNT_STUDENT
        and understanding.facets.many_subjects
        and not any(identifies(each) or each.name for each in claims)
    )


def may_be_the_writer(understanding: Understanding) -> bool:
    """Whether a message that names nobody is about the one who wrote it."""
    facets = understanding.facets
    if facets.on_behalf or facets.many_subjects or understanding.category in _ABOUT_NOBODY:
        return False
    return bool(understanding.mentions) or understanding.category not in _MAY_BE_A_QUESTION


def identifies(mention: Mention) -> bool:
    return bool(mention.emails or mention.nik or mention.nuptk or mention.nip or mention.nisn)


def kind_of(understanding: Understanding, mention: Mention) -> PersonKind | None:
    """None where the message may speak of staff and pupils alike."""
    if mention.nisn:
        return PersonKind.STUDENT
    if mention.nuptk or mention.nip:
        return PersonKind.STAFF
    return _KIND.get(understanding.category) if understanding.category else None


def grades(text: str | None) -> frozenset[str]:
    """Grades named in words such as "kelas 7 dan 8" or "kelas X-XII"; empty when none is."""
    found: set[int] = set()
    for hit in _GRADES.finditer(text or ""):
        named = [_grade(each) for each in _ONE_GRADE.findall(hit[1])]
        if len(named) == 2 and _RANGE.search(hit[1]):
            named = list(range(named[0], named[1] + 1))
        found.update(each for each in named if 1 <= each <= 13)
    return frozenset(str(each) for each in found)


def _is_slip(mention: Mention) -> bool:
    """A degree read as if it were one more person."""
    return bool(mention.name) and is_only_titles(mention.name or "") and not identifies(mention)


def _grade(written: str) -> int:
    """0 for letters that are no Roman number of a grade."""
    if written.isdecimal():
        return int(written)
    return _ROMAN.index(written.lower()) if written.lower() in _ROMAN else 0


def _about_school(understanding: Understanding) -> Mention:
    facts = understanding.facts
    return Mention(
        npsn=facts.npsn[-1] if facts.npsn else None,
        school_name=facts.school_names[-1] if facts.school_names else None,
    )


def with_school(mention: Mention, stated: Stated) -> Mention:
    """A school named in the text wins over the form's, which may be the writer's own."""
    if mention.npsn or mention.school_name:
        same = not mention.npsn or mention.npsn == stated.npsn
        return replace(
            mention,
            npsn=mention.npsn or (stated.npsn if not stated.school_name else None),
            school_name=mention.school_name or (stated.school_name if same else None),
        )
    return replace(mention, npsn=stated.npsn, school_name=stated.school_name)


def _with_person(mention: Mention, understanding: Understanding, stated: Stated) -> Mention:
    """The form's account is the one subject's; its name only of one who writes for themselves."""
    facets = understanding.facets
    if facets.many_subjects and not identifies(mention) and not mention.name:
        return mention
    own_name = None
    if may_be_the_writer(understanding) and not (mention.name or identifies(mention)):
        own_name = stated.name
    emails = (*mention.emails, *((stated.address.strip().lower(),) if stated.address else ()))
    return replace(
        mention,
        as_written=mention.as_written or own_name,
        name=mention.name or own_name,
        emails=tuple(dict.fromkeys(emails)),
    )
