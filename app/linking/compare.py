"""Whether two reports are probably one; a hint for a person, never a decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.linking import people
from app.linking.likeness import likeness
from app.linking.report import Report
from models.vocabulary import GROUP_OF, Category, LinkReason

AT_MOST = 5
_NEVER = 101

# The weaker the tie, the more alike the words must be, in percent: where both are read as the
# same problem, where the problems are akin or one is unread, and where they are others.
_NEEDED: dict[LinkReason, tuple[int, int, int]] = {
    LinkReason.REPORT_NAMED: (0, 0, 0),
    LinkReason.SAME_PERSON: (0, 20, 45),
    LinkReason.SAME_ACCOUNT: (0, 20, 45),
    LinkReason.SAME_MAIL: (20, 35, 60),
    LinkReason.SAME_PHONE: (20, 35, 60),
    LinkReason.SAME_NAME_AND_SCHOOL: (15, 30, 60),
    LinkReason.SAME_NAME: (45, 60, _NEVER),
    LinkReason.SAME_SCHOOL: (75, 90, _NEVER),
}
_STRENGTH = {reason: place for place, reason in enumerate(LinkReason)}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why `number` seems to be the same report, and how alike the words are in percent."""

    number: int
    reason: LinkReason
    percent: int
    same_problem: bool


def compare(later: Report, earlier: Report) -> Likeness | None:
    """None when nothing ties the two, the words differ, or each is about somebody else.

    Only a report named by its number is pointed at although it is about others: people are told
    to quote it.
    """
    tied = [_likeness(reason, later, earlier) for reason in _ties(later, earlier)]
    return next((each for each in tied if each.percent >= _needed(each, later, earlier)), None)


def tie(later: Report, earlier: Report) -> Likeness | None:
    """The strongest thing the two share, however little alike their words are."""
    return next((_likeness(reason, later, earlier) for reason in _ties(later, earlier)), None)


def strongest(found: Sequence[Likeness]) -> Sequence[Likeness]:
    """At most five, the best first."""
    return sorted(found, key=lambda each: (_STRENGTH[each.reason], -each.percent, -each.number))[
        :AT_MOST
    ]


def names_report(later: Report, earlier: Report) -> bool:
    return str(earlier.number) in later.facts.report_numbers


def _likeness(reason: LinkReason, later: Report, earlier: Report) -> Likeness:
    same = later.category is not None and later.category is earlier.category
    return Likeness(earlier.number, reason, likeness(later.stems, earlier.stems), same)


def _needed(found: Likeness, later: Report, earlier: Report) -> int:
    same, akin, other = _NEEDED[found.reason]
    if found.same_problem:
        return same
    return akin if _are_akin(later.category, earlier.category) else other


def _ties(later: Report, earlier: Report) -> Iterator[LinkReason]:
    """What the two share, strongest first."""
    if names_report(later, earlier):
        yield LinkReason.REPORT_NAMED
    if people.are_others(later, earlier):
        return
    if later.persons & earlier.persons or later.all_numbers & earlier.all_numbers:
        yield LinkReason.SAME_PERSON
    if later.accounts & earlier.accounts:
        yield LinkReason.SAME_ACCOUNT
    if later.mails & earlier.mails:
        yield LinkReason.SAME_MAIL
    if later.phones & earlier.phones:
        yield LinkReason.SAME_PHONE
    yield from _ties_of_place(later, earlier)


def _ties_of_place(later: Report, earlier: Report) -> Iterator[LinkReason]:
    same_name, same_school = (
        people.share_a_name(later, earlier),
        people.share_a_school(later, earlier),
    )
    if same_name and same_school:
        yield LinkReason.SAME_NAME_AND_SCHOOL
    elif same_name and not (people.know_a_school(later) and people.know_a_school(earlier)):
        yield LinkReason.SAME_NAME
    if same_school:
        yield LinkReason.SAME_SCHOOL


def _are_akin(one: Category | None, other: Category | None) -> bool:
    """One problem is easily read as another of its group; an unread one may be any."""
    if one is None or other is None:
        return True
    if one.is_added or other.is_added:
        return False
    return GROUP_OF[one] is GROUP_OF[other]
