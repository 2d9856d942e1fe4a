"""The rule book as the page shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from app.resolution import editions
from app.resolution.editions import InForce
from app.resolution.policy import RULES
from app.resolution.policy.rule import Rule, Version, needs
from app.resolution.policy.sources import is_published
from app.resolution.terms import BOUNDS, PUBLISHED, Terms, numbers
from app.resolution.verdict import Source
from app.store import editions as kept
from app.store import rules, switches
from app.store.session import Session
from app.web.reader import Reader
from models import Edition
from models.vocabulary import Category, Remedy

COUNTED = timedelta(days=90)
_EDITIONS = 50

# The first part of a rule's id is its chapter; these have categories for a title.
CATEGORIES: Mapping[str, tuple[Category, ...]] = {
    "new": (Category.ACCOUNT_NOT_FOUND, Category.NO_ACCOUNT_STAFF, Category.NO_ACCOUNT_STUDENT),
    "deleted": (Category.ACCOUNT_DELETED,),
    "role_change": (Category.ROLE_CHANGE,),
    "other_jenjang": (Category.TRANSFER_OTHER_LEVEL,),
    "same_jenjang": (Category.TRANSFER_SAME_LEVEL,),
    "notice": (Category.DELETION_NOTICE,),
    "suspended": (Category.ACCOUNT_SUSPENDED,),
    "password": (Category.PASSWORD_RESET,),
    "activation": (Category.ACTIVATION,),
    "correction": (Category.DATA_CORRECTION,),
    "migration": (Category.DATA_MIGRATION,),
    "platform": (Category.PLATFORM_ACCESS,),
    "sync": (Category.SYNC_STATUS,),
    "follow_up": (Category.FOLLOW_UP,),
    "scope": (Category.OUT_OF_SCOPE,),
}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A remedy and whose yes its steps need."""

    remedy: Remedy
    needs: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in the version in force. `others` are (number, what it would decide)."""

    rule: Rule
    number: int
    says: str
    others: tuple[tuple[int, str], ...]
    answers: tuple[AnswerView, ...]
    source: Source
    is_published: bool
    since: date
    decided: int
    is_automatic: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    title: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    name: str
    value: str
    published: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the list; `by` and `adopted_by` are names."""

    edition: Edition
    by: str
    adopted_by: str
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class BookView:
    in_force: InForce
    chapters: tuple[Chapter, ...]
    terms: tuple[TermView, ...]
    editions: tuple[EditionLine, ...]
    many: str


def gathered(session: Session, reader: Reader, *, now: datetime) -> BookView:
    policy = editions.in_force(session, now)
    decided, switched = rules.decided(session, now - COUNTED), switches.in_force(session)

    def seen(rule: Rule) -> RuleView:
        switch = switched.get(switches.Rule(rule.id, rule.under(policy.terms).number))
        return _rule(
            rule,
            policy.terms,
            reader,
            decided=decided.get(rule.id, 0),
            is_automatic=switch is not None and switch.is_on,
        )

    chapters = groupby(RULES.values(), key=lambda rule: rule.id.partition(".")[0])
    return BookView(
        in_force=policy,
        chapters=tuple(
            Chapter(key, _title(key, reader), tuple(seen(rule) for rule in found))
            for key, found in chapters
        ),
        terms=tuple(terms_of(policy.terms, reader)),
        editions=tuple(_lines(session, policy, reader)),
        many=reader.say("rules.many", **numbers(policy.terms)),
    )


def terms_of(terms: Terms, reader: Reader) -> Iterator[TermView]:
    for name, value in numbers(terms).items():
        usual = numbers(PUBLISHED)[name]
        yield TermView(
            name, measured(name, value, reader), measured(name, usual, reader), value != usual
        )


def measured(name: str, value: int, reader: Reader) -> str:
    """The number with its unit."""
    return reader.say(f"unit.{BOUNDS[name].unit}", n=value)


def sentence(version: Version, terms: Terms, reader: Reader) -> str:
    return version.says(terms, english=reader.language == "en")


def _rule(
    rule: Rule, terms: Terms, reader: Reader, *, decided: int, is_automatic: bool
) -> RuleView:
    version = rule.under(terms)
    return RuleView(
        rule=rule,
        number=version.number,
        says=sentence(version, terms, reader),
        others=tuple(
            (each.number, sentence(each, terms, reader))
            for each in rule.versions
            if each is not version
        ),
        answers=tuple(_answers(version, terms, reader)),
        source=version.source(terms),
        is_published=is_published(version.source_key),
        since=version.since,
        decided=decided,
        is_automatic=is_automatic,
    )


def _answers(version: Version, terms: Terms, reader: Reader) -> Iterator[AnswerView]:
    for remedy in version.remedies:
        whose = needs(remedy, version.source_key)
        yield AnswerView(remedy, reader.say(f"needs.{whose}", **numbers(terms)))


def _title(chapter: str, reader: Reader) -> str:
    if chapter not in CATEGORIES:
        return reader.say(f"chapter.{chapter}")
    return " · ".join(reader.label(each) for each in CATEGORIES[chapter])


def _lines(session: Session, policy: InForce, reader: Reader) -> Iterator[EditionLine]:
    for each in kept.listed(session, limit=_EDITIONS):
        yield EditionLine(
            edition=each,
            by=reader.colleague(each.created_by_id),
            adopted_by=reader.colleague(each.adopted_by_id) if each.adopted_by_id else "",
            is_in_force=each.id == policy.edition_id,
        )
