"""Whether two reports are probably one; a hint for a person, never a decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.linking import people
from app.linking.likeness import likeness
from app.linking.report import Report
from models.vocabulary import GROUP_OF, Category, Channel, LinkReason

AT_MOST = 5
_NEVER = 101
_AGREEING, _SAME_CLASS, _PART_OF_NAME = 20, 15, 35
_AT_LEAST = (0, 15)  # where all agrees but the problem is only akin, some words must too
# Many problems under one word; and two that are akin but never of one person.
_BROAD = frozenset({Category.PLATFORM_ACCESS, Category.OUT_OF_SCOPE})
_APART = frozenset({Category.NO_ACCOUNT_STAFF, Category.NO_ACCOUNT_STUDENT})
_AT_ONCE = timedelta(days=1)
_SAME, _AKIN, _OTHER = range(3)

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
    ties = list(_ties(later, earlier))
    if not ties:
        return None
    percent = likeness(later.stems, earlier.stems)
    place = _place(later, earlier)
    for reason in ties:
        if percent >= _needed(reason, place, later, earlier):
            same = later.category is not None and later.category is earlier.category
            return Likeness(earlier.number, reason, percent, same_problem=same)
    return None


def tie(later: Report, earlier: Report) -> Likeness | None:
    """The strongest thing of their own that the two share, however little alike the words are."""
    own = (each for each in _ties(later, earlier) if each is not LinkReason.SAME_SCHOOL)
    reason = next(own, None)
    if reason is None:
        return None
    percent = likeness(later.stems, earlier.stems)
    same = later.category is not None and later.category is earlier.category
    return Likeness(earlier.number, reason, percent, same_problem=same)


def strongest(found: Sequence[Likeness]) -> Sequence[Likeness]:
    """At most five, the best first."""
    return sorted(found, key=lambda each: (_STRENGTH[each.reason], -each.percent, -each.number))[
        :AT_MOST
    ]


def names_report(later: Report, earlier: Report) -> bool:
    return str(earlier.number) in later.facts.report_numbers


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


def _needed(reason: LinkReason, place: int, later: Report, earlier: Report) -> int:
    """Less where the one it is about agrees too, or the same author goes on at once."""
    needed = _NEEDED[reason][place]
    if place == _OTHER:
        return needed
    if reason is LinkReason.SAME_NAME and _goes_on(later, earlier):
        return 0
    if reason is LinkReason.SAME_SCHOOL:
        return min(needed, _of_one_school(later, earlier))
    if not people.share_a_subject(later, earlier):
        return needed
    return min(needed, max(needed - _AGREEING, _AT_LEAST[place]))


def _of_one_school(later: Report, earlier: Report) -> int:
    """What is enough where the class, or a part of a name, is the same too."""
    if people.share_a_class(later, earlier):
        return _SAME_CLASS
    return _PART_OF_NAME if people.may_share_a_name(later, earlier) else _NEVER


def _goes_on(later: Report, earlier: Report) -> bool:
    """The same full name under two comments of one day."""
    if later.at is None or earlier.at is None or abs(later.at - earlier.at) > _AT_ONCE:
        return False
    in_thread = later.channel is earlier.channel is Channel.COMMENT
    return in_thread and len(later.writer.split()) > 1


def _place(later: Report, earlier: Report) -> int:
    """One problem is easily read as another of its group; an unread one may be any.

    Who asks after a report goes on with its problem, however it is put.
    """
    one, other = later.category, earlier.category
    if one is other and one is not None:
        return _AKIN if one in _BROAD else _SAME
    if one is None or other is None or later.facets.follow_up or earlier.facets.follow_up:
        return _AKIN
    if one.is_added or other.is_added or {one, other} == _APART:
        return _OTHER
    return _AKIN if GROUP_OF[one] is GROUP_OF[other] else _OTHER
