"""What a verdict was computed from is kept whole with its plan."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.kit.working_hours import Hours, YearOff, add_working_days, parse
from app.lookup import keep as kept_lookups
from app.reading import keep as kept_readings
from app.resolution import judge
from app.resolution import keep as kept_plans
from app.resolution.conclude import conclude
from app.resolution.recorded import case_of, settled
from app.resolution.terms import Terms
from app.resolution.verdict import Case, Vouched
from app.store import plans, readings
from app.store.session import Database, Session
from models import Plan, Ticket
from models.vocabulary import Category, TicketState
from tests.support import build
from tests.support.people import colleague

DECEMBER = datetime(2026, 12, 30, 3, tzinfo=UTC)


def a_case(**changes: object) -> Case:
    read = build.understanding()
    base = Case(read.category, read.facts, read.facets, build.dossier(), build.NOON)
    return replace(base, **changes)  # type: ignore[arg-type]


def kept(session: Session, ticket: Ticket, case: Case) -> Plan:
    reading = kept_readings.keep(session, ticket, build.understanding(), now=build.NOON)
    lookup = kept_lookups.keep(session, case.dossier, reading=reading, subject_no=0, now=build.NOON)
    verdict = conclude(case)
    return kept_plans.keep(session, verdict, lookup, case=case, now=build.NOON)


def rebuilt(database: Database, plan_id: int) -> Case | None:
    with database.read() as session:
        stored = plans.by_id(session, plan_id)
        lookup = readings.lookup(session, stored.lookup_id)
        return case_of(stored, lookup, readings.by_id(session, stored.reading_id))


def test_the_case_of_a_stored_plan_is_the_one_it_was_decided_by(database: Database) -> None:
    case = settled(
        a_case(
            now=DECEMBER,
            attachments=("ktp", "screenshot"),
            history=("700123",),
            subjects=3,
            hours=parse("Mon-Sat 09:00-17:00"),
            terms=Terms(rename_after_days=10, versions=(("notice.wrong", 1),)),
            vouched=Vouched("Tuti", str(build.NPSN), build.NOON, DECEMBER, objected=True),
            is_listed=True,
        )
    )
    with database.write() as session:
        plan_id = kept(session, build.ticket(session), case).id
    assert rebuilt(database, plan_id) == case


def test_the_days_off_are_those_of_then_whatever_is_decreed_later(database: Database) -> None:
    moved = Hours(known=(YearOff(2026, ()), YearOff(2027, ())))
    with database.write() as session:
        plan_id = kept(session, build.ticket(session), settled(a_case(hours=moved))).id
    again = rebuilt(database, plan_id)
    assert again
    christmas = datetime(2026, 12, 24, 3, tzinfo=UTC)
    assert add_working_days(christmas, 1, hours=again.hours).date() == date(2026, 12, 25)
    assert add_working_days(christmas, 1).date() == date(2026, 12, 28)


def test_terms_that_may_run_into_january_keep_both_years() -> None:
    assert [each.year for each in settled(a_case(now=DECEMBER)).hours.known] == [2026, 2027]


def test_what_is_judged_for_a_ticket_can_be_judged_again(database: Database) -> None:
    with database.write() as session:
        agent = colleague(session, "ayu", now=build.NOON)
        ticket = build.ticket(session, state=TicketState.RECEIVED)
        reading = kept_readings.keep(session, ticket, build.understanding(), now=build.NOON)
        chosen = kept_readings.correct(
            session, ticket, reading, Category.DATA_CORRECTION, by_id=agent.id, now=build.NOON
        )
        kept_lookups.keep(session, build.dossier(), reading=chosen, subject_no=0, now=build.NOON)
        (verdict,) = judge.judge(session, ticket, chosen, hours=Hours(), now=build.NOON)
        plan_id = plans.of_reading(session, chosen.id)[0].id
    case = rebuilt(database, plan_id)
    assert case
    assert case.category is Category.DATA_CORRECTION
    assert conclude(case) == verdict


def test_a_plan_from_before_has_no_case(database: Database) -> None:
    with database.write() as session:
        plan_id = build.propose(session, build.ticket(session), build.verdict()).id
    assert rebuilt(database, plan_id) is None
