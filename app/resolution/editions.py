"""Editions of the policy: which one is in force, and how one comes to be.

One person drafts, another adopts. A draft is its drafter's to change, an adopted edition nobody's.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.access import trail
from app.access.trail import Deed
from app.kit.clock import wib_day
from app.kit.errors import Refusal
from app.kit.kept import dump, load
from app.resolution import drafts
from app.resolution.terms import PUBLISHED, Terms
from app.store import editions
from app.store.session import Session
from models import Edition, Staff
from models.vocabulary import EditionState, TrailAction


class NotADraft(Refusal):
    """409: it was adopted or withdrawn."""

    key = "edition.not_a_draft"


class NotYours(Refusal):
    """403: only the drafter changes a draft; whoever adopts it must not have written it."""

    status = 403
    key = "edition.not_yours"


class OwnDraft(Refusal):
    """403: nobody adopts what they drafted."""

    status = 403
    key = "edition.own_draft"


class ChangedMeanwhile(Refusal):
    """409: the draft is not any more what was looked at."""

    key = "edition.changed_meanwhile"


class DayPassed(Refusal):
    """422: an edition cannot begin in the past."""

    status = 422
    key = "edition.day_passed"


class NoLongerValid(Refusal):
    """409: the numbers or rule versions are not allowed by the program as it is now."""

    key = "edition.no_longer_valid"


@dataclass(frozen=True, slots=True)
class InForce:
    """`edition` is None while the published numbers hold."""

    edition: Edition | None
    terms: Terms

    @property
    def edition_id(self) -> int | None:
        return self.edition.id if self.edition else None


@dataclass(frozen=True, slots=True)
class Text:
    """What a draft says; `terms` are valid (`drafts.read`)."""

    name: str
    note: str
    terms: Terms


def in_force(session: Session, now: datetime) -> InForce:
    """What the rules count with on the WIB day of `now`."""
    edition = editions.in_force(session, wib_day(now))
    return InForce(edition, terms_of(edition) if edition else PUBLISHED)


def terms_of(edition: Edition) -> Terms:
    return load(Terms, edition.terms)


def terms_with(session: Session, edition_id: int | None) -> Terms:
    """The numbers of that edition; the published ones for None."""
    return terms_of(editions.by_id(session, edition_id)) if edition_id is not None else PUBLISHED


def draft(session: Session, text: Text, *, by: Staff, now: datetime) -> Edition:
    """A new draft, flushed."""
    made = Edition(
        name=text.name,
        note=text.note,
        terms=dump(text.terms),
        created_by_id=by.id,
        created_at=now,
        changed_at=now,
    )
    session.add(made)
    session.flush()
    _note(session, TrailAction.EDITION_DRAFTED, made, by=by, now=now)
    return made


def change(session: Session, edition: Edition, text: Text, *, by: Staff, now: datetime) -> None:
    """The drafter's new text of a draft (locked). Raises NotADraft, NotYours."""
    _must_be_draft(edition)
    if edition.created_by_id != by.id:
        raise NotYours
    edition.name, edition.note, edition.terms = text.name, text.note, dump(text.terms)
    edition.changed_at = now
    session.add(edition)
    _note(session, TrailAction.EDITION_DRAFTED, edition, by=by, now=now)


def adopt(
    session: Session,
    edition: Edition,
    day: date,
    *,
    seen: datetime | None,
    by: Staff,
    now: datetime,
) -> None:
    """In force from that WIB day on; `seen` is when the draft that was looked at had been changed.

    Raises NotADraft, OwnDraft, ChangedMeanwhile, DayPassed, NoLongerValid.
    """
    _must_be_draft(edition)
    if edition.created_by_id == by.id:
        raise OwnDraft
    if seen != edition.changed_at:
        raise ChangedMeanwhile
    if day < wib_day(now):
        raise DayPassed
    if any(True for _ in drafts.wrong(terms_of(edition))):
        raise NoLongerValid
    edition.state, edition.effective_from = EditionState.ADOPTED, day
    edition.adopted_by_id, edition.adopted_at = by.id, now
    session.add(edition)
    _note(session, TrailAction.EDITION_ADOPTED, edition, by=by, now=now)


def withdraw(session: Session, edition: Edition, *, by: Staff, now: datetime) -> None:
    """A draft that nobody wants; twice is once. Raises NotADraft for an adopted one."""
    if edition.state is EditionState.WITHDRAWN:
        return
    _must_be_draft(edition)
    edition.state = EditionState.WITHDRAWN
    session.add(edition)
    _note(session, TrailAction.EDITION_WITHDRAWN, edition, by=by, now=now)


def _note(
    session: Session, action: TrailAction, edition: Edition, *, by: Staff, now: datetime
) -> None:
    deed = Deed(action, subject=edition.name, detail={"edition": edition.id})
    trail.record(session, deed, by=by, now=now)


def _must_be_draft(edition: Edition) -> None:
    if edition.state is not EditionState.DRAFT:
        raise NotADraft
