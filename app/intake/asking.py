"""Versions of the public form: the one in force, a new one, an earlier one put back."""

from dataclasses import dataclass
from datetime import datetime

from app.access import trail
from app.access.trail import Deed
from app.intake.asked import USUAL, AskedForm, complete
from app.kit.errors import Refusal
from app.kit.kept import dump, load
from app.store import forms
from app.store.session import Session
from models import FormVersion, Staff
from models.vocabulary import TrailAction


class NoNote(Refusal):
    """422: a new version says why it is there."""

    status = 422
    key = "asked.no_note"


class Unchanged(Refusal):
    """409: this is the version in force already."""

    key = "asked.unchanged"


class ChangedMeanwhile(Refusal):
    """409: a colleague kept another version since the page was opened."""

    key = "asked.changed_meanwhile"


@dataclass(frozen=True, slots=True)
class InForce:
    """`version` is 0 for the form as it was delivered."""

    version: int
    form: AskedForm


def in_force(session: Session) -> InForce:
    row = forms.newest(session)
    return InForce(row.id, form_of(row)) if row is not None else InForce(0, USUAL)


def form_of(row: FormVersion) -> AskedForm:
    return complete(load(AskedForm, row.content))


def keep(
    session: Session, form: AskedForm, note: str, *, seen: int, by: Staff, now: datetime
) -> FormVersion:
    """In force from now on; `seen` is the version that was before the eyes of who made it.

    Raises NoNote, Unchanged, ChangedMeanwhile.
    """
    if not note:
        raise NoNote
    now_in_force = in_force(session)
    if seen != now_in_force.version:
        raise ChangedMeanwhile
    if form == now_in_force.form:
        raise Unchanged
    made = FormVersion(content=dump(form), note=note[:500], by_id=by.id, at=now)
    forms.add(session, made)
    said = {"version": made.id}
    deed = Deed(TrailAction.FORM_CHANGED, reason=note, detail=said)
    trail.record(session, deed, by=by, now=now)
    return made
