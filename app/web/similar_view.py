"""Earlier reports of the same person, and solved ones like this one, as their reader sees them."""

from dataclasses import dataclass
from datetime import datetime

from app.reply import compose
from app.store import plans
from app.store.session import Session
from app.teamwork import earlier
from app.teamwork.earlier import Similar
from app.web import preview
from app.web.reader import Reader
from models import Ticket


@dataclass(frozen=True, slots=True)
class EarlierView:
    """`outcome` is what came of it, in words."""

    ticket: Ticket
    about_same: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class SimilarView:
    """`answer` is what was sent, masked; `usable` says what a click would bring, "" for nothing."""

    ticket: Ticket
    percent: int
    answer: str
    is_same_person: bool
    usable: str


def earlier_reports(session: Session, ticket: Ticket, reader: Reader) -> tuple[EarlierView, ...]:
    return tuple(
        EarlierView(
            each.ticket,
            each.about_same,
            reader.label(each.plan.remedy) if each.plan else reader.label(each.ticket.state),
        )
        for each in earlier.of_person(session, ticket)
    )


def similar(session: Session, ticket: Ticket, reader: Reader) -> tuple[SimilarView, ...]:
    rules = _rules(session, ticket)
    return tuple(
        SimilarView(
            ticket=each.ticket,
            percent=each.percent,
            answer=reader.text(earlier.own_words(each.reply)) if each.reply else "",
            is_same_person=each.is_same_person,
            usable=_usable(each, rules),
        )
        for each in earlier.similar(session, ticket)
    )


def usable_text(session: Session, ticket: Ticket, found: Similar, *, now: datetime) -> str | None:
    """The prepared text, the letter of this report's own proposal, or of the same person's report
    what was said there. Never a word of a report about somebody else.
    """
    match _usable(found, _rules(session, ticket)):
        case "canned" if found.canned is not None:
            return found.canned.body
        case "rule":
            waiting = plans.waiting(session, ticket.id)
            letter = preview.letter(session, ticket, waiting, now=now)
            return compose.unframed(letter.partition("\n\n")[2])
        case "same" if found.reply is not None:
            return earlier.own_words(found.reply)
    return None


def _usable(found: Similar, rules: frozenset[str]) -> str:
    if found.canned is not None:
        return "canned"
    if found.rule and found.rule in rules:
        return "rule"
    return "same" if found.is_same_person and found.reply is not None else ""


def _rules(session: Session, ticket: Ticket) -> frozenset[str]:
    return frozenset(each.rule for each in plans.waiting(session, ticket.id))
