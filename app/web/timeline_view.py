"""The timeline of one subject, in sentences."""

from dataclasses import dataclass
from datetime import datetime

from app.kit.clock import wib_day
from app.lookup.dossier import Dossier
from app.lookup.timeline import Change, Happening, Moment, timeline
from app.store.casework import Casework
from app.web.reader import Reader
from models import Plan, Ticket
from models.vocabulary import CHANGES_ACCOUNT, AttemptOutcome, System

_AT_SCHOOL = frozenset({Happening.PLACED, Happening.LEFT, Happening.SCHOOL_CLOSED})


@dataclass(frozen=True, slots=True)
class MomentView:
    """`when` is a day, with the hour where a system knows it."""

    when: str
    system: System
    sentence: str
    is_to_come: bool


def moments(
    dossier: Dossier,
    ticket: Ticket,
    plan: Plan | None,
    work: Casework,
    *,
    reader: Reader,
    now: datetime,
) -> tuple[MomentView, ...]:
    """Oldest first; with the plan's promise and what its steps did."""
    found = timeline(
        dossier,
        written=ticket.created_at,
        promised=[plan.promised_at] if plan and plan.promised_at else [],
        changes=_changes(plan, work) if plan else [],
    )
    return tuple(
        MomentView(
            when=reader.instant(each.at) if each.at else reader.day(each.day),
            system=each.system,
            sentence=_sentence(each, dossier, reader),
            is_to_come=_is_to_come(each, now),
        )
        for each in found
    )


def _changes(plan: Plan, work: Casework) -> list[Change]:
    return [
        Change(step.action, step.target, attempt.at)
        for step in work.steps.get(plan.id, ())
        if step.action in CHANGES_ACCOUNT
        for attempt in work.attempts.get(step.id, ())
        if attempt.outcome is AttemptOutcome.DONE
    ]


def _sentence(moment: Moment, dossier: Dossier, reader: Reader) -> str:
    about = moment.about
    if moment.happening in _AT_SCHOOL:
        school = next((each for each in dossier.schools if str(each.npsn) == about), None)
        about = f"{school.name} ({about})" if school else f"NPSN {about}"
    action = reader.label(moment.action)
    return reader.say(f"moment.{moment.happening}", about=about, action=action)


def _is_to_come(moment: Moment, now: datetime) -> bool:
    return moment.at > now if moment.at else moment.day > wib_day(now)
