"""Undecided tickets are given out to who works now, and taken back from who no longer does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.staffing import choose, hand
from app.staffing.choose import Away, Candidate, Hours
from app.states import LOKET
from app.store import assigned, staff
from app.store import staffing as rows
from app.store.session import Database, Session
from models import Assigning, Staff
from models.vocabulary import AssignMode, AssignWay

_AT_ONCE = 200
_WAYS = {AssignMode.ROUND_ROBIN: AssignWay.ROUND_ROBIN, AssignMode.LOAD: AssignWay.LOAD}


@dataclass(frozen=True, slots=True)
class Rota:
    """Shifts and absences of every active colleague, by their id."""

    people: Sequence[Staff]
    hours: Mapping[int, tuple[Hours, ...]]
    away: Mapping[int, tuple[Away, ...]]

    def is_on(self, staff_id: int, now: datetime) -> bool:
        return choose.is_on(self.hours.get(staff_id, ()), self.away.get(staff_id, ()), now)


def rota(session: Session, *, today: date) -> Rota:
    """Absences that ended two days ago are over in every zone."""
    hours: dict[int, tuple[Hours, ...]] = {}
    for each in rows.shifts(session):
        made = Hours(each.weekday, each.opens, each.closes, each.zone)
        hours[each.staff_id] = (*hours.get(each.staff_id, ()), made)
    away: dict[int, tuple[Away, ...]] = {}
    for gone in rows.absences(session, since=today - timedelta(days=2)):
        days = Away(gone.first_day, gone.last_day)
        away[gone.staff_id] = (*away.get(gone.staff_id, ()), days)
    return Rota(staff.active(session), hours, away)


def run(database: Database, now: datetime) -> int:
    """How many tickets were given out. Each in the order of the queue, and to one only."""
    with database.read() as session:
        rule = rows.rule(session)
        if rule is None or rule.mode is AssignMode.OFF:
            return 0
    with database.write() as session:
        rows.lock(session)
        known = rota(session, today=now.date())
        _take_back(session, known, now)
        return _give_out(session, known, rule, now)


def _take_back(session: Session, known: Rota, now: datetime) -> None:
    for colleague in known.people:
        if known.is_on(colleague.id, now):
            continue
        for ticket in rows.untouched(session, colleague.id, colleague.username, limit=_AT_ONCE):
            hand.give(session, ticket, None, by=LOKET, now=now, way=AssignWay.RETURNED)
    session.flush()


def _give_out(session: Session, known: Rota, rule: Assigning, now: datetime) -> int:
    on = [each for each in known.people if known.is_on(each.id, now)]
    if not on:
        return 0
    people = {each.id: each for each in on}
    candidates = _candidates(session, list(people), rule)
    given = 0
    for ticket in rows.unheld(session, limit=_AT_ONCE):
        chosen = choose.choose(
            list(candidates.values()), rule.mode, cap=rule.cap, category=ticket.category
        )
        if chosen is None:
            continue
        # Of two given at the same instant the one counts as later that was given later.
        at = now + timedelta(microseconds=given)
        way = _WAYS[rule.mode]
        hand.give(session, ticket, people[chosen.id], by=LOKET, now=at, way=way)
        candidates[chosen.id] = replace(chosen, load=chosen.load + 1, given_at=at)
        given += 1
    return given


def _candidates(session: Session, ids: Sequence[int], rule: Assigning) -> dict[int, Candidate]:
    loads, given = assigned.loads(session, ids), rows.last_given(session, ids)
    skills = skills_of(rule)
    return {
        each: Candidate(each, loads[each], given.get(each), skills.get(each, frozenset()))
        for each in ids
    }


def skills_of(rule: Assigning | None) -> Mapping[int, frozenset[str]]:
    """Category codes by staff id."""
    kept = rule.skills if rule is not None and isinstance(rule.skills, dict) else {}
    return {
        int(key): frozenset(str(code) for code in codes)
        for key, codes in kept.items()
        if isinstance(codes, list)
    }
