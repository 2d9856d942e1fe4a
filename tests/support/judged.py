"""Tickets judged by the policy in force, so that their cases are recorded."""

from datetime import date, datetime, timedelta

from app.kit.working_hours import OFFICE
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.resolution import editions, judge, trial
from app.resolution.terms import Terms
from app.store import plans, staff
from app.store.session import Session
from app.web.site import Site
from models import Edition, Plan
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


def drafted_and_tried(site: Site) -> Edition:
    """The draft of the supervisor there is, computed over three recorded cases."""
    now = site.clock()
    with site.database.write() as session:
        for day in (5, 15, 22):
            judged(session, date(2026, 11, day), now=now - timedelta(minutes=9))
        by = staff.by_username(session, "penyelia")
        assert by
        text = editions.Text("Tujuh hari", "Uji", Terms(rename_after_days=7))
        edition = editions.draft(session, text, by=by, now=now)
        row = trial.ask(session, edition, months=1, by=by, now=now)
    trial.run(site.database, row.id, clock=site.clock)
    return edition
