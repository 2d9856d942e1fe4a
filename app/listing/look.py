"""The lines of a list, looked up and judged in parts: received -> planned | manual."""

from collections.abc import Sequence
from datetime import datetime

from app import states
from app.kit.kept import load
from app.kit.working_hours import Hours
from app.lookup import gather
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier
from app.lookup.gather import Asked
from app.lookup.ports import LookupUnavailable
from app.lookup.requester import confirmed
from app.outside import Outside
from app.proving import ask, counting
from app.proving.post import Handling
from app.reading import keep as kept_readings
from app.reading.facts import Mention
from app.resolution import judge
from app.resolution import keep as kept_plans
from app.resolution.policy.common import HANDS_OVER_ACCESS
from app.store import calendars, lines, owed, readings, tickets
from app.store.lines import Wanted
from app.store.session import Database
from models import Line, Reading, Ticket
from models.vocabulary import PlanState, TicketState

# Some seconds of questions; the worker is free for other work between two parts.
AT_ONCE = 25

Found = list[tuple[Line, Dossier]]


def advance(database: Database, reading_id: int, *, outside: Outside, now: datetime) -> bool:
    """Look up and judge the next lines; True when none is left, else further work is owed.

    What was looked up is kept line by line: a run after a crash, or after a system was away
    (LookupUnavailable), goes on with the next one. Nothing is done for a reading that is over.
    """
    with database.read() as session:
        reading = readings.by_id(session, reading_id)
        ticket = tickets.by_id(session, reading.ticket_id)
        due = lines.unseen(session, reading, limit=AT_ONCE)
        text = kept_readings.incoming(session, ticket).text
        said = counting.confirmations(session, ticket, now=now)
    sources = outside.sources_of_list(reading_id)
    found: Found = []
    asked: list[Asked] = []
    away: LookupUnavailable | None = None
    dossiers = gather.of_lines(
        kept_readings.recall(reading),
        [load(Mention, line.claim) for line in due],
        dapodik=sources.dapodik,
        accounts=sources.accounts,
        stated=kept_lookups.stated(ticket, text),
        now=now,
        on_access=asked.append,
    )
    try:
        for line, dossier in zip(due, dossiers, strict=True):
            found.append((line, confirmed(dossier, said)))
    except LookupUnavailable as error:
        away = error
    _keep(database, reading, found, asked, now=now)
    is_over = _judge(database, reading, hours=outside.hours, is_held_up=away is not None, now=now)
    if away is not None:
        raise away
    return is_over


def conclude(database: Database, reading_id: int, *, outside: Outside, now: datetime) -> None:
    """Every line is judged: PLANNED, or MANUAL where no rule has a proposal for anyone.

    What would hand over access is asked of the registered address at once.
    """
    with database.write() as session:
        reading = readings.by_id(session, reading_id)
        ticket = tickets.locked(session, reading.ticket_id)
        if not _is_current(ticket, reading):
            return
        waiting = lines.plans(session, ticket.id, Wanted(state=PlanState.PROPOSED))
        verdicts = [kept_plans.recall(each) for each in waiting]
        ticket.urgent = any(each.urgent for each in verdicts)
        if judge.is_proposal(reading, verdicts):
            remedies = [each.remedy for each in verdicts]
            usual = max(remedies, key=remedies.count)
            stale_at = judge.first_stale(session, waiting)
            states.planned(session, ticket, usual, stale_at=stale_at, now=now)
            handing = [each for each in waiting if each.remedy in HANDS_OVER_ACCESS]
            ask.for_plans(Handling(session, ticket, outside.links, now), handing)
        else:
            states.manual(session, ticket, "no_rule", by=states.LOKET, now=now)


def _keep(
    database: Database, reading: Reading, found: Found, asked: Sequence[Asked], *, now: datetime
) -> None:
    with database.write() as session:
        ticket = tickets.locked(session, reading.ticket_id)
        kept_lookups.log(session, ticket, asked, by=states.LOKET, now=now)
        if not _is_current(ticket, reading):
            return
        # A worker taken for dead may have come back with the same answers.
        known = lines.looked_up(session, reading.id)
        fresh = [(line, each) for line, each in found if line.number - 1 not in known]
        for line, dossier in fresh:
            number = line.number - 1
            kept_lookups.keep(session, dossier, reading=reading, subject_no=number, now=now)
        if fresh:
            states.happened(session, ticket, "looked_up", states.LOKET, now, subjects=len(fresh))


def _judge(
    database: Database, reading: Reading, *, hours: Hours, is_held_up: bool, now: datetime
) -> bool:
    """Whether all is judged; where lines are left, the next part is owed unless held up."""
    with database.write() as session:
        ticket = tickets.locked(session, reading.ticket_id)
        if not _is_current(ticket, reading):
            return False
        some = lines.unjudged(session, reading.id)
        in_force = calendars.hours_at(session, now, first=hours)
        judge.judge(session, ticket, reading, hours=in_force, now=now, some=some)
        left = lines.unseen(session, reading, limit=1)
        if left and not is_held_up:
            owed.more_lines(session, ticket, len(lines.looked_up(session, reading.id)))
        return not left


def _is_current(ticket: Ticket, reading: Reading) -> bool:
    """Not when something was written meanwhile: then its own consideration is owed."""
    return ticket.state is TicketState.RECEIVED and ticket.revision == reading.revision
