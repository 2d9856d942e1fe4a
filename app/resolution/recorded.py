"""What a verdict was computed from, kept with its plan, so that anybody can compute it again."""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime

from app.kit.clock import wib_day
from app.kit.kept import Record, dump, load
from app.kit.working_hours import Hours
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.reading.facts import Facets, Facts
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Vouched
from models import Lookup, Plan, Reading
from models.values import AccountAddress

_LAST_QUARTER = 10


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All of a Case but what its Reading and its Lookup keep already.

    `hours` carries the days off as the calendar knew them then: they are decreed late and
    corrected with releases. `facts` and `facets` are a line's own, None where they are the
    reading's.
    """

    now: datetime
    attachments: tuple[str, ...]
    history: tuple[str, ...]
    subjects: int
    hours: Hours
    terms: Terms
    vouched: Vouched | None
    is_listed: bool
    taken: tuple[AccountAddress, ...] = ()
    facts: Facts | None = None
    facets: Facets | None = None


def settled(case: Case) -> Case:
    """The same case with the days off it may count with as part of it.

    Terms run from now, from the extract and from the first day of a placement, each for some
    working days; the last three months of a year reach into the next.
    """
    person = case.dossier.person
    starts = [wib_day(case.now), wib_day(case.dossier.dapodik_as_of or case.now)]
    starts += [each.since for each in (person.placements if person else ()) if each.since]
    years = {year for start in starts for year in _years_from(start)}
    return replace(case, hours=case.hours.knowing(years))


def circumstances(case: Case) -> Record:
    """What `Plan.circumstances` keeps of a settled case."""
    return dump(
        Circumstances(
            now=case.now,
            attachments=case.attachments,
            history=case.history,
            subjects=case.subjects,
            hours=case.hours,
            terms=case.terms,
            vouched=case.vouched,
            is_listed=case.is_listed,
            taken=case.taken,
            facts=case.facts if case.is_listed else None,
            facets=case.facets if case.is_listed else None,
        )
    )


def case_of(plan: Plan, lookup: Lookup, reading: Reading) -> Case | None:
    """The very case the plan's verdict was computed from; None for a plan that kept none of it.

    `lookup` and `reading` are the plan's own. A category an agent chose is in their reading.
    """
    if plan.circumstances is None:
        return None
    kept = load(Circumstances, plan.circumstances)
    understanding = kept_readings.recall(reading)
    return Case(
        category=reading.category,
        facts=kept.facts or understanding.facts,
        facets=kept.facets or understanding.facets,
        dossier=kept_lookups.recall(lookup),
        now=kept.now,
        attachments=kept.attachments,
        history=kept.history,
        subjects=kept.subjects,
        hours=kept.hours,
        terms=kept.terms,
        vouched=kept.vouched,
        is_listed=kept.is_listed,
        taken=kept.taken,
    )


def _years_from(day: date) -> set[int]:
    return {day.year, min(day.year + (day.month >= _LAST_QUARTER), MAXYEAR)}
