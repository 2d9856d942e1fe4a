"""One person of a ticket, as last looked up: the dossier, the verdict, the account in question."""

from dataclasses import dataclass

from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.resolution import keep as kept_plans
from app.resolution.verdict import Verdict
from app.store import plans, readings
from app.store.session import Session
from models import Plan


@dataclass(frozen=True, slots=True)
class Subject:
    """`plan` is the newest of that person; what it says is `verdict`."""

    plan: Plan
    verdict: Verdict
    dossier: Dossier

    @property
    def person_id(self) -> str:
        """Empty where nobody is meant."""
        return self.dossier.person.person_id if self.dossier.person else ""


def of_plan(session: Session, plan: Plan) -> Subject:
    lookup = readings.lookup(session, plan.lookup_id)
    return Subject(plan, kept_plans.recall(plan), kept_lookups.recall(lookup))


def of_person(session: Session, ticket_id: int, person_id: str) -> Subject | None:
    """The last look at that person on this ticket."""
    newest_first = reversed(plans.of_ticket(session, ticket_id))
    subjects = (of_plan(session, plan) for plan in newest_first if plan.undoes_id is None)
    return next((each for each in subjects if each.person_id == person_id), None)


def numbered(session: Session, ticket_id: int, subject_no: int) -> Subject | None:
    """The subject of that number in the reading in force; None before it was judged."""
    reading = readings.latest(session, ticket_id)
    found = plans.of_reading(session, reading.id) if reading else ()
    plan = next((each for each in found if each.subject_no == subject_no), None)
    return of_plan(session, plan) if plan else None
