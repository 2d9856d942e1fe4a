"""Tickets judged by the policy in force, so that their cases are recorded."""

from datetime import date, datetime

from app.kit.working_hours import OFFICE
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.resolution import judge
from app.store import plans
from app.store.session import Session
from models import Plan
from models.vocabulary import TicketState
from tests.support import build


def judged(session: Session, noticed_on: date, *, now: datetime = build.NOON) -> Plan:
    """The plan for a head of school who was told of the new role on that day."""
    ticket = build.ticket(session, state=TicketState.RECEIVED)
    reading = kept_readings.keep(session, ticket, build.understanding(), now=now)
    found = build.dossier(accounts=(build.account(noticed_on=noticed_on),))
    kept_lookups.keep(session, found, reading=reading, subject_no=0, now=now)
    judge.judge(session, ticket, reading, hours=OFFICE, now=now)
    return plans.of_reading(session, reading.id)[0]
